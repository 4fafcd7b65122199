import { Buffer } from 'node:buffer';
import * as parts from './parts.js';
import { SharedStringsWriter } from './shared-strings.js';
import { type SheetContent, sheetXml } from './sheet-xml.js';
import { type WrittenEntry, type ZipPart, zipStream } from './zip.js';

/** Of all different texts together, in UTF-16 units: 32 MiB of memory. */
const mostTextsUnits = 16 * 1024 * 1024;

export interface NamedSheet {
  readonly name: string;
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
  const part = (name: string, text: string): ZipPart => ({ name, content: [Buffer.from(text)] });
  yield part('[Content_Types].xml', parts.contentTypes(sheets.length));
  yield part('_rels/.rels', parts.packageRelations());
  yield part('xl/workbook.xml', parts.workbookXml(sheets.map((sheet) => sheet.name)));
  yield part('xl/_rels/workbook.xml.rels', parts.workbookRelations(sheets.length));
  for (const [i, { content, onWritten }] of sheets.entries())
    yield { name: `xl/worksheets/sheet${i + 1}.xml`, content: sheetXml(content(), strings), onWritten };
  yield part('xl/styles.xml', parts.styles());
  const table = parts.sharedStrings(strings.texts(), strings.size, strings.uses);
  yield part('xl/sharedStrings.xml', [...table].join(''));
  yield part('docProps/core.xml', parts.coreProperties(savedAt));
  yield part('docProps/app.xml', parts.appProperties());
}
