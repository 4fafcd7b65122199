import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ingestReport } from '../../src/cli/report.js';
import { extractWorkbook } from '../../src/ingestion/extract/extract-workbook.js';
import { replay } from '../../src/ingestion/replay.js';
import { identifyFiles } from '../../src/source/identify.js';
import { coreChecksum } from '../support/core.js';
import { firstServer } from '../support/database.js';
import {
  type Dump,
  dumpWorkbook,
  serial,
  smallDump,
  temporaryFolder,
  writeWorkbook,
} from '../support/dump.js';
import type { CellValue } from '../support/xlsx-builder.js';
import { countsOf, newPlant, type Plant } from './support.js';

const server = firstServer;

/** A cell of a date in another form; what is no date stays. */
function rewritten(value: CellValue, write: (iso: string) => CellValue): CellValue {
  if (value === null || typeof value !== 'object' || !('serial' in value)) return value;
  const ms = Math.round((value.serial - 25_569) * 86_400_000);
  return write(new Date(ms).toISOString().slice(0, 19));
}

const dayFirst = (iso: string): string => {
  const [day, clock] = iso.split('T') as [string, string];
  const [year, month, date] = day.split('-');
  return `${date}/${month}/${year}${clock === '00:00:00' ? '' : ` ${clock}`}`;
};

/** The small dump with the dates of some columns in another form. */
function dumpWith(write: (iso: string) => CellValue, columns: (name: string) => boolean = () => true): Dump {
  return Object.fromEntries(
    Object.entries(smallDump()).map(([table, rows]) => [
      table,
      rows.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([name, value]) => [name, columns(name) ? rewritten(value, write) : value]),
        ),
      ),
    ]),
  );
}

async function extracted(path: string): Promise<string> {
  const folder = join(await temporaryFolder(), 'extract');
  const identity = await identifyFiles(path);
  const source = await identity.open({ allowMissingSheets: false, scratch: folder });
  await extractWorkbook({ source, workbookSha256: identity.workbookSha256, folder });
  await source.close();
  return folder;
}

/** Everything that a run said of its rows. */
async function findings({ database }: Plant): Promise<unknown> {
  const { rows } = await database.pool.query(
    `SELECT sheet, row_number, code, column_name, value, key, NULL AS raw FROM run_issues
     UNION ALL SELECT sheet, row_number, code, column_name, value, key, raw FROM run_rejects ORDER BY 1, 2, 4, 3`,
  );
  return rows;
}

interface Taken {
  readonly plant: Plant;
  readonly core: string;
  readonly asOf: string | null;
  /** What the command line says at the end. */
  readonly report: string;
}

/** Takes a dump in twice: as a workbook, and as the folder that extract makes of it; both give the same. */
async function takenIn(dump: Dump): Promise<Taken> {
  const path = await writeWorkbook(dumpWorkbook(dump));
  const [plant, other] = [await newPlant(server), await newPlant(server)];
  // What a guard would refuse is looked at all the same.
  const ingested = await plant.ingestFile(path, { force: true });
  const { result } = ingested;
  const again = await other.ingestFile(await extracted(path), { force: true });
  const core = await coreChecksum(plant.database.pool);
  expect(await coreChecksum(other.database.pool)).toBe(core);
  expect(await findings(other)).toEqual(await findings(plant));
  expect(again.result.sheets.map((one) => one.sha256)).toEqual(result.sheets.map((one) => one.sha256));
  expect(again.result.as_of).toBe(result.as_of);
  return { plant, core, asOf: result.as_of, report: await ingestReport(plant.database, ingested) };
}

const codesOf = async ({ database }: Plant, table: 'run_issues' | 'run_rejects'): Promise<unknown> =>
  (
    await database.pool.query(
      `SELECT sheet, column_name, code, count(*)::int AS rows, min(row_number) AS first FROM ${table} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`,
    )
  ).rows.map((row) => Object.values(row).join(' '));

