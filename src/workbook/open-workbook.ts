import { inPart, WorkbookError } from './errors.js';
import { defaultLimits, type WorkbookLimits } from './limits.js';
import { type Relation, relationsOf, relationsPath } from './parts/relations.js';
import { noSharedStrings, type SharedStrings, SharedStringsReader } from './parts/shared-strings.js';
import { type ListedSheet, listedSheets, type SheetState, usesDate1904 } from './parts/sheet-list.js';
import { dateStylesOf, noDateStyles } from './parts/styles.js';
import { readSheet, type SheetReadOptions, type SheetTotals } from './read-sheet.js';
import type { RowView } from './sheet/row-view.js';
import { child, parseXml, type XmlElement } from './xml/elements.js';
import { Archive } from './zip/archive.js';
import type { OpenFile } from './zip/random-access-file.js';

export interface SheetRef {
  readonly name: string;
  readonly state: SheetState;
  /** Name of its part in the archive. */
  readonly path: string;
  /** Of its XML, from the directory of the archive. */
  readonly sizeBytes: number;
}

export interface Workbook {
  readonly path: string;
  readonly sizeBytes: number;
  /** In the workbook's order; chart sheets are left out. */
  readonly sheets: readonly SheetRef[];
  /** Names of sheets that the list has and the file does not: no relation, or no part that it leads to. */
  readonly lostSheets: readonly string[];
  readonly date1904: boolean;
  /** When it was saved, as it is written (W3CDTF); null if it does not say. */
  readonly modified: string | null;
  readonly sharedStrings: SharedStrings;
  /** Streams the rows that hold at least one cell. Several sheets may be read at the same time. */
  readSheet(sheet: SheetRef, onRow: (row: RowView) => void, options?: SheetReadOptions): Promise<SheetTotals>;
  close(): Promise<void>;
}

/** Opens a workbook by its path, or one that is open already as a file; that is then closed with the workbook. */
export async function openWorkbook(
  source: string | OpenFile,
  limits: Partial<WorkbookLimits> = {},
): Promise<Workbook> {
  const all = { ...defaultLimits, ...limits };
  const archive = await Archive.open(source, all);
  try {
    return await new Opening(archive, all).workbook();
  } catch (error) {
    await archive.close();
    throw error;
  }
}

/** Finds the parts of a workbook through its relations. */
class Opening {
  readonly #archive: Archive;
  readonly #limits: WorkbookLimits;

  constructor(archive: Archive, limits: WorkbookLimits) {
    this.#archive = archive;
    this.#limits = limits;
  }

  async workbook(): Promise<Workbook> {
    const archive = this.#archive;
    const limits = this.#limits;
    const packageRelations = await this.#relations('');
    const main = await this.#mainPart(packageRelations);
    const relations = await this.#relations(main.path);
    const sheets: SheetRef[] = [];
    const lostSheets: string[] = [];
    for (const sheet of listedSheets(main.root)) {
      const found = this.#sheetRef(sheet, relations);
      if (found === 'lost') lostSheets.push(sheet.name);
      else if (found !== 'another kind') sheets.push(found);
    }
    const sharedStrings = await this.#sharedStrings(relations);
    const dateStyles = await this.#dateStyles(relations);
    const context = { sharedCount: sharedStrings.count, dateStyles };
    return {
      path: archive.file.path,
      sizeBytes: archive.file.sizeBytes,
      sheets,
      lostSheets,
      date1904: usesDate1904(main.root),
      modified: await this.#modified(packageRelations),
      sharedStrings,
      readSheet: (sheet, onRow, options) => readSheet(archive, sheet, context, limits, onRow, options),
      close: () => archive.close(),
    };
  }

  async #relations(source: string): Promise<Relation[]> {
    const path = relationsPath(source);
    const bytes = await this.#part(path);
    if (bytes === null) throw this.#notAWorkbook();
    return inside(path, () => relationsOf(bytes, source));
  }

  async #mainPart(relations: readonly Relation[]): Promise<{ path: string; root: XmlElement }> {
    const path = relations.find(({ type }) => type === 'officeDocument')?.target;
    if (path === undefined) throw this.#notAWorkbook();
    if (path.toLowerCase().endsWith('.bin')) {
      throw new WorkbookError(
        'XLSB',
        `${this.#archive.file.path} is in Excel's binary format (.xlsb). Save it as .xlsx in Excel.`,
      );
    }
    const bytes = await this.#part(path);
    if (bytes === null) throw this.#notAWorkbook();
    const root = inside(path, () => parseXml(bytes, 'main'));
    if (root.name !== 'workbook') throw this.#notAWorkbook();
    return { path, root };
  }

  /**
   * A chart sheet, a dialog or a macro sheet is of another kind. Leftover modules of Excel 5 are listed without a
   * relation: whether a sheet that is lost matters is for whoever knows what the workbook must hold.
   */
  #sheetRef(sheet: ListedSheet, relations: readonly Relation[]): SheetRef | 'another kind' | 'lost' {
    const { name, state, relation } = sheet;
    const found = relation === '' ? undefined : relations.find(({ id }) => id === relation);
    if (found === undefined) return 'lost';
    if (found.type !== 'worksheet') return 'another kind';
    const entry = this.#archive.find(found.target);
    return entry === undefined ? 'lost' : { name, state, path: entry.name, sizeBytes: entry.inflatedBytes };
  }

  async #sharedStrings(relations: readonly Relation[]): Promise<SharedStrings> {
    const path = relations.find(({ type }) => type === 'sharedStrings')?.target;
    const entry = path === undefined ? undefined : this.#archive.find(path);
    if (path === undefined || entry === undefined) return noSharedStrings;
    const { rowBytes, sharedStringsBytes, entryBytes } = this.#limits;
    const reader = new SharedStringsReader(rowBytes, sharedStringsBytes);
    for await (const chunk of this.#archive.chunks(entry, entryBytes)) inside(path, () => reader.push(chunk));
    return inside(path, () => reader.end());
  }

  async #dateStyles(relations: readonly Relation[]): Promise<Uint8Array> {
    const path = relations.find(({ type }) => type === 'styles')?.target;
    const bytes = path === undefined ? null : await this.#part(path);
    if (path === undefined || bytes === null) return noDateStyles;
    return inside(path, () => dateStylesOf(bytes));
  }

  async #modified(relations: readonly Relation[]): Promise<string | null> {
    const path = relations.find(({ type }) => type === 'core-properties')?.target;
    const bytes = path === undefined ? null : await this.#part(path);
    if (path === undefined || bytes === null) return null;
    const text = inside(path, () => child(parseXml(bytes, 'terms'), 'modified')?.text.trim());
    return text === undefined || text === '' ? null : text;
  }

  async #part(path: string): Promise<Buffer | null> {
    const entry = this.#archive.find(path);
    return entry === undefined ? null : this.#archive.read(entry);
  }

  #notAWorkbook(): WorkbookError {
    return new WorkbookError(
      'NOT_A_WORKBOOK',
      `${this.#archive.file.path} is a zip archive, but not an Excel workbook. Save the workbook as .xlsx in Excel.`,
    );
  }
}

/** Names the part in an error that is found while it is read. */
function inside<T>(part: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw inPart(part, error);
  }
}
