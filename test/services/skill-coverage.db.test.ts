import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask, readParams, services } from '../../src/services/index.js';
import type { TestDatabase } from '../support/database.js';
import { dataOf, sampleFactory } from './factory.js';

interface Line {
  readonly fase_id: number;
  readonly qualified: number;
  readonly qualified_active: number;
  readonly worked: number | null;
  readonly worked_unqualified: number | null;
  readonly ready_worked: number | null;
  readonly participations: number | null;
  readonly carrying: number | null;
  readonly orders: number;
  readonly orders_waiting: number;
  readonly fragile: string | null;
  readonly names: string | null;
}

type Row = Readonly<Record<string, unknown>>;

let factory: TestDatabase;
beforeAll(async () => {
  factory = await sampleFactory(500);
  // A skill that begins later, one that was given twice, and one of somebody whom no sheet lists.
  await factory.database.pool.query(`
    INSERT INTO funcionarios_fases_aptos (funcionariofase_funcionario_id, funcionariofase_fase_id, funcionariofase_inicio)
    SELECT funcionariofase_funcionario_id, funcionariofase_fase_id, timestamp '2001-01-01' FROM funcionarios_fases_aptos ORDER BY 1, 2 LIMIT 3;
    INSERT INTO funcionarios_fases_aptos (funcionariofase_funcionario_id, funcionariofase_fase_id, funcionariofase_inicio)
    VALUES (999999, 1, timestamp '2001-01-01'), (999998, 1, timestamp '2099-01-01')`);
  // Of the phase at which most boats stand all who are qualified have left, but one.
  await factory.database.pool.query(`
    WITH busiest AS (
      SELECT o.fase_id FROM agg_order o JOIN fases_catalogo c ON c.fase_id = o.fase_id
      WHERE o.is_open AND c.fase_de_producao AND NOT c.fase_automatica GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1
    ), skilled AS (
      SELECT DISTINCT funcionariofase_funcionario_id AS id FROM funcionarios_fases_aptos WHERE funcionariofase_fase_id = (SELECT fase_id FROM busiest))
    UPDATE funcionarios SET funcionario_activo = false
    WHERE funcionario_id IN (SELECT id FROM skilled) AND funcionario_id <> (SELECT min(id) FROM skilled)`);
});
afterAll(async () => await factory?.drop());

const pool = () => factory.database.pool;

/** Counted again, phase by phase, from the rows of the file. */
async function counted(): Promise<Omit<Line, 'names' | 'fragile'>[]> {
  const all = async (table: string): Promise<Row[]> => (await pool().query(`SELECT * FROM ${table}`)).rows;
  const asOf = ((await all('publication'))[0] as unknown as { as_of: string }).as_of;
  const phaseOf = new Map((await all('fases_ordem_fabrico')).map((one) => [one.faseof_id, one]));
  const active = new Set(
    (await all('funcionarios')).filter((one) => one.funcionario_activo).map((one) => one.funcionario_id),
  );
  const skills = (await all('funcionarios_fases_aptos')).filter(
    ({ funcionariofase_inicio: since }) => since === null || String(since) <= asOf,
  );
  const first = new Date(Date.parse(asOf.slice(0, 10)) - 89 * 86_400_000).toISOString().slice(0, 10);
  const took = (await all('funcionarios_fase_ordem_fabrico')).flatMap((one) => {
    const phase = phaseOf.get(one.funcionariofaseof_faseof_id);
    const when = String(phase?.faseof_fim ?? phase?.faseof_inicio ?? '');
    return when >= first && when <= asOf
      ? [{ fase_id: phase!.faseof_fase_id, who: one.funcionariofaseof_funcionario_id }]
      : [];
  });
  const boats = await dataOf<{ fase_id: number; age_days: number | null; of_id: number }[]>(
    pool(),
    'prodplan.orders',
    { limit: '1000', state: 'CREATED,IN_PROGRESS,AWAITING_SHIPPING' },
  );
  const catalogue = await all('fases_catalogo');
  return catalogue
    .filter((one) => one.fase_de_producao && !one.fase_automatica)
    .map(({ fase_id }) => {
      const qualified = new Set(
        skills
          .filter((one) => one.funcionariofase_fase_id === fase_id)
          .map((one) => one.funcionariofase_funcionario_id),
      );
      const mine = took.filter((one) => one.fase_id === fase_id).map(({ who }) => who);
      const worked = new Set(mine);
      const ready = [...qualified].filter((one) => active.has(one));
      const times = [...worked]
        .map((who) => mine.filter((one) => one === who).length)
        .toSorted((a, b) => b - a);
      const carrying = times.findIndex(
        (_, at) => 5 * times.slice(0, at + 1).reduce((a, b) => a + b, 0) >= 4 * mine.length,
      );
      const standing = boats.filter((one) => one.fase_id === fase_id && (one.age_days ?? 0) <= 365);
      const isInHand = (order: number): boolean =>
        [...phaseOf.values()].some(
          (one) =>
            one.faseof_of_id === order &&
            one.faseof_fase_id === fase_id &&
            one.faseof_inicio !== null &&
            one.faseof_fim === null,
        );
      return {
        fase_id: Number(fase_id),
        qualified: qualified.size,
        qualified_active: ready.length,
        worked: worked.size,
        worked_unqualified: [...worked].filter((one) => !qualified.has(one)).length,
        ready_worked: ready.filter((one) => worked.has(one)).length,
        participations: mine.length,
        carrying: carrying + 1,
        orders: standing.length,
        orders_waiting: standing.filter((one) => !isInHand(one.of_id)).length,
      };
    });
}

