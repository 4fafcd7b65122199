// node sheetjs.mjs workbook.xlsx folder: every sheet to CSV.gz with SheetJS, the workbook dense in memory.
import { readFileSync } from 'node:fs';
import { Readable } from 'node:stream';
import XLSX from 'xlsx';
import { writeCsvGz } from './csv-gz.mjs';

const byteOrderMark = '\uFEFF';
const dateNF = 'yyyy-mm-dd"T"hh:mm:ss';

// As objects the lines stay lines; a stream of bytes would glue those together that wait.
XLSX.stream.set_readable(() => new Readable({ objectMode: true }));
const [path, folder] = process.argv.slice(2);
const workbook = XLSX.read(readFileSync(path), {
  type: 'buffer',
  dense: true,
  cellDates: true,
  cellText: false,
  cellHTML: false,
  cellFormula: false,
});
let rows = 0;
for (const name of workbook.SheetNames) {
  const lines = counted(XLSX.stream.to_csv(workbook.Sheets[name], { dateNF }));
  await writeCsvGz(folder, name, lines);
}
console.log(JSON.stringify({ rows }));

/** SheetJS gives a line at a time; the compressor is given fewer and larger pieces. */
async function* counted(stream) {
  let chunk = '';
  let count = 0;
  for await (const line of stream) {
    if (line === byteOrderMark) continue;
    chunk += line;
    count++;
    if (chunk.length < 1 << 18) continue;
    yield chunk;
    chunk = '';
  }
  yield chunk;
  rows += count - 1;
}
