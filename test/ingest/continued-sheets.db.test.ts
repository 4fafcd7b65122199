import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readIssues } from '../../src/evidence/index.js';
import { readRejects, readRejectsPage } from '../../src/ingestion/records/rejects.js';
import { replay } from '../../src/ingestion/replay.js';
import { isWorkbookName } from '../../src/jobs/watch/arrivals.js';
import { insertWorkbook, withWorkbook } from '../../src/jobs/workbooks/stored.js';
import { identifyFiles } from '../../src/source/identify.js';
import { prodplan } from '../support/cli.js';
import { coreChecksum, coreCounts } from '../support/core.js';
import { firstServer } from '../support/database.js';
import { type Dump, dumpWorkbook, smallDump, temporaryFolder } from '../support/dump.js';
import { type SheetRows, zip } from '../support/xlsx-builder.js';
import { countsOf, newPlant } from './support.js';

const server = firstServer;
const phases = 'FasesOrdemFabrico';

/** The phases from this row on stand in a sheet of their own. */
const continued =
  (from: number, name = `${phases} (2)`) =>
  (sheets: SheetRows[]): SheetRows[] =>
    sheets.flatMap((sheet) => {
      if (sheet.name !== phases) return [sheet];
      const [header, ...rows] = sheet.rows;
      return [
        { name: phases, rows: [header!, ...rows.slice(0, from)] },
        { name, rows: [header!, ...rows.slice(from)] },
      ];
    });

/** A dump in two workbooks: the phases from this row on, and the models, stand in the second. */
async function twoWorkbooks(dump: Dump, from = 40): Promise<[string, string]> {
  const folder = await temporaryFolder();
  const isSecond = ({ name }: SheetRows) => name === `${phases} (2)` || name === 'Modelos';
  const paths: [string, string] = [join(folder, 'A.xlsx'), join(folder, 'B.xlsx')];
  for (const [place, path] of paths.entries()) {
    const edit = (sheets: SheetRows[]) =>
      continued(from)(sheets).filter((sheet) => isSecond(sheet) === (place === 1));
    await writeFile(path, dumpWorkbook(dump, { edit }));
  }
  return paths;
}

/** Faults in both parts: a key that is none, a bad cell, an end before its start, two rows that contradict each other. */
function faulty(): Dump {
  const dump = smallDump();
  const rows = dump.fases_ordem_fabrico!;
  rows[3] = { ...rows[3]!, faseof_id: 'abc' };
  rows[43] = { ...rows[43]!, faseof_id: 'abc' };
  rows[44] = { ...rows[44]!, faseof_turno: 'noite' };
  rows[50] = { ...rows[50]!, faseof_id: 50_001 };
  rows[51] = { ...rows[9]! };
  return dump;
}

