import { expect, it, onTestFinished } from 'vitest';
import { replay } from '../../src/ingestion/replay.js';
import { rollback } from '../../src/ingestion/rollback.js';
import type { Ingested } from '../../src/ingestion/run.js';
import { lastRun, published } from '../ingest/bad-input-support.js';
import { newPlant, type Plant } from '../ingest/support.js';
import { coreChecksum } from '../support/core.js';
import { onEveryServer } from '../support/database.js';
import { type Dump, serial, smallDump } from '../support/dump.js';

function later(): Dump {
  const dump = smallDump();
  dump.ordens_fabrico![18] = { ...dump.ordens_fabrico![18], of_data_transporte: serial('2023-05-02') };
  return dump;
}

function withReject(): Dump {
  const dump = smallDump();
  dump.fases_ordem_fabrico![7] = { ...dump.fases_ordem_fabrico![7], faseof_fase_id: 'oito' };
  return dump;
}

/** What each kind of run needs before it, and the run itself, which calls back when it is about to publish. */
type Kind = readonly [
  name: string,
  holding: readonly Dump[],
  prepare: (plant: Plant) => Promise<unknown>,
  run: (plant: Plant, onStage: (stage: string) => void) => Promise<Ingested>,
];

const kinds: readonly Kind[] = [
  [
    'ingest',
    [smallDump()],
    async () => {},
    (plant, onStage) =>
      plant.ingest(later(), { onProgress: (event) => event.kind === 'stage' && onStage(event.stage) }),
  ],
  [
    'rollback',
    [smallDump(), later()],
    async () => {},
    ({ database }, onStage) =>
      rollback({
        database,
        to: null,
        onProgress: (event) => event.kind === 'stage' && onStage(event.stage),
      }),
  ],
  [
    'replay',
    [withReject()],
    ({ database: { pool } }) => pool.query(`UPDATE run_rejects SET raw = raw || '{"faseof_fase_id": "8"}'`),
    ({ database }, onStage) =>
      replay({
        database,
        run: 1,
        onProgress: (event) => event.kind === 'stage' && onStage(event.stage),
      }),
  ],
];

onEveryServer('a run that another has overtaken', (server) => {
  it.each(kinds)('publishes nothing: %s', async (_name, holding, prepare, run) => {
    const plant = await newPlant(server, ...holding);
    const { pool } = plant.database;
    const look = async (): Promise<unknown> => [
      await coreChecksum(pool),
      await published(plant as never),
      (await pool.query('SELECT count(*) FROM run_changes')).rows[0],
    ];
    await prepare(plant);
    const before = await look();
    let drawn: Promise<unknown> | null = null;
    const refused = run(plant, (stage) => {
      if (stage === 'merge') drawn ??= pool.query('UPDATE run_fence SET number = number + 1');
    });
    await expect(refused).rejects.toMatchObject({ kind: 'locked', code: 'RUN_FENCED' });
    await drawn;
    expect(drawn, 'the number was drawn while it ran').not.toBeNull();
    expect(await look()).toEqual(before);
    expect(await lastRun(plant)).toMatchObject({ status: 'failed', error_code: 'RUN_FENCED' });
    // The same run, asked for again, goes through: it draws a number of its own.
    expect((await run(plant, () => {})).result.status).toBe('completed');
    expect(await look()).not.toEqual(before);
  });

  it('keeps its own words where the one that overtook it has marked it dead', async () => {
    const plant = await newPlant(server, smallDump());
    const { pool } = plant.database;
    const session = await plant.database.connect();
    onTestFinished(() => session.end());
    const refused = plant.ingest(later(), {
      onProgress: (event) => {
        if (event.kind !== 'stage' || event.stage !== 'merge') return;
        void pool.query(
          `WITH f AS (UPDATE run_fence SET number = number + 1)
           UPDATE ingestion_runs SET status = 'failed', error_code = 'RUN_DIED' WHERE status = 'running'`,
        );
      },
    });
    await expect(refused).rejects.toMatchObject({ code: 'RUN_FENCED' });
    expect(await lastRun(plant)).toMatchObject({ status: 'failed', error_code: 'RUN_FENCED' });
  });
});
