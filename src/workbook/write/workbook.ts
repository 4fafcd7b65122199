import { Buffer } from 'node:buffer';
import type { SheetContent } from './content.js';
import * as parts from './parts.js';
import { SharedStringsWriter } from './shared-strings.js';
import { sheetXml } from './sheet-xml.js';
import { type WrittenEntry, type ZipPart, zipStream } from './zip.js';

/** Of all different texts together, in UTF-16 units: 32 MiB of memory. */
const mostTextsUnits = 16 * 1024 * 1024;

export interface NamedSheet {
  readonly name: string;
  /** Its content has a `table`: what comes first in the file already lists its parts. */
  readonly hasTable?: boolean;
  /** Made when its turn comes, so that only one sheet's rows are under way. */
  readonly content: () => SheetContent;
  readonly onWritten?: (entry: WrittenEntry) => void;
}

export interface WorkbookOptions {
  /**
   * Whether the table of all different texts, which lies in memory until the end, has a bound; texts beyond it stand in
   * their cells. Not all texts: some readers show what stands in cells as it is in the XML.
   */
  readonly boundedTexts: boolean;
  /** UTC, `2023-04-30T17:00:00Z`. null: the workbook does not say. */
  readonly savedAt: string | null;
  /** Of compression, 1 to 9. */
  readonly level: number;
}

/** A workbook in pieces, in order: it can be sent while it is made. Throws `DoesNotFitError`. */
export function writeWorkbookBytes(
  sheets: readonly NamedSheet[],
  options: WorkbookOptions,
): AsyncGenerator<Buffer> {
  return zipStream(partsOf(sheets, options), options.level);
}

function* partsOf(
  sheets: readonly NamedSheet[],
  { boundedTexts, savedAt }: WorkbookOptions,
): Generator<ZipPart> {
  const strings = new SharedStringsWriter(boundedTexts ? mostTextsUnits : Number.POSITIVE_INFINITY);
  const tables = sheets.flatMap(({ hasTable }, i) => (hasTable === true ? [i + 1] : []));
  const part = (name: string, text: string): ZipPart => ({ name, content: [Buffer.from(text)] });
  yield part('[Content_Types].xml', parts.contentTypes(sheets.length, tables));
  yield part('_rels/.rels', parts.packageRelations());
  yield part('xl/workbook.xml', parts.workbookXml(sheets.map((sheet) => sheet.name)));
  yield part('xl/_rels/workbook.xml.rels', parts.workbookRelations(sheets.length));
  for (const [i, sheet] of sheets.entries()) yield* sheetParts(i + 1, sheet, strings);
  yield part('xl/styles.xml', parts.styles());
  const table = parts.sharedStrings(strings.texts(), strings.size, strings.uses);
  yield part('xl/sharedStrings.xml', [...table].join(''));
  yield part('docProps/core.xml', parts.coreProperties(savedAt));
  yield part('docProps/app.xml', parts.appProperties());
}

/** A part is asked for when the one before it is written: only then does a table know how many rows it has. */
function* sheetParts(
  number: number,
  { content, onWritten }: NamedSheet,
  strings: SharedStringsWriter,
): Generator<ZipPart> {
  const sheet = content();
  let rows = 0;
  const xml = sheetXml(sheet, strings, (written) => {
    rows = written;
  });
  yield { name: `xl/worksheets/sheet${number}.xml`, content: xml, onWritten };
  if (sheet.table === undefined) return;
  const relations = parts.sheetRelations(number);
  yield { name: `xl/worksheets/_rels/sheet${number}.xml.rels`, content: [Buffer.from(relations)] };
  const table = parts.tableXml(number, sheet.table, rows);
  yield { name: `xl/tables/table${number}.xml`, content: [Buffer.from(table)] };
}