describe('a dump whose sheet goes on in another one', () => {
  it('gives what the whole sheet gives, and tells each row by its part', async () => {
    const whole = await newPlant(server, faulty());
    const plant = await newPlant(server);
    const { pool } = plant.database;
    const done = await plant.ingest(faulty(), {}, { edit: continued(40) });
    expect(await coreChecksum(pool)).toBe(await coreChecksum(whole.database.pool));
    expect(countsOf(done, phases)).toMatchObject({ rows: 80, duplicates: 1, rejected: 4 });
    const rejects = await readRejects(pool, done.result.run_id!, phases);
    const second = `${phases} (2)`;
    expect(
      rejects.map(({ part, source_sheet, row_number, code }) => [part, source_sheet, row_number, code]),
    ).toEqual([
      [1, phases, 2, 'DUPLICATE_KEY'],
      [1, phases, 5, 'NOT_A_NUMBER'],
      [2, second, 5, 'NOT_A_NUMBER'],
      [2, second, 12, 'DUPLICATE_KEY'],
    ]);
    const wanted = { sheet: null, limit: 2, pseudonymous: true };
    const page = await readRejectsPage(pool, done.result.run_id!, { ...wanted, after: [phases, 1, 5] });
    expect(page.map(({ part, row_number }) => [part, row_number])).toEqual([
      [2, 5],
      [2, 12],
    ]);
    const { rows: issues } = await pool.query(
      `SELECT part, row_number FROM run_issues WHERE code = 'NOT_A_NUMBER' AND column_name = 'faseof_turno'`,
    );
    expect(issues).toEqual([{ part: 2, row_number: 6 }]);
    const found = await readIssues(pool, { type: 'BAD_CELL', all: false, limit: 10 });
    expect(found.issues[0]?.sample[0]).toMatchObject({ row: 6, sheet: second });
    // A row without a key is told by its place.
    const { rows: spans } = await pool.query(
      `SELECT key FROM issue_spans WHERE type = 'REJECTED_ROW' ORDER BY key COLLATE "C"`,
    );
    expect(spans.length).toBeGreaterThan(0);
  });

  it('carries findings over while sheet and parts are the same, and judges again where the parts are others', async () => {
    const plant = await newPlant(server);
    const { pool } = plant.database;
    await plant.ingest(faulty(), {}, { edit: continued(40) });
    const before = await coreChecksum(pool);
    const other = faulty();
    other.modelos![0] = { ...other.modelos![0], produto_peso_desmolde: 9 };
    const same = await plant.ingest(other, {}, { edit: continued(40) });
    expect(countsOf(same, phases)).toMatchObject({ skipped: true, rejected: 4 });
    const moved = await plant.ingest(other, {}, { edit: continued(42, `${phases}_2`) });
    expect(countsOf(moved, phases)).toMatchObject({ skipped: false, rejected: 4, inserted: 0, updated: 0 });
    const places = async (run: number | null) =>
      (await readRejects(pool, run!, phases)).map((one) => [one.source_sheet, one.row_number]);
    expect((await places(same.result.run_id)).slice(2)).toEqual([
      [`${phases} (2)`, 5],
      [`${phases} (2)`, 12],
    ]);
    expect((await places(moved.result.run_id)).slice(2)).toEqual([
      [`${phases}_2`, 3],
      [`${phases}_2`, 10],
    ]);
    await plant.ingest(faulty(), {}, { edit: continued(40) });
    expect(await coreChecksum(pool)).toBe(before);
  });

  it('replays its rejects, which have the same row number in both parts', async () => {
    const plant = await newPlant(server);
    const { pool } = plant.database;
    const { result } = await plant.ingest(faulty(), {}, { edit: continued(40) });
    // As if the contract of that day had refused rows that today's takes.
    await pool.query(
      `UPDATE run_rejects SET raw = jsonb_set(raw, '{faseof_id}', to_jsonb((99000 + part)::text)) WHERE code = 'NOT_A_NUMBER'`,
    );
    const { sheets, result: again } = await replay({ database: plant.database, run: result.run_id! });
    expect(sheets.find((one) => one.sheet === phases)).toMatchObject({ inserted: 2, rejected: 2 });
    const { rows } = await pool.query(
      'SELECT faseof_id FROM fases_ordem_fabrico WHERE faseof_id > 90000 ORDER BY 1',
    );
    expect(rows).toEqual([{ faseof_id: 99_001 }, { faseof_id: 99_002 }]);
    const left = await readRejects(pool, again.run_id!, phases);
    expect(left.map((one) => [one.source_sheet, one.row_number])).toEqual([
      [phases, 2],
      [`${phases} (2)`, 12],
    ]);
  });

  it('reads the copy of a sheet as repetitions, each counted', async () => {
    const plant = await newPlant(server);
    const copy = (sheets: SheetRows[]) => [
      ...sheets,
      { ...sheets.find(({ name }) => name === 'Modelos')!, name: 'Modelos (2)', hidden: true },
    ];
    const done = await plant.ingest(smallDump(), {}, { edit: copy });
    expect(countsOf(done, 'Modelos')).toMatchObject({ rows: 6, inserted: 3, duplicates: 3, rejected: 0 });
  });
});

