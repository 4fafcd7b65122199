import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { diffRuns } from '../../src/evidence/diff/diff.js';
import { rollback } from '../../src/ingestion/rollback.js';
import type { Database } from '../../src/platform/database.js';
import { migrateDown, migrateUp } from '../../src/platform/migrate.js';
import { migrationNames, migrationsFolder } from '../../src/platform/migration-files.js';
import { newPlant, type Plant } from '../ingest/support.js';
import { dataOf } from '../services/factory.js';
import { firstServer } from '../support/database.js';
import { type Dump, serial, smallDump } from '../support/dump.js';

/** What a dump says of an order: its due day, and the day on which it was finished. */
type Said = readonly [due: string | null, finished?: string];
type State = Readonly<Record<number, Said>>;

/** Three open orders, moved about; all others of the small dump are finished, and due on 20 April. */
const states: readonly State[] = [
  { 1018: ['2023-04-22'], 1019: [null], 1020: ['2023-04-25'] },
  { 1018: ['2023-04-29'], 1019: ['2023-04-27'], 1020: ['2023-04-25'] },
  { 1018: ['2023-04-26'], 1019: ['2023-05-03'], 1020: ['2023-04-28', '2023-04-23'] },
];

function dumpOf(state: State): Dump {
  const dump = smallDump();
  dump.ordens_fabrico = dump.ordens_fabrico!.map((row) => {
    const said = state[row.of_id as number];
    if (said === undefined) return row;
    const [due, finished] = said;
    return {
      ...row,
      of_data_transporte: due === null ? 'NULL' : serial(due),
      of_data_acabamento: finished === undefined ? 'NULL' : serial(finished),
    };
  });
  return dump;
}

interface Seen {
  readonly of_id: number;
  readonly run_id: number;
  readonly day: string | null;
  readonly previous_day: string | null;
  readonly is_finished: boolean;
  readonly withdrawn_by: number | null;
}

async function seen({ database: { pool } }: Plant): Promise<Seen[]> {
  const { rows } = await pool.query<Seen>(
    'SELECT of_id, run_id, day, previous_day, is_finished, withdrawn_by FROM seen_due_day ORDER BY run_id, of_id',
  );
  return rows;
}

/** The rows that a list of states leaves, told apart one by one; `withdrawn` says which runs are, and by which. */
function expected(
  shown: readonly (readonly [run: number, State])[],
  withdrawn: ReadonlyMap<number, number>,
): Seen[] {
  const rows: Seen[] = [];
  for (const [run_id, state] of shown) {
    for (const [id, [due, finished]] of Object.entries(state)) {
      const of_id = Number(id);
      const before = rows.filter((one) => one.of_id === of_id && one.withdrawn_by === null).at(-1);
      const is_finished = finished !== undefined;
      if (before === undefined ? due === null || is_finished : before.day === due) continue;
      rows.push({
        of_id,
        run_id,
        day: due,
        previous_day: before?.day ?? null,
        is_finished,
        withdrawn_by: null,
      });
    }
  }
  return rows.map((one) => ({ ...one, withdrawn_by: withdrawn.get(one.run_id) ?? null }));
}

async function threeRuns(): Promise<Plant> {
  const plant = await newPlant(firstServer);
  for (const [n, state] of states.entries())
    await plant.ingest(dumpOf(state), { asOf: `2023-04-${20 + n * 2}T18:00:00` });
  return plant;
}

const numbered = states.map((state, n) => [n + 1, state] as const);
const orderOf = ({ database: { pool } }: Plant, of_id: number) =>
  dataOf<{ due_first: string | null; due_slips: number; due_day: string | null }>(pool, 'prodplan.order', {
    of_id: String(of_id),
  });

async function slipsOf({ database: { pool } }: Plant): Promise<unknown[]> {
  const { rows } = await pool.query(
    `SELECT key, rows, sample FROM data_quality_issues WHERE type = 'DUE_DAY_SLIPPED' AND resolved_run_id IS NULL ORDER BY key`,
  );
  return rows;
}

