import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ingested } from '../../src/ingestion/run.js';
import { firstServer } from '../support/database.js';
import { type DumpRow, smallDump } from '../support/dump.js';
import { newPlant, type Plant } from './support.js';

/** A raw row, and what a person would make of it: its key, its row in core, and why it cannot go there. */
interface Judged {
  readonly raw: DumpRow;
  /** Null where the key cannot be read. */
  readonly key: string | null;
  readonly core: Readonly<Record<string, unknown>>;
  readonly rejected: boolean;
  /** Cells that become null. */
  readonly badCells: number;
}

interface Model {
  readonly counts: Readonly<Record<string, number>>;
  readonly core: ReadonlyMap<string, Judged['core']>;
}

/** The accounting of one sheet by brute force. `inserted` etc. are counted row by row. */
function account(core: Model['core'], rows: readonly Judged[]): Model {
  const counts = {
    rows: rows.length,
    inserted: 0,
    updated: 0,
    unchanged: 0,
    duplicates: 0,
    rejected: 0,
    gone: 0,
    kept: 0,
    issues: 0,
  };
  const after = new Map<string, Judged['core']>();
  const claimed = new Set<string>();
  const groups = new Map<string, Judged[]>();
  for (const row of rows) {
    if (!row.rejected) groups.set(row.key!, [...(groups.get(row.key!) ?? []), row]);
    else if (row.key !== null) claimed.add(row.key);
  }
  counts.rejected = rows.filter((row) => row.rejected).length;
  for (const [key, group] of groups) {
    if (new Set(group.map((row) => JSON.stringify(row.core))).size > 1) {
      counts.rejected += group.length;
      claimed.add(key);
      continue;
    }
    counts.duplicates += group.length - 1;
    counts.issues += group[0]!.badCells;
    const before = core.get(key);
    if (before === undefined) counts.inserted++;
    else if (JSON.stringify(before) === JSON.stringify(group[0]!.core)) counts.unchanged++;
    else counts.updated++;
    after.set(key, group[0]!.core);
  }
  for (const [key, row] of core) if (!after.has(key) && claimed.has(key)) after.set(key, row);
  counts.kept = after.size - counts.inserted - counts.updated - counts.unchanged;
  counts.gone = [...core.keys()].filter((key) => !after.has(key)).length;
  return { counts, core: after };
}

/** A cell as written, what it means, and whether it breaks the contract. */
interface Cell {
  readonly raw: string | number | null;
  readonly means: unknown;
  readonly bad: boolean;
}
const fine = (raw: string | number | null, means: unknown = raw): Cell => ({ raw, means, bad: false });
const broken = (raw: string | number): Cell => ({ raw, means: null, bad: true });
const seldom = (usual: fc.Arbitrary<Cell>, ...odd: Cell[]): fc.Arbitrary<Cell> =>
  fc.oneof({ arbitrary: usual, weight: 30 }, { arbitrary: fc.constantFrom(...odd), weight: 1 });
const number = (min: number, max: number): fc.Arbitrary<Cell> =>
  fc.integer({ min, max }).map((value) => (value % 7 === 0 ? fine(` ${value} `, value) : fine(value)));

const noValue = [fine('NULL', null), fine(null), fine(' ', null)];
const badIds = [broken('abc'), broken(0), broken(1e8), broken(2.5), broken('#N/A')];
const missing = [fine('NULL', null), fine(null)];

/** Few ids, and values that mostly follow from them: repetitions and conflicts are frequent. */
const phase: fc.Arbitrary<Judged> = fc
  .record({
    id: seldom(number(1, 70), ...badIds, ...missing),
    order: seldom(fc.constant(fine(1001)), fine(1002), broken('x'), ...missing),
    step: seldom(fc.constant(fine(6)), fine(8), broken(-1), ...missing),
    weight: seldom(
      fc.constantFrom(fine('NULL', null), fine(null)),
      fine(9.5, '9.5'),
      broken('9,5'),
      broken(-1),
    ),
    shift: seldom(fc.constant(fine(1)), ...noValue, broken(99), broken(1.5)),
    rework: seldom(fc.constant(fine(0, false)), fine('sim', true), broken('talvez')),
  })
  .map(({ id, order, step, weight, shift, rework }) => ({
    raw: {
      faseof_id: id.raw,
      faseof_of_id: order.raw,
      faseof_fase_id: step.raw,
      faseof_peso: weight.raw,
      faseof_turno: shift.raw,
      faseof_retorno: rework.raw,
    },
    key: id.means === null ? null : String(id.means),
    core: {
      faseof_id: id.means,
      faseof_of_id: order.means,
      faseof_fase_id: step.means,
      faseof_peso: weight.means,
      faseof_turno: shift.means,
      faseof_retorno: rework.means,
    },
    rejected: [id, order, step].some((cell) => cell.means === null),
    badCells: [weight, shift, rework].filter((cell) => cell.bad).length,
  }));