const byPhase = (a: { fase_id: number }, b: { fase_id: number }): number => a.fase_id - b.fase_id;

/** The first that holds, of phases with boats or with work. */
function reasonOf(one: Line): string | null {
  if (one.orders === 0 && one.participations! < 20) return null;
  const reasons = [
    ['ONLY_UNQUALIFIED', one.qualified_active === 0 && one.worked! > 1],
    ['NOBODY_ACTIVE', one.qualified_active === 0],
    ['ONE_ACTIVE', one.qualified_active === 1],
    ['NOBODY_WORKS', one.ready_worked === 0],
    ['ONE_WORKS', one.ready_worked === 1],
    ['ONE_CARRIES', one.carrying === 1 && one.participations! >= 20],
  ] as const;
  return reasons.find(([, holds]) => holds)?.[0] ?? null;
}

it('counts by phase whom the rows of the file show', async () => {
  const told = await dataOf<Line[]>(pool(), 'kpis.skill_coverage', {});
  const lines = told.map(({ names: _, fragile: __, ...one }) => one);
  const expected = await counted();
  const asCounted = lines.map((one) =>
    Object.fromEntries(Object.keys(expected[0]!).map((name) => [name, one[name as keyof typeof one]])),
  ) as unknown as typeof expected;
  expect(asCounted.toSorted(byPhase)).toEqual(expected.toSorted(byPhase));
  for (const line of told) expect(line.fragile, String(line.fase_id)).toBe(reasonOf(line));
  expect(told.some(({ fragile }) => fragile !== null)).toBe(true);
  expect(expected.some(({ worked }) => (worked ?? 0) > 0)).toBe(true);
  expect(expected.some(({ qualified, qualified_active }) => qualified > qualified_active)).toBe(true);
  const [one] = await dataOf<Line[]>(pool(), 'kpis.skill_coverage', { fase_id: String(lines[0]!.fase_id) });
  expect(one).toEqual(told[0]);
});

it('names people to who may see names only', async () => {
  const told = await dataOf<Line[]>(pool(), 'kpis.skill_coverage', {});
  expect(told.every(({ names }) => names === null)).toBe(true);
  const service = services.find((one) => one.name === 'kpis.skill_coverage')!;
  const { data } = await ask(pool(), service, readParams(service, {}), { maySeeNames: true });
  const lines = data as Line[];
  expect(lines.some(({ names }) => names !== null)).toBe(true);
  for (const { names, qualified_active } of lines)
    expect(names === null ? 0 : names.split('; ').length).toBeLessThanOrEqual(qualified_active);
});
