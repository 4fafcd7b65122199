import { openWorkbook } from '../../../dist/workbook/index.js';
import { workbook } from '../../lib/workbooks.mjs';

/** Large: 100,000 rows and more in the file. The second of each pair is the factory two weeks later. */
const orders = { large: 2738, small: 40 };
const days = ['2023-04-30T18:00:00', '2023-05-14T18:00:00'];
const leastRows = 100_000;

/** Both files of a pair are taken in as of one moment: then either may follow the other. */
export const asOf = days[1];

/** {large: [A, B], small: [A, B]}, each {path, rows}. */
export async function makePairs() {
  const pairs = {};
  for (const [size, count] of Object.entries(orders)) {
    pairs[size] = [];
    for (const day of days) {
      const { path } = await workbook(count, day);
      pairs[size].push({ path, rows: await rowsOf(path) });
    }
  }
  if (pairs.large.some(({ rows }) => rows < leastRows)) throw new Error('the large files are not large');
  return pairs;
}

/** Without the headers. */
async function rowsOf(path) {
  const book = await openWorkbook(path);
  try {
    let rows = 0;
    for (const sheet of book.sheets) rows += (await book.readSheet(sheet, () => {})).rows - 1;
    return rows;
  } finally {
    await book.close();
  }
}
