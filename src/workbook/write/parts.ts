import { columnName } from './column-name.js';
import type { SheetTable } from './content.js';
import { escapeXml, textElement } from './text.js';

/** The small parts of a workbook, as Excel writes them. */
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const spreadsheet = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const officeRelation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packageRelation = 'http://schemas.openxmlformats.org/package/2006/relationships';
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** widths: of the columns, in characters. frozen: the first row stays in sight. */
export function sheetStart(dimension: string | null, widths: readonly number[], frozen: boolean): string {
  const columns = widths.map(
    (width, i) => `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"/>`,
  );
  const pane =
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>';
  return (
    `${declaration}<worksheet xmlns="${spreadsheet}" xmlns:r="${officeRelation}">` +
    (dimension === null ? '' : `<dimension ref="${dimension}"/>`) +
    `<sheetViews><sheetView workbookViewId="0"${frozen ? `>${pane}</sheetView>` : '/>'}</sheetViews>` +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${columns.join('')}</cols><sheetData>`
  );
}

export function sheetEnd(hasTable: boolean): string {
  const margins = '<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>';
  const table = hasTable ? '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>' : '';
  return `</sheetData>${margins}${table}</worksheet>`;
}

/** number: of the sheet whose table it is. rows: with the header. */
export function tableXml(number: number, { name, columns }: SheetTable, rows: number): string {
  // A table without a row is refused as damaged; an empty one has an empty row.
  const ref = `A1:${columnName(columns.length - 1)}${Math.max(2, rows)}`;
  const each = columns.map((one, i) => `<tableColumn id="${i + 1}" name="${escapeXml(one)}"/>`);
  return (
    `${declaration}<table xmlns="${spreadsheet}" id="${number}" name="${name}" displayName="${name}" ref="${ref}" ` +
    `totalsRowShown="0"><autoFilter ref="${ref}"/><tableColumns count="${columns.length}">${each.join('')}</tableColumns>` +
    '<tableStyleInfo name="TableStyleMedium2" showFirstColumn="0" showLastColumn="0" showRowStripes="1" showColumnStripes="0"/></table>'
  );
}

export function sheetRelations(table: number): string {
  return relations([[`${officeRelation}/table`, `../tables/table${table}.xml`]]);
}

/** tables: the numbers of the sheets that have one. */
export function contentTypes(sheets: number, tables: readonly number[]): string {
  const sheetTypes = range(sheets).map((i) =>
    override(`/xl/worksheets/sheet${i}.xml`, `${contentType}.worksheet+xml`),
  );
  return (
    `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    override('/xl/workbook.xml', `${contentType}.sheet.main+xml`) +
    sheetTypes.join('') +
    tables.map((i) => override(`/xl/tables/table${i}.xml`, `${contentType}.table+xml`)).join('') +
    override('/xl/styles.xml', `${contentType}.styles+xml`) +
    override('/xl/sharedStrings.xml', `${contentType}.sharedStrings+xml`) +
    override('/docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml') +
    override('/docProps/app.xml', 'application/vnd.openxmlformats-officedocument.extended-properties+xml') +
    '</Types>'
  );
}

export function packageRelations(): string {
  return relations([
    [`${officeRelation}/officeDocument`, 'xl/workbook.xml'],
    [`${packageRelation}/metadata/core-properties`, 'docProps/core.xml'],
    [`${officeRelation}/extended-properties`, 'docProps/app.xml'],
  ]);
}

export function workbookXml(names: readonly string[]): string {
  const sheets = names.map(
    (name, i) => `<sheet name="${escapeXml(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  );
  return (
    `${declaration}<workbook xmlns="${spreadsheet}" xmlns:r="${officeRelation}">` +
    `<bookViews><workbookView/></bookViews><sheets>${sheets.join('')}</sheets><calcPr calcId="191029"/></workbook>`
  );
}

export function workbookRelations(sheets: number): string {
  return relations([
    ...range(sheets).map((i) => [`${officeRelation}/worksheet`, `worksheets/sheet${i}.xml`] as const),
    [`${officeRelation}/styles`, 'styles.xml'],
    [`${officeRelation}/sharedStrings`, 'sharedStrings.xml'],
  ]);
}

/** What a cell's `s` means. Whatever is not here is general. */
export const cellStyle = {
  isoMoment: 1,
  quoted: 2,
  day: 3,
  moment: 4,
  integer: 5,
  decimal: 6,
  share: 7,
  wrapped: 8,
  header: 9,
} as const;

/** `day`, `moment`, `integer` and `decimal` are formats that every spreadsheet has, in the words of its country. */
export function styles(): string {
  const plain = 'fontId="0" fillId="0" borderId="0"';
  const xf = (format: number, more: string, inside = '') =>
    `<xf numFmtId="${format}" ${plain} xfId="0"${more}${inside === '' ? '/>' : `>${inside}</xf>`}`;
  const formatted = ' applyNumberFormat="1"';
  const cells = [
    xf(0, ''),
    xf(164, formatted),
    xf(0, ' quotePrefix="1"'),
    xf(14, formatted),
    xf(22, formatted),
    xf(3, formatted),
    xf(4, formatted),
    xf(165, formatted),
    xf(0, ' applyAlignment="1"', '<alignment vertical="top" wrapText="1"/>'),
    xf(0, ' applyAlignment="1"', '<alignment vertical="center" wrapText="1"/>'),
  ];
  return (
    `${declaration}<styleSheet xmlns="${spreadsheet}">` +
    '<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/><numFmt numFmtId="165" formatCode="0.0%"/></numFmts>' +
    '<fonts count="1"><font><sz val="11"/><name val="Calibri"/><family val="2"/></font></fonts>' +
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
    `<cellStyleXfs count="1"><xf numFmtId="0" ${plain}/></cellStyleXfs>` +
    `<cellXfs count="${cells.length}">${cells.join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
  );
}

/** uses: how many cells hold a text. */
export function* sharedStrings(texts: Iterable<string>, unique: number, uses: number): Generator<string> {
  yield `${declaration}<sst xmlns="${spreadsheet}" count="${uses}" uniqueCount="${unique}">`;
  for (const text of texts) yield `<si>${textElement(text)}</si>`;
  yield '</sst>';
}

/** savedAt: UTC; null where it is not said. Who saved it is nobody's business. */
export function coreProperties(savedAt: string | null): string {
  const stamp = (element: string) =>
    savedAt === null ? '' : `<dcterms:${element} xsi:type="dcterms:W3CDTF">${savedAt}</dcterms:${element}>`;
  return (
    `${declaration}<cp:coreProperties xmlns:cp="${packageRelation.replace('relationships', 'metadata/core-properties')}"` +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    `<dc:creator></dc:creator>${stamp('created')}${stamp('modified')}</cp:coreProperties>`
  );
}

export function appProperties(): string {
  return (
    `${declaration}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">` +
    '<Application>Prodplan</Application></Properties>'
  );
}

function relations(list: readonly (readonly [type: string, target: string])[]): string {
  const items = list.map(
    ([type, target], i) => `<Relationship Id="rId${i + 1}" Type="${type}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${packageRelation}">${items.join('')}</Relationships>`;
}

function override(part: string, type: string): string {
  return `<Override PartName="${part}" ContentType="${type}"/>`;
}

function range(count: number): number[] {
  return Array.from({ length: count }, (_, i) => i + 1);
}
