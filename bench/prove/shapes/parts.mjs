/** The parts of a workbook beside its sheets and shared texts. Each gives the root as XML. */
const dateFormats = [
  'dd/mm/yyyy\\ hh:mm',
  'yyyy\\-mm\\-dd;@',
  '[$-816]d\\ "de"\\ mmmm',
  'm/d/yy h:mm',
  '[h]:mm:ss',
  'mmm\\-yy',
];
const builtInDates = [14, 15, 16, 17, 20, 22, 47];
const plainFormats = ['0.00\\ "dias"', '#,##0.00\\ "€"', '[Red]0.0', '"d"0', '@', '0.0E+00'];
const builtInPlain = [0, 1, 2, 4, 9, 10, 11, 37, 49];

/** Which cell styles show their number as a date, and the XML of them all. */
export function drawStyles(habits) {
  const { chances } = habits;
  const kinds = chances.shuffled([
    'date',
    'plain',
    ...Array.from({ length: chances.whole(0, 5) }, () => chances.pick(['date', 'plain'])),
  ]);
  // A cell without a style has the first: a number of the contract must not become a date by it.
  if (kinds[0] === 'date') kinds.unshift('plain');
  const formats = new Map();
  const styles = kinds.map((kind) => {
    const isDate = kind === 'date';
    if (chances.chance(0.5)) return chances.pick(isDate ? builtInDates : builtInPlain);
    const code = chances.pick(isDate ? dateFormats : plainFormats);
    if (!formats.has(code)) formats.set(code, 164 + formats.size * chances.whole(1, 3));
    return formats.get(code);
  });
  const unique = new Set(formats.values()).size === formats.size;
  if (!unique) return drawStyles(habits);
  const placesOf = (wanted) => kinds.flatMap((kind, place) => (kind === wanted ? [place] : []));
  return { dateStyles: placesOf('date'), plainStyles: placesOf('plain'), styles, formats };
}

export function stylesRoot(xml, habits, attributes, { styles, formats }) {
  const list = [...formats].map(([code, id]) =>
    xml.tag('numFmt', { numFmtId: String(id), formatCode: code }),
  );
  const xfs = styles.map((id) => {
    const bare = id === 0 && habits.does('styles without numFmtId', 0.2);
    const more = habits.does('bare styles', 0.2)
      ? {}
      : { fontId: '0', fillId: '0', borderId: '0', xfId: '0' };
    return xml.tag('xf', { numFmtId: bare ? undefined : String(id), ...more });
  });
  const counted = (name, items) =>
    xml.tag(
      name,
      habits.does('no counts', 0.2) ? {} : { count: String(items.length) },
      items.join(xml.noise()),
    );
  const parts = [
    ...(list.length > 0 ? [counted('numFmts', list)] : []),
    counted('fonts', [xml.tag('font', {}, xml.tag('sz', { val: '11' }))]),
    counted('fills', [xml.tag('fill', {}, xml.tag('patternFill', { patternType: 'none' }))]),
    counted('borders', [xml.tag('border', {})]),
    // Dates among the styles of styles say nothing about cells.
    counted('cellStyleXfs', [xml.tag('xf', { numFmtId: '14' })]),
    counted('cellXfs', xfs),
  ];
  return xml.tag('styleSheet', attributes, parts.map((one) => xml.noise() + one).join(''));
}

/** `sheets`: [{name, id, state}]; an id of '' is that of a leftover without a part. */
export function workbookRoot(xml, habits, attributes, { sheets, date1904, relationPrefix }) {
  const list = sheets.map(({ name, id, state }, place) =>
    xml.tag('sheet', { name, sheetId: String(place + 1), state, [`${relationPrefix}:id`]: id }),
  );
  const properties = date1904
    ? xml.tag('workbookPr', { date1904: habits.choice('1904 as', ['1', 'true']) })
    : habits.does('workbookPr', 0.5)
      ? xml.tag('workbookPr', {})
      : '';
  const views = habits.does('bookViews', 0.5) ? xml.tag('bookViews', {}, xml.tag('workbookView', {})) : '';
  const calc = habits.does('calcPr', 0.4) ? xml.tag('calcPr', { calcId: '191029' }) : '';
  return xml.tag(
    'workbook',
    attributes,
    properties +
      xml.noise() +
      views +
      xml.tag('sheets', {}, list.map((one) => xml.noise() + one).join('')) +
      calc,
  );
}

/** `list`: [{id, type, target}] */
export function relationsRoot(xml, attributes, list) {
  const items = list.map(
    ({ id, type, target }) => xml.noise() + xml.tag('Relationship', { Id: id, Type: type, Target: target }),
  );
  return xml.tag('Relationships', attributes, items.join(''));
}

export function contentTypesRoot(xml, attributes, names, { content }) {
  const override = (name, type) => xml.tag('Override', { PartName: `/${name}`, ContentType: type });
  const typeOf = (name) =>
    /worksheets/.test(name)
      ? 'worksheet'
      : /styles/.test(name)
        ? 'styles'
        : /haredStrings/.test(name)
          ? 'sharedStrings'
          : 'sheet.main';
  const defaults = [
    xml.tag('Default', {
      Extension: 'rels',
      ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
    }),
    xml.tag('Default', { Extension: 'xml', ContentType: 'application/xml' }),
  ];
  return xml.tag(
    'Types',
    attributes,
    defaults.join('') + names.map((name) => override(name, `${content}.${typeOf(name)}+xml`)).join(''),
  );
}
