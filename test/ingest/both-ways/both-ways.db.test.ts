import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { sheets } from '../../../src/contract/index.js';
import { check } from '../../../src/evidence/check/check.js';
import { replay } from '../../../src/ingestion/replay.js';
import { rollback } from '../../../src/ingestion/rollback.js';
import { ProdplanError } from '../../../src/platform/errors.js';
import { firstServer } from '../../support/database.js';
import type { Dump, WorkbookOptions } from '../../support/dump.js';
import { newPlant, type Plant } from '../support.js';
import { certainChains, chains, firstDay, nextDay, type Step } from './chains.js';
import { stateOf } from './state.js';

// In so small a factory any change touches much: all that can be put right by the changes is, nevertheless.
vi.mock('../../../src/platform/few-changes.js', () => ({ fewChanges: 1e9, fewOrders: 1e9 }));

const numRuns = Number(process.env.PRODPLAN_TEST_CHAINS ?? 6);
const seed = process.env.PRODPLAN_TEST_SEED;

describe('a dump that is compared by the ledger', () => {
  it(
    'leaves what one leaves whose every row goes to the database, over any chain of dumps, rollbacks and replays',
    async () => {
      const ways = new Set<string | null>();
      await fc.assert(
        fc.asyncProperty(chains, async (steps) => {
          const [byLedger, whole] = [
            await newPlant(firstServer, firstDay()),
            await newPlant(firstServer, firstDay()),
          ];
          let factory = firstDay();
          let day = 20;
          for (const [nth, step] of steps.entries()) {
            if (step.kind === 'dump') {
              factory = nextDay(factory, step.edits);
              day += step.options.days;
            }
            const ended = await take(byLedger, false, step, factory, day);
            expect(ended, `step ${nth + 1}`).toEqual(await take(whole, true, step, factory, day));
            expect(await stateOf(byLedger.database.pool), `step ${nth + 1}: ${ended}`).toEqual(
              await stateOf(whole.database.pool),
            );
          }
          // What was put right by the changes is what counting all of it gives; the ledger is that of core.
          const { counts, integrity } = await check(byLedger.database.pool);
          expect(counts.flatMap(({ differences }) => differences)).toEqual([]);
          expect(integrity.filter(({ rows }) => rows > 0)).toEqual([]);
          for (const way of await waysOf(byLedger)) ways.add(way);
          expect(await waysOf(whole)).not.toContain('difference');
          await byLedger.drop();
          await whole.drop();
        }),
        {
          numRuns: numRuns + certainChains.length,
          examples: certainChains.map((one): [Step[]] => [one]),
          ...(seed === undefined ? {} : { seed: Number(seed) }),
        },
      );
      // What was to be tried has been tried.
      expect([...ways]).toEqual(expect.arrayContaining(['difference', 'whole', 'same']));
    },
    (numRuns + certainChains.length) * 60_000,
  );
});

/** How a step ended: the kind of run and its status, or the refusal. */
async function take(
  plant: Plant,
  wholeWay: boolean,
  step: Step,
  factory: Dump,
  day: number,
): Promise<string> {
  try {
    return await taken(plant, wholeWay, step, factory, day);
  } catch (error) {
    if (!(error instanceof ProdplanError)) throw error;
    return `${error.code}: ${error.message}`;
  }
}

async function taken(
  plant: Plant,
  wholeWay: boolean,
  step: Step,
  factory: Dump,
  day: number,
): Promise<string> {
  const { database } = plant;
  if (step.kind === 'rollback') return (await rollback({ database, to: null })).result.status;
  if (step.kind === 'replay') return (await replay({ database, run: 1 })).result.status;
  const { force, without, shuffled } = step.options;
  const asOf = new Date(Date.UTC(2023, 3, day, 10)).toISOString().slice(0, 19);
  const file = shuffled === null ? factory : { ...factory, [shuffled]: factory[shuffled]!.toReversed() };
  const lacking = sheets.find(({ table }) => table === without)?.sheet;
  const workbook: WorkbookOptions = { edit: (all) => all.filter(({ name }) => name !== lacking) };
  const options = { asOf, force, wholeWay, allowMissingSheets: without !== null };
  return (await plant.ingest(file, options, workbook)).result.status;
}

async function waysOf({ database }: Plant): Promise<(string | null)[]> {
  const { rows } = await database.pool.query<{ way: string | null }>(
    'SELECT DISTINCT way FROM ingestion_sheet_runs',
  );
  return rows.map(({ way }) => way);
}
