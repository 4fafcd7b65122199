import { Buffer } from 'node:buffer';
import * as parts from './parts.js';
import { SharedStrings } from './shared-strings.js';
import { type SheetContent, sheetXml } from './sheet-xml.js';
import { type Entry, type ZipPart, zipStream } from './zip.js';

export interface NamedSheet {
  readonly name: string;
  /** Made when its turn comes, so that only one sheet's rows are under way. */
  readonly content: () => SheetContent;
  readonly onWritten?: (entry: Entry) => void;
}

export interface WorkbookOptions {
  /**
   * Where the texts stand: `shared` in a table of all that are different, which is smaller and lies in memory until the
   * end, or `inline` in their cells.
   */
  readonly texts: 'shared' | 'inline';
  /** UTC, `2023-04-30T17:00:00Z`. null: the workbook does not say. */
  readonly savedAt: string | null;
  /** Of compression, 1 to 9. */
  readonly level: number;
}

/** A workbook in pieces, in order: it can be sent while it is made. Throws `DoesNotFitError`. */
export function workbook(sheets: readonly NamedSheet[], options: WorkbookOptions): AsyncGenerator<Buffer> {
  return zipStream(partsOf(sheets, options), options.level);
}

function* partsOf(sheets: readonly NamedSheet[], { texts, savedAt }: WorkbookOptions): Generator<ZipPart> {
  const strings = texts === 'shared' ? new SharedStrings() : null;
  const part = (name: string, text: string): ZipPart => ({ name, content: [Buffer.from(text)] });
  yield part('[Content_Types].xml', parts.contentTypes(sheets.length, strings !== null));
  yield part('_rels/.rels', parts.packageRelations());
  yield part('xl/workbook.xml', parts.workbook(sheets.map((sheet) => sheet.name)));
  yield part('xl/_rels/workbook.xml.rels', parts.workbookRelations(sheets.length, strings !== null));
  for (const [i, { content, onWritten }] of sheets.entries())
    yield { name: `xl/worksheets/sheet${i + 1}.xml`, content: sheetXml(content(), strings), onWritten };
  yield part('xl/styles.xml', parts.styles());
  if (strings !== null)
    yield part(
      'xl/sharedStrings.xml',
      [...parts.sharedStrings(strings.texts(), strings.size, strings.uses)].join(''),
    );
  yield part('docProps/core.xml', parts.coreProperties(savedAt));
  yield part('docProps/app.xml', parts.appProperties());
}
