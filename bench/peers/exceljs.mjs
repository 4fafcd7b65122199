// node exceljs.mjs workbook.xlsx folder: every sheet to CSV.gz with ExcelJS's streaming reader.
import ExcelJS from 'exceljs';
import { writeCsvGz } from './csv-gz.mjs';

const chunkChars = 1 << 18;

const [workbook, folder] = process.argv.slice(2);
const reader = new ExcelJS.stream.xlsx.WorkbookReader(workbook, {
  worksheets: 'emit',
  sharedStrings: 'cache',
  styles: 'cache',
  hyperlinks: 'ignore',
  entries: 'ignore',
});
let rows = 0;
for await (const sheet of reader) await writeCsvGz(folder, sheet.name ?? `sheet${sheet.id}`, csv(sheet));
console.log(JSON.stringify({ rows }));

async function* csv(sheet) {
  let chunk = '';
  let count = 0;
  for await (const row of sheet) {
    count++;
    const { values } = row;
    // The first place of `values` is empty: columns count from 1.
    for (let i = 1; i < values.length; i++) chunk += (i > 1 ? ',' : '') + cell(values[i]);
    chunk += '\n';
    if (chunk.length < chunkChars) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
  rows += count - 1;
}

function cell(value) {
  if (value === undefined || value === null) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 19);
  if (typeof value !== 'string') return String(value);
  return /[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}
