import { writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sheets } from '../dist/contract/index.js';
import { measureFigures } from '../dist/sample/index.js';
import { KeyRegister, RatioCounter } from '../dist/sample/ratios/count.js';
import { CellKind, openWorkbook } from '../dist/workbook/index.js';

// Measures workbooks and writes src/sample/ratios/real-ratios.ts: figures only, never a cell.
// node tools/measure-ratios.mjs folha_ia_2023-03-31.xlsx folha_ia_2023-04-30.xlsx (after npm run build)

const root = dirname(dirname(fileURLToPath(import.meta.url)));

async function measure(path) {
  const workbook = await openWorkbook(path);
  const packed = await compressedSizes(path);
  const texts = Array.from({ length: workbook.sharedStrings.count }, (_, i) => {
    const { bytes, offsets } = workbook.sharedStrings;
    return bytes.toString('utf8', offsets[i], offsets[i + 1]);
  });
  const register = new KeyRegister();
  const ratios = [];
  const orders = [];
  // The contract lists first what others refer to.
  for (const sheet of sheets) {
    const ref = workbook.sheets.find((candidate) => candidate.name === sheet.sheet);
    const counter = new RatioCounter(sheet, register);
    const headers = Object.values(sheet.columns).map((column) => column.header);
    let places;
    await workbook.readSheet(ref, (row) => {
      const values = Array.from({ length: row.width }, (_, i) => cellOf(row, i, texts));
      if (places) {
        const cells = places.map((place) => values[place]);
        counter.row(cells);
        if (sheet.sheet === 'OrdensFabrico') orders.push(orderOf(cells));
      } else places = headers.map((header) => values.indexOf(header));
    });
    ratios.push(counter.result(ref.sizeBytes, packed.get(ref.path)));
  }
  await workbook.close();
  orders.sort((a, b) => a.created - b.created);
  // The dump is of the last day on which an order was closed.
  const today = Math.max(...orders.map(({ finished }) => finished ?? 0));
  const { leadTimesDays } = measureFigures({ orders, today });
  return { leadTimesDays, label: /\d{4}-\d\d-\d\d/.exec(path)?.[0] ?? 'sem data', sheets: ratios };
}

/** Of_Id, Of_DataCriacao, Of_DataAcabamento, Of_ProdutoId, Of_FaseId, Of_DataTransporte: days and the phase. */
function orderOf([, created, finished, , phaseId, due]) {
  const day = (cell) => (typeof cell === 'number' ? Math.floor(cell) : null);
  return { created: day(created), finished: day(finished), phaseId, due: day(due), rotomoulded: false };
}

function cellOf(row, i, texts) {
  const kind = row.kind[i];
  if (kind === CellKind.empty) return undefined;
  if (kind === CellKind.shared) return texts[row.start[i]];
  const text = row.bytes.toString('utf8', row.start[i], row.end[i]);
  return kind === CellKind.number || kind === CellKind.date ? Number(text) : text;
}

/** From the archive's directory: name -> bytes in the archive. */
async function compressedSizes(path) {
  const file = await open(path);
  const { size } = await file.stat();
  const tail = Buffer.alloc(Math.min(size, 1 << 20));
  await file.read(tail, 0, tail.length, size - tail.length);
  await file.close();
  const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  let at = tail.readUInt32LE(end + 16) - (size - tail.length);
  const sizes = new Map();
  while (tail.readUInt32LE(at) === 0x02014b50) {
    const [name, extra, comment] = [28, 30, 32].map((field) => tail.readUInt16LE(at + field));
    sizes.set(tail.toString('utf8', at + 46, at + 46 + name), tail.readUInt32LE(at + 20));
    at += 46 + name + extra + comment;
  }
  return sizes;
}

const measured = [];
for (const path of process.argv.slice(2)) measured.push(await measure(path));
const target = join(root, 'src', 'sample', 'ratios', 'real-ratios.ts');
writeFileSync(
  target,
  `import type { SampleRatios } from './count.js';

/** Written by tools/measure-ratios.mjs from the two real workbooks: counts, no data. */
export const realRatios: readonly {
  readonly leadTimesDays: readonly number[];
  readonly label: string;
  readonly sheets: SampleRatios;
}[] = ${JSON.stringify(measured, null, 2)};
`,
);
console.log(`${target}: ${measured.map((workbook) => workbook.label).join(', ')}`);
