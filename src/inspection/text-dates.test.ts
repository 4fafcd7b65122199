import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { dumpWorkbook, smallDump, writeWorkbook } from '../../test/support/dump.js';
import type { CellValue } from '../../test/support/xlsx-builder.js';
import type { Inspection } from './findings.js';
import { inspectFile } from './index.js';

/** Inspects the small dump with other days of creation, from the first order on. */
async function withCreated(...cells: CellValue[]): Promise<Inspection> {
  const dump = smallDump();
  for (const [place, cell] of cells.entries())
    dump.ordens_fabrico![place] = { ...dump.ordens_fabrico![place], of_data_criacao: cell };
  const path = await writeWorkbook(dumpWorkbook(dump));
  const found = await inspectFile(path, { asOf: null, scratch: tmpdir(), timeZone: 'Europe/Lisbon' });
  await rm(path);
  return found;
}

const createdIn = ({ profile }: Inspection) =>
  profile.sheets
    .find((one) => one.table === 'ordens_fabrico')!
    .columns.find((one) => one.column === 'of_data_criacao')!;
const assumed = ({ profile }: Inspection) =>
  profile.drift.filter((one) => one.code === 'DATE_ORDER_ASSUMED').map((one) => [one.sheet, one.column]);

it('reads day-first texts and dates with a zone as ingest does', async () => {
  const found = await withCreated('25/02/2023 10:00', { raw: ' t="d"><v>2023-02-26T10:00:00.000Z</v>' });
  const created = createdIn(found);
  expect(created.cells).toMatchObject({ date_text: 1, date: 19 });
  expect(created.dates).toMatchObject({ rows: 20, min: '2023-02-25T10:00:00' });
  expect(created.breaks).toEqual([]);
  expect(assumed(found)).toEqual([]);
});

it('says where nothing proves that the day stands first', async () => {
  expect(assumed(await withCreated('01/02/2023'))).toEqual([['OrdensFabrico', 'Of_DataCriacao']]);
});

it('takes none of them for dates where one has another order, nor counts anything twice', async () => {
  const found = await withCreated('25/02/2023', '02/25/2023', '31/12/2030 10:00');
  const created = createdIn(found);
  expect(created.breaks).toMatchObject([{ code: 'NOT_A_DATE', rows: 3 }]);
  expect(created.breaks[0]!.examples.map(({ row }) => row)).toEqual([2, 3, 4]);
  expect(created.dates).toMatchObject({ rows: 17, max: '2023-03-20T00:00:00' });
  const order = found.relationships.date_order.find((one) => one.code === 'FINISH_BEFORE_CREATION')!;
  expect(order).toMatchObject({ compared_rows: 14, broken_rows: 0 });
  expect(found.profile.as_of).toBe('2023-04-20T10:00:00');
});

it('tells formulas without a result from empty cells', async () => {
  const created = createdIn(await withCreated({ raw: '><f>NOW()</f>' }, { raw: ' s="1"><f>NOW()</f><v/>' }));
  expect(created.cells).toMatchObject({ formula: 2, date: 18, empty: 0 });
  expect(created.breaks).toMatchObject([{ code: 'FORMULA_WITHOUT_RESULT', rows: 2 }]);
});