describe('due days', () => {
  it('are remembered with the run that saw them; what a rollback withdraws is kept and counts for nothing', async () => {
    const plant = await threeRuns();
    const { database } = plant;
    expect(await seen(plant)).toEqual(expected(numbered, new Map()));
    expect(await orderOf(plant, 1018)).toMatchObject({
      due_first: '2023-04-22',
      due_slips: 1,
      due_day: '2023-04-26',
    });
    expect(await orderOf(plant, 1019)).toMatchObject({ due_first: '2023-04-27', due_slips: 1 });
    expect(await orderOf(plant, 1020)).toMatchObject({ due_first: '2023-04-25', due_slips: 1 });
    // Nobody saw it before it was finished.
    expect(await orderOf(plant, 1001)).toMatchObject({ due_first: null, due_slips: 0 });
    // Of 1020 one can no longer do anything.
    expect(await slipsOf(plant)).toEqual([
      { key: '1018', rows: 1, sample: [{ run_id: 2, was: '2023-04-22', is: '2023-04-29' }] },
      { key: '1019', rows: 1, sample: [{ run_id: 3, was: '2023-04-27', is: '2023-05-03' }] },
    ]);
    const { orders } = await diffRuns(database.pool, 1, 3);
    const slips = (list: readonly { readonly key: string }[]) => list.map(({ key }) => key);
    expect(slips(orders.due_moved)).toEqual(['1018', '1019', '1020']);
    expect(slips(orders.due_slipped)).toEqual(['1018', '1020']);

    await rollback({ database, to: 2 });
    expect(await seen(plant)).toEqual(expected(numbered, new Map([[3, 4]])));
    expect(await orderOf(plant, 1019)).toMatchObject({ due_first: '2023-04-27', due_slips: 0 });
    expect(await slipsOf(plant)).toMatchObject([{ key: '1018' }]);

    // The next dump goes on from what the second run saw.
    await plant.ingest(dumpOf({ ...states[1], 1019: ['2023-04-30'] }), { asOf: '2023-04-26T18:00:00' });
    expect((await seen(plant)).at(-1)).toMatchObject({ of_id: 1019, run_id: 5, previous_day: '2023-04-27' });

    // A rollback of the rollback brings back what it had withdrawn, and withdraws what came after.
    await rollback({ database, to: 3 });
    const back = await seen(plant);
    expect(back.filter((one) => one.run_id <= 3)).toEqual(expected(numbered, new Map()));
    expect(back.find((one) => one.run_id === 5)).toMatchObject({ withdrawn_by: 6 });
  });

  it('are seeded by the migration from the runs that are still kept, as if they had been remembered then', async () => {
    const plant = await threeRuns();
    await rollback({ database: plant.database, to: 2 });
    await plant.ingest(dumpOf({ ...states[2], 1018: ['2023-05-09'] }), { asOf: '2023-04-26T18:00:00' });
    const remembered = await seen(plant);
    expect(remembered.length).toBeGreaterThan(7);
    await seedAnew(plant.database);
    expect(await seen(plant)).toEqual(remembered);

    // Where the changes of the first runs are gone, it begins with the oldest state that is still known.
    await seedAnew(
      plant.database,
      'DELETE FROM run_changes WHERE run_id = 2; UPDATE ingestion_runs SET changes_pruned_at = now() WHERE run_id = 2',
    );
    const since = await seen(plant);
    expect(since.filter((one) => one.run_id === 2)).toEqual(
      expected([[2, states[1]!]], new Map()).map((one) => ({ ...one, previous_day: null })),
    );
    expect(since.filter((one) => one.run_id > 2)).toEqual(remembered.filter((one) => one.run_id > 2));
  });

  it('are held against the finish, the last beside the first, once there are five', async () => {
    const plant = await newPlant(firstServer);
    const overview = () => dataOf<object>(plant.database.pool, 'kpis.overview');
    const open: State = {
      1016: ['2023-04-21'],
      1017: ['2023-04-21'],
      1018: ['2023-04-22'],
      1019: ['2023-04-23'],
    };
    await plant.ingest(dumpOf({ ...open, 1020: ['2023-04-25'] }), { asOf: '2023-04-20T18:00:00' });
    const next: State = {
      1016: ['2023-04-21', '2023-04-21'],
      1017: ['2023-04-21', '2023-04-22'],
      1018: ['2023-04-29'],
      1019: ['2023-04-23', '2023-04-22'],
    };
    // Four were first due before the dump's day: 1016 and 1019 kept to it.
    await plant.ingest(dumpOf({ ...next, 1020: ['2023-04-25'] }), { asOf: '2023-04-24T18:00:00' });
    expect(await overview()).toMatchObject({
      first_due_orders: 4,
      first_due_on_time: 2,
      on_time_rate_first: null,
    });
    await plant.ingest(dumpOf({ ...next, 1020: ['2023-04-28', '2023-04-23'] }), {
      asOf: '2023-04-28T18:00:00',
    });
    expect(await overview()).toMatchObject({
      first_due_orders: 5,
      first_due_on_time: 3,
      on_time_rate_first: 3 / 5,
    });
  });
});

