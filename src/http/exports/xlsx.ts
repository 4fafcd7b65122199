import { looksLikeFormula } from './guard.js';
import type { ExportTable } from './table.js';
import { zipStream } from './zip-stream.js';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const pkg = 'http://schemas.openxmlformats.org/package/2006';
const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** A workbook in pieces: the rows in one sheet, where they came from in another. No cell is ever a formula. */
export function xlsx(table: ExportTable): AsyncGenerator<Buffer> {
  return zipStream([
    { name: '[Content_Types].xml', content: [contentTypes] },
    { name: '_rels/.rels', content: [relations([['officeDocument', 'xl/workbook.xml']])] },
    { name: 'xl/workbook.xml', content: [workbook] },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: [
        relations([
          ['worksheet', 'worksheets/sheet1.xml'],
          ['worksheet', 'worksheets/sheet2.xml'],
          ['styles', 'styles.xml'],
        ]),
      ],
    },
    { name: 'xl/styles.xml', content: [styles] },
    { name: 'xl/worksheets/sheet1.xml', content: sheet(rowsOf(table)) },
    { name: 'xl/worksheets/sheet2.xml', content: sheet(originOf(table)) },
  ]);
}

async function* rowsOf({ row, pages }: ExportTable): AsyncGenerator<readonly (readonly unknown[])[]> {
  const columns = Object.keys(row.shape);
  yield [columns];
  for await (const rows of pages) yield rows.map((one) => columns.map((name) => one[name]));
}

async function* originOf({ origin }: ExportTable): AsyncGenerator<readonly (readonly unknown[])[]> {
  const filters = Object.entries(origin.filters).filter(([, value]) => value !== undefined);
  yield [
    ['resposta', origin.title],
    ['endereço', origin.path],
    ...filters.map(([name, value]) => [`filtro ${name}`, value]),
    ...origin.facts,
  ];
}

async function* sheet(blocks: AsyncIterable<readonly (readonly unknown[])[]>): AsyncGenerator<string> {
  yield `${declaration}<worksheet xmlns="${main}"><sheetData>`;
  for await (const rows of blocks) {
    yield rows.map((cells) => `<row>${cells.map(cell).join('')}</row>`).join('');
  }
  yield '</sheetData></worksheet>';
}

/**
 * Numbers are numbers, days and moments of the factory are dates (styles 2 and 3), texts are texts; one that would be a
 * formula if it were typed is marked as quoted (style 1).
 */
function cell(value: unknown): string {
  if (value === null || value === undefined) return '<c/>';
  if (typeof value === 'number') return `<c><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `<c t="b"><v>${Number(value)}</v></c>`;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  const serial = serialOf(text);
  if (serial !== null) return `<c s="${text.length === 10 ? 2 : 3}"><v>${serial}</v></c>`;
  const style = looksLikeFormula(text) ? ' s="1"' : '';
  return `<c t="inlineStr"${style}><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

/** `2023-04-30` or `2023-04-30T16:30:00` as days since 1900, the way spreadsheets count; null for anything else. */
function serialOf(text: string): number | null {
  // Before March 1900 spreadsheets disagree: they believe in a 29 February of that year.
  if (!/^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d:\d\d)?$/.test(text) || text < '1900-03-01') return null;
  const time = Date.parse(text.length === 10 ? text : `${text.replace(' ', 'T')}Z`);
  return Number.isNaN(time) ? null : time / 86_400_000 + 25_569;
}

/** What XML cannot hold is written as Excel writes it; a cell holds 32 767 characters. */
function escaped(text: string): string {
  return text
    .slice(0, 32_767)
    .toWellFormed()
    .replaceAll(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replaceAll(/[\p{Cc}\uFFFE\uFFFF]/gu, (one) =>
      one === '\t' || one === '\n'
        ? one
        : `_x${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

function relations(list: readonly (readonly [kind: string, target: string])[]): string {
  const items = list.map(
    ([kind, target], n) => `<Relationship Id="rId${n + 1}" Type="${office}/${kind}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${pkg}/relationships">${items.join('')}</Relationships>`;
}

const contentTypes =
  `${declaration}<Types xmlns="${pkg}/content-types">` +
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
  `<Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>` +
  `<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/>` +
  `<Override PartName="/xl/worksheets/sheet2.xml" ContentType="${type}.worksheet+xml"/></Types>`;

const workbook =
  `${declaration}<workbook xmlns="${main}" xmlns:r="${office}"><sheets>` +
  '<sheet name="Dados" sheetId="1" r:id="rId1"/><sheet name="Origem" sheetId="2" r:id="rId2"/></sheets></workbook>';

const styles =
  `${declaration}<styleSheet xmlns="${main}"><fonts count="1"><font/></fonts>` +
  '<fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders>' +
  '<cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="4"><xf xfId="0"/><xf xfId="0" quotePrefix="1"/>' +
  // Formats that every spreadsheet has, in the words of its country: day, and day with time.
  '<xf xfId="0" numFmtId="14" applyNumberFormat="1"/><xf xfId="0" numFmtId="22" applyNumberFormat="1"/></cellXfs></styleSheet>';