describe('dates as other programs write them', () => {
  it('with a zone, or day first, give what Excel dates give, the clock included', async () => {
    const reference = await newPlant(server, smallDump());
    const core = await coreChecksum(reference.database.pool);
    const zoned = await takenIn(dumpWith((iso) => ({ raw: ` t="d"><v>${iso}.000Z</v>` })));
    expect(zoned).toMatchObject({ core, asOf: '2023-04-20T10:00:00' });
    expect(await codesOf(zoned.plant, 'run_issues')).toEqual([]);
    const texts = await takenIn(dumpWith(dayFirst));
    expect(texts).toMatchObject({ core, asOf: '2023-04-20T10:00:00' });
    // Skills start on the 4th and the 21st, orders and phases on days up to the 20th: nothing is assumed.
    expect(await codesOf(texts.plant, 'run_issues')).toEqual([]);
    // The same rows again are known again, and change nothing.
    const dump = dumpWith(dayFirst);
    dump.modelos![0] = { ...dump.modelos![0], produto_nome: 'Outro' };
    const next = await texts.plant.ingest(dump);
    expect(countsOf(next, 'FasesOrdemFabrico')).toMatchObject({ skipped: true, unchanged: 80 });
  });

  it('are bad cells in a column with a second notation, and only its texts are', async () => {
    const dump = dumpWith(dayFirst, (name) => name === 'of_data_criacao');
    const orders = dump.ordens_fabrico!;
    orders[19] = { ...orders[19], of_data_criacao: '03/25/2023' };
    orders[3] = { ...orders[3], of_data_criacao: serial('2023-03-04') };
    orders[4] = { ...orders[4], of_data_criacao: '31/02/2023' };
    const { plant } = await takenIn(dump);
    expect(await codesOf(plant, 'run_issues')).toEqual(['OrdensFabrico of_data_criacao NOT_A_DATE 19 2']);
    const { rows } = await plant.database.pool.query(
      'SELECT of_id, of_data_criacao FROM ordens_fabrico WHERE of_data_criacao IS NOT NULL',
    );
    expect(rows).toEqual([{ of_id: 1004, of_data_criacao: '2023-03-04T00:00:00' }]);
  });

  it('are not known again by their CSV where it does not say how they were read', async () => {
    // Both give one CSV: a date of Excel and a text in ISO form look alike in it.
    const plant = await newPlant(server);
    const dump = dumpWith(dayFirst, (name) => name === 'of_data_criacao');
    dump.ordens_fabrico![3] = { ...dump.ordens_fabrico![3], of_data_criacao: '2023-03-04' };
    const refused = await plant.ingest(dump, { force: true });
    dump.ordens_fabrico![3] = { ...dump.ordens_fabrico![3], of_data_criacao: serial('2023-03-04') };
    const read = await plant.ingest(dump);
    expect(read.result.sheets.map((one) => one.sha256)).toEqual(
      refused.result.sheets.map((one) => one.sha256),
    );
    expect(countsOf(read, 'OrdensFabrico')).toMatchObject({ skipped: false, updated: 19 });
  });

  it('that might have the month first are told as assumed, once a column', async () => {
    const dump = dumpWith(
      (iso) => dayFirst(`2023-03-${String(1 + (Number(iso.slice(8, 10)) % 12)).padStart(2, '0')}T00:00:00`),
      (name) => name === 'of_data_transporte',
    );
    dump.ordens_fabrico![0] = { ...dump.ordens_fabrico![0], of_data_transporte: '01/01/1900' };
    const { plant, report } = await takenIn(dump);
    expect(await codesOf(plant, 'run_issues')).toEqual([
      'OrdensFabrico of_data_transporte DATE_ORDER_ASSUMED 1 2',
    ]);
    expect(report).toMatch(/1 {2}OrdensFabrico \(Of_DataTransporte\): As datas em texto/);
    const { rows } = await plant.database.pool.query(
      `SELECT type, entity, key FROM issue_spans WHERE type IN ('DATE_ORDER_ASSUMED', 'BAD_CELL')`,
    );
    expect(rows).toEqual([
      { type: 'DATE_ORDER_ASSUMED', entity: 'ordens_fabrico', key: 'of_data_transporte' },
    ]);
    const { rows: due } = await plant.database.pool.query(
      'SELECT count(*)::int AS n FROM ordens_fabrico WHERE of_data_transporte IS NULL',
    );
    expect(due).toEqual([{ n: 1 }]);
  });

  it('in a rejected row are kept so that the row can be judged again by itself', async () => {
    const dump = dumpWith(dayFirst);
    dump.ordens_fabrico![2] = { ...dump.ordens_fabrico![2], of_id: 1001 };
    const { plant } = await takenIn(dump);
    const { rows } = await plant.database.pool.query(
      `SELECT raw->>'of_data_criacao' AS created FROM run_rejects ORDER BY row_number`,
    );
    expect(rows.map((row) => row.created)).toEqual(['2023-03-01', '2023-03-03']);
    await plant.database.pool.query(
      `UPDATE run_rejects SET raw = raw || '{"of_id": "1003"}' WHERE row_number = 4`,
    );
    await plant.database.pool.query(`DELETE FROM run_rejects WHERE row_number = 2`);
    await replay({ database: plant.database, run: 1 });
    const { rows: orders } = await plant.database.pool.query(
      'SELECT of_data_criacao FROM ordens_fabrico WHERE of_id = 1003',
    );
    expect(orders).toEqual([{ of_data_criacao: '2023-03-03T00:00:00' }]);
  });

  it('cost the row where they belong to its key', async () => {
    const dump = dumpWith(dayFirst, (name) => name === 'funcionariofase_inicio');
    dump.funcionarios_fases_aptos!.push({
      funcionariofase_funcionario_id: 302,
      funcionariofase_fase_id: 8,
      funcionariofase_inicio: '2020-05-05',
    });
    const { plant } = await takenIn(dump);
    expect(await codesOf(plant, 'run_rejects')).toEqual([
      'FuncionariosFasesAptos funcionariofase_inicio NOT_A_DATE 2 2',
    ]);
  });

  it('of an extract of an earlier version are read by the extract alone', async () => {
    const folder = await extracted(await writeWorkbook(dumpWorkbook(dumpWith(dayFirst))));
    const path = join(folder, 'manifest.json');
    const manifest = JSON.parse(await readFile(path, 'utf8'));
    for (const sheet of manifest.sheets) delete sheet.date_readings;
    await writeFile(path, JSON.stringify(manifest));
    const plant = await newPlant(server);
    await plant.ingestFile(folder);
    const reference = await newPlant(server, smallDump());
    expect(await coreChecksum(plant.database.pool)).toBe(await coreChecksum(reference.database.pool));
  });
});