/** Fills the table anew by the statement of its migration, under the names that the tables had then. */
async function seedAnew(database: Database, first = ''): Promise<void> {
  const names = migrationNames(migrationsFolder);
  await migrateDown(database, names.length - names.findIndex((name) => name.endsWith('_vocabulary')));
  const text = readFileSync(new URL('../../migrations/0017_due_days.sql', import.meta.url), 'utf8');
  const seeding = text.slice(text.indexOf('WITH RECURSIVE cadeia'), text.indexOf('DROP VIEW ordem_factos;'));
  await database.pool.query(`${first}; DELETE FROM prazo_visto; ${seeding}`);
  await migrateUp(database);
}

describe('the alarm of due days that know the future', () => {
  const asOf = '2023-04-30T18:00:00';
  const day = (n: number) => new Date(Date.UTC(2022, 0, 1 + n)).toISOString().slice(0, 10);
  const now = 484;

  /** An order a day, finished after 40 days on its due day; of the open ones every `every`th has a due day, its 41st. */
  function factory(every: number): Dump {
    const dump = smallDump();
    dump.fases_ordem_fabrico = [];
    dump.funcionarios_fase_ordem_fabrico = [];
    dump.erros_ordem_fabrico = [];
    dump.ordens_fabrico = Array.from({ length: now }, (_, n) => ({
      of_id: 10_001 + n,
      of_data_criacao: serial(day(n)),
      of_data_acabamento: n + 40 < now ? serial(day(n + 40)) : 'NULL',
      of_produto_id: 201,
      of_fase_id: n + 40 < now ? 12 : 6,
      of_data_transporte: n + 40 < now || n % every === 0 ? serial(day(n + 40)) : 'NULL',
    }));
    return dump;
  }

  const alarms = async ({ database: { pool } }: Plant) =>
    (
      await pool.query<{ rows: number; sample: Record<string, number | string>[] }>(
        `SELECT rows, sample FROM data_quality_issues WHERE type = 'DUE_DAYS_KNOW_FUTURE'`,
      )
    ).rows;

  it('is raised where open orders have far fewer due days now than such orders have for the past', async () => {
    const plant = await newPlant(firstServer);
    await plant.ingest(factory(4), { asOf });
    // 40 are open, of which 10 have a due day; of those open on any past 15th all have one, and those due within 14 days are 15 of 40.
    const [alarm] = await alarms(plant);
    expect(alarm).toMatchObject({ rows: 10 });
    const [present, past] = alarm!.sample;
    expect(present).toMatchObject({ moment: '2023-04-30', with_due: 0.25 });
    expect(past).toMatchObject({ moments: 9, with_due: 1, near: 0.375 });
  });

  it('is not raised where as many have one', async () => {
    const plant = await newPlant(firstServer);
    await plant.ingest(factory(1), { asOf });
    expect(await alarms(plant)).toEqual([]);
  });
});