describe('a dump of several workbooks', () => {
  it('is one run, by command, folder and replay; the same files in any order are the same dump', async () => {
    const plant = await newPlant(server);
    const { pool } = plant.database;
    const home = await temporaryFolder();
    const env = { DATABASE_URL: plant.url, PRODPLAN_HOME: home, NO_COLOR: '1' };
    const [a, b] = await twoWorkbooks(faulty());
    const first = await prodplan(['ingest', a, b], env);
    expect(first, first.stderr).toMatchObject({ exitCode: 0 });
    expect(first.stdout).toMatch(/FasesOrdemFabrico .* em 2 partes/);
    const whole = await newPlant(server, faulty());
    expect(await coreChecksum(pool)).toBe(await coreChecksum(whole.database.pool));

    const rejects = await prodplan(['rejects', '1'], env);
    expect(rejects.stdout).toMatch(/B\.xlsx: FasesOrdemFabrico \(2\) +5 +NOT_A_NUMBER/);
    const csv = await prodplan(['rejects', '1', '--csv'], env);
    expect(csv.stdout).toContain(',2,B.xlsx: FasesOrdemFabrico (2)');

    const again = await prodplan(['ingest', b, a, '--json'], env);
    expect(JSON.parse(again.stdout)).toMatchObject({ status: 'unchanged' });
    const out = join(home, 'out');
    const extracted = await prodplan(['extract', b, a, '--out', out], env);
    expect(extracted, extracted.stderr).toMatchObject({ exitCode: 0 });
    expect(await readdir(out)).toHaveLength(10);
    expect(JSON.parse((await prodplan(['ingest', out, '--json'], env)).stdout)).toMatchObject({
      status: 'unchanged',
    });
    const check = await prodplan(['check', '--json'], env);
    expect(JSON.parse(check.stdout).counts ?? check.stdout).toBeTruthy();
    expect(check.stderr).toBe('');
    const { rows } = await pool.query(`SELECT source_name FROM ingestion_runs WHERE status = 'completed'`);
    expect(rows).toEqual([{ source_name: 'A.xlsx + B.xlsx' }]);
  });

  it('misses a sheet only where no workbook has it, and takes the latest moment', async () => {
    const plant = await newPlant(server);
    const [a, b] = await twoWorkbooks(smallDump());
    await expect(plant.ingestFile(a)).rejects.toMatchObject({ code: 'MISSING_SHEET' });
    await expect(plant.ingestFile(b)).rejects.toMatchObject({ code: 'SHEET_PART_MISSING' });
    const { result } = await plant.ingest(smallDump());
    const several = await plant.ingestFile([b, a]);
    expect(several.result.as_of).toBe(result.as_of);
    // Its rows stand elsewhere now; in the next dump of workbooks of these names they stand where they stood.
    expect(several.result.sheets.filter(({ skipped }) => skipped)).toEqual([]);
    const next = smallDump();
    next.modelos![0] = { ...next.modelos![0], produto_peso_desmolde: 9 };
    const later = await plant.ingestFile(await twoWorkbooks(next));
    expect(later.result.sheets.filter(({ skipped }) => !skipped).map(({ sheet }) => sheet)).toEqual([
      'Modelos',
    ]);
    expect(await coreCounts(plant.database.pool)).toMatchObject({ fases_ordem_fabrico: 80, modelos: 3 });
  });

  it('is handed to a worker as one zip, which is the same dump as its workbooks', async () => {
    const plant = await newPlant(server);
    const { database } = plant;
    const folder = await temporaryFolder();
    const paths = await twoWorkbooks(faulty());
    const parts = paths.map(async (path) => ({
      name: basename(path),
      data: await readFile(path),
      stored: true,
    }));
    const zipped = join(folder, 'Folha_IA.zip');
    await writeFile(zipped, zip(await Promise.all(parts)));
    const { workbookSha256, sizeBytes } = await identifyFiles(zipped);
    await insertWorkbook(database, { path: zipped, sha256: workbookSha256, bytes: sizeBytes });
    const extracts = join(folder, 'extracts');
    const kept = {
      workbook_sha256: workbookSha256,
      source_name: 'Folha_IA.zip',
      isWantedByOthers: async () => false,
    };
    const done = await withWorkbook(database, extracts, kept, (path) =>
      plant.ingestFile(path, { extractsFolder: extracts }),
    );
    expect(done.result).toMatchObject({ status: 'completed', workbook_sha256: workbookSha256 });
    expect(countsOf(done, phases)).toMatchObject({ rows: 80, rejected: 4 });
    expect(await readdir(extracts)).toEqual([`run-${done.result.run_id}`]);
    expect((await plant.ingestFile(paths)).result.status).toBe('unchanged');
    expect(isWorkbookName('Folha_IA.zip')).toBe(true);
  });
});