describe('a formula without a stored result', () => {
  it('costs the cell, or the row where it is a key; the folder of an extract gives the same', async () => {
    const formula = { raw: '><f>SUM(A1:A2)</f>' };
    const dump = smallDump();
    dump.modelos![0] = { ...dump.modelos![0], produto_peso_desmolde: formula, produto_nome: formula };
    dump.modelos![1] = { ...dump.modelos![1], produto_id: formula };
    dump.ordens_fabrico![5] = { ...dump.ordens_fabrico![5], of_data_transporte: formula };
    // Nor does a truth value become a number on its way through an extract, or an error of LibreOffice a text.
    dump.ordens_fabrico![6] = { ...dump.ordens_fabrico![6], of_fase_id: true };
    dump.modelos![2] = { ...dump.modelos![2], produto_nome: { raw: ' t="e"><v>Err:502</v>' } };
    const { plant } = await takenIn(dump);
    expect(await codesOf(plant, 'run_issues')).toEqual([
      'Modelos produto_nome CELL_ERROR 1 4',
      'Modelos produto_nome FORMULA_WITHOUT_RESULT 1 2',
      'Modelos produto_peso_desmolde FORMULA_WITHOUT_RESULT 1 2',
      'OrdensFabrico of_data_transporte FORMULA_WITHOUT_RESULT 1 7',
      'OrdensFabrico of_fase_id NOT_A_NUMBER 1 8',
    ]);
    expect(await codesOf(plant, 'run_rejects')).toEqual(['Modelos produto_id FORMULA_WITHOUT_RESULT 1 3']);
  });

  it('makes a row of whatever it stands in, as the text NULL does', async () => {
    const dump = smallDump();
    dump.modelos!.push({ produto_nome: 'NULL' });
    const { plant } = await takenIn(dump);
    expect(await codesOf(plant, 'run_rejects')).toEqual(['Modelos produto_id REQUIRED_MISSING 1 5']);
  });
});
