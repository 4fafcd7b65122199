import { zip } from '../lib/zip.mjs';
import { Habits, NoHabits } from './habits.mjs';
import { namespaces } from './names.mjs';
import { contentTypesRoot, drawStyles, relationsRoot, stylesRoot, workbookRoot } from './parts.mjs';
import { SheetWriter } from './sheet.mjs';
import { SharedTexts } from './texts.mjs';
import { XmlWriter } from './xml.mjs';

const encodings = [
  ['utf8', 60],
  ['utf8mark', 8],
  ['utf16le', 8],
  ['utf16be', 6],
  ['windows1252', 10],
  ['latin1', 8],
];

/** Writes a model as one workbook, in a form drawn by chance: a writer's habits, and what it does now and then. */
export class WorkbookWriter {
  #habits;
  #ns;
  #isStrict;
  #date1904;
  #encoding;
  #texts;
  #styles;

  /** `plain`: as Excel writes it, without any freedom. */
  constructor(chances, { plain = false } = {}) {
    this.#habits = plain ? new NoHabits(chances) : new Habits(chances);
    this.#isStrict = !plain && chances.chance(0.15);
    this.#ns = namespaces(this.#isStrict);
    this.#date1904 = !plain && chances.chance(0.12);
    this.#encoding = plain ? 'utf8' : chances.weighted(encodings);
    this.#texts = new SharedTexts(this.#habits);
    this.#styles = drawStyles(this.#habits);
  }

  /** The archive. */
  write(model) {
    const { chances } = this.#habits;
    return zip(this.entries(model), {
      comment: chances.chance(0.1) ? Buffer.from('feito à mão') : undefined,
    });
  }

