import { Buffer } from 'node:buffer';
import { rename, rm } from 'node:fs/promises';
import * as parts from './parts.js';
import { SharedStrings, type SheetContent, sheetXml } from './sheet-xml.js';
import { type Entry, ZipFile } from './zip-file.js';

export interface NamedSheet {
  readonly name: string;
  /** Made when its turn comes, so that only one sheet's rows are under way. */
  readonly content: () => SheetContent;
  readonly onWritten: (entry: Entry) => void;
}

/** Writes beside the target and renames, so that nobody ever opens half a workbook. Answers its size. */
export async function writeWorkbook(
  path: string,
  sheets: readonly NamedSheet[],
  savedAt: string,
): Promise<number> {
  const unfinished = `${path}.part`;
  const zip = await ZipFile.create(unfinished);
  try {
    await addParts(zip, sheets, savedAt);
    const bytes = await zip.finish();
    await zip.close();
    await rename(unfinished, path);
    return bytes;
  } catch (error) {
    await zip.close().catch(() => undefined);
    await rm(unfinished, { force: true });
    throw error;
  }
}

async function addParts(zip: ZipFile, sheets: readonly NamedSheet[], savedAt: string): Promise<void> {
  const strings = new SharedStrings();
  const add = (name: string, text: string) => zip.add(name, [Buffer.from(text)]);
  await add('[Content_Types].xml', parts.contentTypes(sheets.length));
  await add('_rels/.rels', parts.packageRelations());
  await add('xl/workbook.xml', parts.workbook(sheets.map((sheet) => sheet.name)));
  await add('xl/_rels/workbook.xml.rels', parts.workbookRelations(sheets.length));
  for (const [i, sheet] of sheets.entries())
    sheet.onWritten(await zip.add(`xl/worksheets/sheet${i + 1}.xml`, sheetXml(sheet.content(), strings)));
  await add('xl/styles.xml', parts.styles());
  const texts = [...parts.sharedStrings(strings.texts(), strings.size, strings.uses)].join('');
  await add('xl/sharedStrings.xml', texts);
  await add('docProps/core.xml', parts.coreProperties(savedAt));
  await add('docProps/app.xml', parts.appProperties());
}
