import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  askFor,
  dataOf,
  dayOf,
  daysBetween,
  openOrders,
  type Raw,
  type RawOrder,
  type RawPhase,
  sampleFactory,
  stateOf,
} from '../../../../test/services/factory.js';
import type { TestDatabase } from '../../../../test/support/database.js';
import { noFamily } from '../../../aggregates/index.js';
import { familyOf } from '../../../evidence/index.js';
import { riskSorts } from './risk-queue.js';

let factory: TestDatabase & { raw: Raw };
let raw: Raw;
let past: readonly Past[];
let scores: readonly {
  corte: string;
  ordens: number;
  atrasadas: number;
  brier: number;
  brier_base: number;
}[];
beforeAll(async () => {
  factory = await sampleFactory(1400, 4);
  raw = factory.raw;
  past = raw.orders.map(pastOf).filter((one) => one !== null);
  scores = (await factory.database.pool.query('SELECT * FROM previsao_backtest ORDER BY corte')).rows;
  // The sample's own history decides whether its forecast is any good; what is tested here is what is done with it.
  await setScores(0.1, 0.2);
});
afterAll(async () => await factory?.drop());

const pool = () => factory.database.pool;

async function setScores(brier: number, base: number): Promise<void> {
  await pool().query('UPDATE previsao_backtest SET brier = $1, brier_base = $2', [brier, base]);
}

interface Row {
  readonly of_id: number;
  readonly late_chance: number | null;
  readonly expected_finish_day: string | null;
  readonly remaining_days_median: number | null;
  readonly sample: number;
  readonly history_of: string | null;
  readonly no_forecast_reason: string | null;
  readonly due_day: string;
  readonly is_zombie: boolean;
}

/** An order as the forecast may see it; days since 2000. */
interface Past {
  readonly of_id: number;
  readonly family: string;
  readonly created: number | null;
  readonly finished: number | null;
  readonly due: number | null;
  readonly begun: readonly { readonly phase: number; readonly day: number }[];
}

const dayNumber = (moment: string | null) => (moment === null ? null : daysBetween('2000-01-01', moment));

/** The day on which each phase first began, in that order. */
function begunOf(phases: readonly RawPhase[]): { phase: number; day: number }[] {
  const firsts = new Map<number, { at: string; sequence: number }>();
  for (const { faseof_fase_id: phase, faseof_inicio, faseof_fim, faseof_sequencia } of phases) {
    const at = faseof_inicio ?? faseof_fim;
    if (phase === 11 || at === null || at > raw.asOf) continue;
    const first = firsts.get(phase);
    firsts.set(phase, {
      at: first === undefined || at < first.at ? at : first.at,
      sequence: Math.min(faseof_sequencia ?? 1e9, first?.sequence ?? 1e9),
    });
  }
  return [...firsts]
    .toSorted(([a, x], [b, y]) => (x.at < y.at ? -1 : x.at > y.at ? 1 : x.sequence - y.sequence || a - b))
    .map(([phase, { at }]) => ({ phase, day: dayNumber(at)! }));
}

/** Orders that are open, or whose finish can be believed. */
function pastOf(order: RawOrder): Past | null {
  const phases = raw.phasesOf.get(order.of_id) ?? [];
  const { of_data_criacao: created, of_data_acabamento: finished } = order;
  const state = stateOf(order, phases);
  const believed =
    finished !== null && created !== null && dayOf(finished) >= dayOf(created) && finished <= raw.asOf;
  if (finished === null ? state === 'DONE' || state === 'SCRAPPED' : state !== 'DONE' || !believed)
    return null;
  const begun = begunOf(phases);
  return {
    of_id: order.of_id,
    family: familyOf(raw.models.get(order.of_produto_id ?? -1)?.produto_nome ?? null) ?? noFamily,
    created: dayNumber(created),
    finished: dayNumber(finished),
    due: dayNumber(order.of_data_transporte),
    begun: [...(created === null ? [] : [{ phase: 0, day: dayNumber(created)! }]), ...begun],
  };
}