const words = fc.constantFrom(
  fine('Pintura com bolhas.'),
  fine(' Pintura com bolhas. ', 'Pintura com bolhas.'),
  fine('Ré, "ção"\n; |'),
  fine('NULL', null),
);

const errorLine: fc.Arbitrary<Judged> = fc
  .record({
    text: words,
    order: seldom(number(1001, 1015), broken('x'), ...missing),
    gravity: seldom(number(1, 3), broken(4), broken('grave'), ...noValue),
    culprit: seldom(number(50_001, 50_003), ...noValue, broken(0)),
  })
  .map(({ text, order, gravity, culprit }) => {
    const core = {
      ofch_descricao_erro: text.means,
      ofch_of_id: order.means,
      ofch_gravidade: gravity.means,
      ofch_faseof_culpada: culprit.means,
    };
    return {
      raw: {
        ofch_descricao_erro: text.raw,
        ofch_of_id: order.raw,
        ofch_fase_avaliacao: 6,
        ofch_gravidade: gravity.raw,
        ofch_faseof_culpada: culprit.raw,
      },
      key: order.means === null ? null : JSON.stringify(core),
      core,
      rejected: order.means === null,
      badCells: [gravity, culprit].filter((cell) => cell.bad).length,
    };
  });

const dumps = fc.array(
  fc.record({
    fases_ordem_fabrico: fc.array(phase, { minLength: 60, maxLength: 250 }),
    erros_ordem_fabrico: fc.array(errorLine, { minLength: 60, maxLength: 250 }),
  }),
  { minLength: 2, maxLength: 3 },
);

const sheetsOf = {
  fases_ordem_fabrico: 'FasesOrdemFabrico',
  erros_ordem_fabrico: 'OrdemFabricoErros',
} as const;
type Table = keyof typeof sheetsOf;

function countsIn({ sheets }: Ingested, sheet: string, names: readonly string[]): Record<string, number> {
  const one = sheets.find((candidate) => candidate.sheet === sheet)!;
  const issues = Object.values(one.issues).reduce((sum, count) => sum + count, 0);
  const all: Record<string, unknown> = { ...one, issues };
  return Object.fromEntries(names.map((name) => [name, Number(all[name])]));
}

async function coreOf({ database }: Plant, table: Table, sample: Judged['core']): Promise<string[]> {
  const { rows } = await database.pool.query(`SELECT ${Object.keys(sample).join(', ')} FROM ${table}`);
  return rows.map((row) => JSON.stringify(row)).sort();
}

describe('the accounting of any mix of valid, invalid, repeated and conflicting rows', () => {
  it('equals a count by brute force, over consecutive dumps', async () => {
    await fc.assert(
      fc.asyncProperty(dumps, async (consecutive) => {
        const plant = await newPlant(firstServer);
        const held: Record<Table, Model['core']> = {
          fases_ordem_fabrico: new Map(),
          erros_ordem_fabrico: new Map(),
        };
        for (const [nth, rows] of consecutive.entries()) {
          const dump = smallDump();
          for (const table of Object.keys(sheetsOf) as Table[])
            dump[table] = rows[table].map((row) => row.raw);
          const taken = await plant.ingest(dump, { force: true, asOf: '2023-05-01T00:00:00' });
          for (const table of Object.keys(sheetsOf) as Table[]) {
            const model = account(held[table], rows[table]);
            const counts = countsIn(taken, sheetsOf[table], Object.keys(model.counts));
            expect(counts, `${table}, dump ${nth + 1}`).toEqual(model.counts);
            const expected = [...model.core.values()].map((row) => JSON.stringify(row)).sort();
            expect(await coreOf(plant, table, rows[table][0]!.core), table).toEqual(expected);
            held[table] = model.core;
          }
        }
      }),
      { numRuns: 6, endOnFailure: true },
    );
  });
});