  /** Its parts, in the order and the form in which they stand in it. */
  entries(model) {
    const habits = this.#habits;
    const { chances } = habits;
    const names = this.#names(model.length);
    const ordered = habits.does('sheets in another order', 0.3) ? chances.shuffled(model) : model;
    const parts = ordered.map((one, place) => ({ name: names.sheets[place], data: this.#sheet(one) }));
    const extra = habits.does('an unknown sheet', 0.2)
      ? { name: names.extra, data: this.#unknownSheet() }
      : null;
    if (extra !== null) parts.push(extra);
    const listed = parts.map(({ name }, place) => ({
      name: ordered[place]?.sheet.sheet ?? 'Notas',
      id: `rId${place + 1}`,
      state: habits.does('hidden sheets', 0.08) ? chances.pick(['hidden', 'veryHidden']) : undefined,
      part: name,
    }));
    parts.push({ name: names.workbook, data: this.#workbook(listed) });
    parts.push({
      name: names.styles,
      data: this.#part('main', (xml, root) => stylesRoot(xml, habits, root, this.#styles)),
    });
    if (this.#texts.size > 0 || habits.does('shared texts without need', 0.3)) {
      parts.push({ name: names.texts, data: this.#part('main', (xml, root) => this.#texts.root(xml, root)) });
    }
    const contents = parts.map(({ name }) => name);
    parts.push(...this.#relations(names, listed, contents));
    const types = this.#part('types', (xml, root) => contentTypesRoot(xml, root, contents, this.#ns));
    parts.unshift({ name: '[Content_Types].xml', data: types });
    return this.#packed(parts);
  }

  #names(count) {
    const habits = this.#habits;
    const folder = habits.choice('folder', ['xl/', 'xl/', 'xl/', 'book/', '']);
    const sheet = habits.choice('sheet names', [
      'worksheets/sheet',
      'worksheets/Sheet',
      'Worksheets/',
      'worksheets/folha ',
    ]);
    return {
      workbook: `${folder}${habits.choice('book name', ['workbook.xml', 'Workbook.xml', 'book1.xml'])}`,
      styles: `${folder}styles.xml`,
      texts: `${folder}sharedStrings.xml`,
      sheets: Array.from({ length: count }, (_, place) => `${folder}${sheet}${place + 1}.xml`),
      extra: `${folder}${sheet}99.xml`,
    };
  }

  #workbook(listed) {
    const habits = this.#habits;
    const relationPrefix = habits.choice('relation prefix', ['r', 'r', 'rel']);
    const sheets = [...listed];
    if (habits.does('a leftover macro sheet', 0.12))
      sheets.splice(habits.chances.whole(0, sheets.length), 0, {
        name: 'Module1',
        id: '',
        state: 'veryHidden',
      });
    const settings = { sheets, date1904: this.#date1904, relationPrefix };
    return this.#part('main', (xml, root) =>
      workbookRoot(xml, habits, { ...root, [`xmlns:${relationPrefix}`]: this.#ns.office }, settings),
    );
  }

  #relations(names, listed, contents) {
    const { office } = this.#ns;
    const habits = this.#habits;
    const cut = names.workbook.lastIndexOf('/') + 1;
    const folder = names.workbook.slice(0, cut);
    const target = (name) => (habits.does('absolute targets', 0.2) ? `/${name}` : name.slice(folder.length));
    const ofBook = listed.map(({ id, part }) => ({ id, type: `${office}/worksheet`, target: target(part) }));
    ofBook.push({ id: 'rIdS', type: `${office}/styles`, target: target(names.styles) });
    if (contents.includes(names.texts))
      ofBook.push({ id: 'rIdT', type: `${office}/sharedStrings`, target: target(names.texts) });
    const ofPackage = [
      {
        id: 'rId1',
        type: `${office}/officeDocument`,
        target: habits.does('absolute targets', 0.2) ? `/${names.workbook}` : names.workbook,
      },
    ];
    const shuffled = habits.does('relations in another order', 0.3)
      ? habits.chances.shuffled(ofBook)
      : ofBook;
    const written = (list) => this.#part('relations', (xml, root) => relationsRoot(xml, root, list));
    return [
      { name: '_rels/.rels', data: written(ofPackage) },
      { name: `${folder}_rels/${names.workbook.slice(cut)}.rels`, data: written(shuffled) },
    ];
  }

  #sheet({ sheet, rows }) {
    const habits = this.#habits;
    const names = Object.keys(sheet.columns);
    let order = habits.does('columns in another order', 0.35) ? habits.chances.shuffled(names) : names;
    if (habits.does('unknown columns', 0.15))
      order = order.toSpliced(habits.chances.whole(0, order.length), 0, null);
    const header = order.map((name) => ({
      kind: 'text',
      value: name === null ? 'Observações' : sheet.columns[name].header,
    }));
    const note = { kind: 'text', value: 'nada' };
    return this.#sheetPart([
      header,
      ...rows.map((row) => order.map((name) => (name === null ? note : row[name]))),
    ]);
  }

  #unknownSheet() {
    return this.#sheetPart([[{ kind: 'text', value: 'Notas' }], [{ kind: 'text', value: 'só isto' }]]);
  }

  #sheetPart(rows) {
    const habits = this.#habits;
    const workbook = {
      texts: this.#texts,
      ...this.#styles,
      date1904: this.#date1904,
      namespaces: this.#ns,
      isStrict: this.#isStrict,
    };
    return this.#part('main', (xml, root, prefixes) => {
      // The data alone under a default namespace, within a root that has a prefix.
      const own = !prefixes.includes('') && habits.does('a default namespace for the data', 0.4);
      const data = own
        ? { dataAttributes: { xmlns: this.#ns.main }, dataPrefixes: ['', ...prefixes] }
        : { dataAttributes: null, dataPrefixes: prefixes };
      const attributes = {
        ...root,
        'xmlns:y': this.#ns.foreign,
        'xmlns:mc': this.#ns.compatibility,
        'mc:Ignorable': 'y',
      };
      return new SheetWriter(xml, habits, workbook).root(rows, { attributes, ...data });
    });
  }

  /** One part under its namespace, which may be bound to no prefix, to one, or to both. */
  #part(kind, write) {
    const habits = this.#habits;
    const uri = {
      main: this.#ns.main,
      types: `${this.#ns.pkg}/content-types`,
      relations: `${this.#ns.pkg}/relationships`,
    }[kind];
    const prefix = habits.choice('prefix', ['x', 'ss', 'main', 'ns0']);
    const prefixed = habits.does('prefixed elements', 0.2);
    const mixed = habits.does('two prefixes for one namespace', 0.15);
    const prefixes = mixed ? ['', prefix] : [prefixed ? prefix : ''];
    const bound = prefixes.map((one) => [one === '' ? 'xmlns' : `xmlns:${one}`, uri]);
    // The parts that name other parts are plain in all encodings; they are read as the others are.
    const xml = new XmlWriter(habits, { prefixes, encoding: this.#encoding });
    return xml.part(write(xml, Object.fromEntries(bound), prefixes));
  }

  #packed(parts) {
    const habits = this.#habits;
    const { chances } = habits;
    const entries = parts.map(({ name, data }) => ({
      name: habits.does('names in another case', 0.06) ? name.toUpperCase() : name,
      data,
      stored: habits.does('stored parts', 0.15),
      level: chances.whole(1, 9),
      descriptor: habits.does('data descriptors', 0.25),
      zip64: habits.does('zip64', 0.12),
      extra: habits.does('foreign zip fields', 0.1),
    }));
    if (habits.does('folders in the archive', 0.1))
      entries.unshift({ name: 'xl/', data: Buffer.alloc(0), stored: true });
    return habits.does('parts in another order', 0.25) ? chances.shuffled(entries) : entries;
  }
}