/** The forecast of an order on a day, from orders finished before `until`; all of it looked for one by one. */
function forecast(order: Past, today: number, until: number) {
  const at = order.begun.filter(({ day }) => day < until).at(-1);
  if (at === undefined) return null;
  const waited = Math.max(0, today - at.day);
  for (const family of [order.family, null]) {
    const ways = past
      .filter(({ finished }) => finished !== null && finished < until && finished >= until - 365)
      .filter((one) => family === null || one.family === family)
      .flatMap(({ begun, finished }) =>
        begun
          .filter(({ phase, day }) => phase === at.phase && day <= finished!)
          .map(({ day }) => finished! - day),
      )
      .filter((days) => days >= waited)
      .toSorted((a, b) => a - b);
    if (ways.length < 20) continue;
    const allowed = order.due! - at.day;
    const median = ways[Math.ceil(0.5 * ways.length) - 1]!;
    return {
      sample: ways.length,
      history_of: family === null ? 'ALL' : 'FAMILY',
      share: allowed < waited ? 1 : ways.filter((days) => days > allowed).length / ways.length,
      remaining: at.day + median - today,
    };
  }
  return null;
}

function baseRate(day: number): number | null {
  const judged = past.filter(({ created, due, finished }) => {
    if (due === null || (created !== null && created >= day)) return false;
    return finished !== null && finished < day ? finished >= day - 365 : due < day && due >= day - 365;
  });
  const late = judged.filter(({ finished, due }) => finished === null || finished >= day || finished > due!);
  return judged.length === 0 ? null : late.length / judged.length;
}

async function allPages(params: Record<string, string>): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | null = null;
  do {
    const reply = await askFor(pool(), 'prodplan.risk_queue', {
      ...params,
      ...(cursor === null ? {} : { cursor }),
    });
    rows.push(...(reply.data as Row[]));
    cursor = reply.next_cursor ?? null;
  } while (cursor !== null);
  return rows;
}

describe('the risk queue', () => {
  it('has the chances that a search through the history gives, with their samples', async () => {
    const rows = await allPages({ include_zombies: 'true', limit: '1000' });
    const open = openOrders(raw).filter((one) => one.of_data_transporte !== null);
    expect(rows.map((one) => one.of_id).toSorted()).toEqual(open.map((one) => one.of_id).toSorted());
    const today = dayNumber(raw.asOf)!;
    const base = baseRate(today);
    for (const row of rows) {
      const order = past.find((one) => one.of_id === row.of_id)!;
      const found = forecast(order, today, today + 1);
      if (found === null) {
        expect(row).toMatchObject({ late_chance: null, no_forecast_reason: 'NO_HISTORY', history_of: null });
        continue;
      }
      expect(row).toMatchObject({
        sample: found.sample,
        history_of: found.history_of,
        remaining_days_median: found.remaining,
        no_forecast_reason: null,
      });
      const chance = order.due! < today ? 1 : base === null ? found.share : (found.share + base) / 2;
      expect(row.late_chance).toBeCloseTo(chance, 9);
      expect(daysBetween(raw.asOf, row.expected_finish_day!)).toBe(found.remaining);
    }
    expect(rows.some((row) => row.late_chance !== null && row.late_chance < 1)).toBe(true);
    expect(rows.some((row) => row.no_forecast_reason !== null)).toBe(true);
  });

  it('leaves zombies and orders without history apart, and counts them', async () => {
    const reply = await askFor(pool(), 'prodplan.risk_queue', { limit: '1000' });
    const all = await allPages({ include_zombies: 'true', limit: '1000' });
    const shown = all.filter((row) => !row.is_zombie);
    expect((reply.data as Row[]).map((row) => row.of_id)).toEqual(shown.map((row) => row.of_id));
    expect(reply.support.rows_used).toBe(shown.filter((row) => row.late_chance !== null).length);
    const excluded = reply.support.rows_excluded.map(({ rows }) => rows).toSorted();
    const expected = [shown.filter((row) => row.late_chance === null).length, all.length - shown.length];
    expect(excluded).toEqual(expected.filter((count) => count > 0).toSorted());
  });

  it.each(Object.keys(riskSorts).flatMap((sort) => [sort, `-${sort}`]))(
    'sorted by %s, its pages are the whole list, nothing twice, ties included',
    async (sort) => {
      const whole = await allPages({ sort, include_zombies: 'true', limit: '1000' });
      expect(await allPages({ sort, include_zombies: 'true', limit: '7' })).toEqual(whole);
      expect(new Set(whole.map((row) => row.of_id)).size).toBe(whole.length);
      const value = (row: Row) =>
        ({
          chance: row.late_chance ?? -1,
          due: row.due_day,
          expected: row.expected_finish_day ?? '9',
          of_id: row.of_id,
        })[sort.replace('-', '') as keyof typeof riskSorts];
      for (const [place, row] of whole.slice(1).entries()) {
        const [before, after] = sort.startsWith('-') ? [row, whole[place]!] : [whole[place]!, row];
        const [x, y] = [value(before), value(after)];
        expect(x === y ? before.of_id < after.of_id : x < y).toBe(true);
      }
    },
  );

  it('is refused, with both scores, where the forecast is no better than the base rate; AT_RISK goes with it', async () => {
    const atRisk = () => dataOf<Row[]>(pool(), 'prodplan.orders', { due_status: 'AT_RISK', limit: '1000' });
    const target = (await allPages({ limit: '1000' })).find(
      (row) => row.late_chance !== null && row.late_chance < 1,
    )!;
    await pool().query('UPDATE previsao_ordem SET probabilidade_atraso = 0.51 WHERE of_id = $1', [
      target.of_id,
    ]);
    expect((await atRisk()).map((row) => row.of_id)).toContain(target.of_id);
    try {
      for (const [brier, base] of [
        [0.25, 0.2],
        [0.2, 0.2],
      ] as const) {
        await setScores(brier, base);
        expect(await askFor(pool(), 'prodplan.risk_queue')).toMatchObject({
          status: 'NOT_SUPPORTED_BY_DATA',
          data: null,
          reason: expect.stringMatching(`${brier.toFixed(3).replace('.', ',')} contra 0,200`),
        });
        expect(await atRisk()).toEqual([]);
        const one = await dataOf<Row>(pool(), 'prodplan.order', { of_id: String(target.of_id) });
        expect(one).toMatchObject({ late_chance: null, no_forecast_reason: 'NOT_BETTER_THAN_BASE_RATE' });
      }
      await setScores(0.195, 0.2);
      expect(await askFor(pool(), 'prodplan.risk_queue')).toMatchObject({
        status: 'DEGRADED',
        reason: expect.stringContaining('0,195 contra 0,200'),
      });
    } finally {
      await setScores(0.1, 0.2);
    }
  });

  it('is tried on past days with nothing but what had happened by then', () => {
    const now = dayNumber(raw.asOf)!;
    expect(scores.length).toBeGreaterThan(3);
    for (const { corte, ordens, atrasadas, brier, brier_base } of scores) {
      const day = dayNumber(corte)!;
      const base = baseRate(day)!;
      const judged = past
        .filter(
          ({ created, finished }) =>
            created !== null && created < day && (finished === null || finished >= day),
        )
        .filter(({ due }) => due !== null && due >= day && due < now)
        .map((order) => ({ order, found: forecast(order, day, day) }))
        .filter(({ found }) => found !== null);
      const errors = judged.map(({ order, found }) => {
        const came = order.finished === null || order.finished > order.due! ? 1 : 0;
        return { came, forecast: ((found!.share + base) / 2 - came) ** 2, base: (base - came) ** 2 };
      });
      const mean = (values: readonly number[]) =>
        values.reduce((sum, value) => sum + value, 0) / values.length;
      expect(ordens).toBe(judged.length);
      expect(atrasadas).toBe(errors.filter((one) => one.came === 1).length);
      expect(brier).toBeCloseTo(mean(errors.map((one) => one.forecast)), 9);
      expect(brier_base).toBeCloseTo(mean(errors.map((one) => one.base)), 9);
    }
  });

  it('shows its backtest, whose base rates are those known on each day', async () => {
    const { by_cutoff } = await dataOf<{ by_cutoff: { cutoff_day: string; base_rate: number | null }[] }>(
      pool(),
      'prodplan.risk_backtest',
    );
    expect(by_cutoff.length).toBeGreaterThan(3);
    for (const { cutoff_day, base_rate } of by_cutoff) {
      const expected = baseRate(dayNumber(cutoff_day)!);
      if (expected === null) expect(base_rate).toBeNull();
      else expect(base_rate).toBeCloseTo(expected, 9);
    }
  });
});
