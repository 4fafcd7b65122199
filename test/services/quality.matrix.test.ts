import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/services/index.js';
import { uChart } from '../../src/services/quality/trend/u-chart.js';
import type { Plant } from '../ingest/support.js';
import { onEveryServer, type TestServer } from '../support/database.js';
import { asking, filtersOf, isShut, sampleFactory, tries } from './asking.js';
import {
  count,
  type Defect,
  type Factory,
  type Filters,
  groupBy,
  type Order,
  type Period,
  passes,
  periodBefore,
} from './raw.js';

const allFilters = ['from', 'to', 'produto_id', 'familia', 'fase_id'] as const;
const timeoutMs = 300_000;

type Rows = Record<string, number | string | null>[];

onEveryServer('quality', (server: TestServer) => {
  it(
    'gives the figures that a count over the raw rows gives, whatever the filters',
    async () => {
      const { plant, factory } = await sampleFactory(server);
      await fc.assert(
        fc.asyncProperty(filtersOf(factory, allFilters), async (filters) => {
          // Of a few boats a gate may be shut: there is no figure to compare then, and other filters are drawn.
          fc.pre(!(await anyIsShut(plant, filters)));
          await sameOverview(plant, factory, filters);
          await sameByPhase(plant, factory, filters);
          await sameByProduct(plant, factory, filters);
          await samePareto(plant, factory, filters);
          await sameHeatmap(plant, factory, filters);
          await sameTrend(plant, factory, filters);
        }),
        tries,
      );
    },
    timeoutMs,
  );

  it(
    'holds products against all boats of the same months, whatever the filters',
    async () => {
      const { plant, factory } = await sampleFactory(server, 900);
      await fc.assert(
        fc.asyncProperty(filtersOf(factory, allFilters), async (filters) => {
          await sameRisk(plant, factory, filters);
        }),
        { numRuns: 15, examples: [[{}]] },
      );
    },
    timeoutMs,
  );
});

/** Whether a gate refuses one of the questions for the rows asked about. */
async function anyIsShut(plant: Plant, filters: Filters): Promise<boolean> {
  const questions = ['overview', 'by_phase', 'by_product', 'pareto', 'heatmap', 'trend'];
  const replies = await Promise.all(questions.map((name) => asking(plant, `quality.${name}`, filters)));
  return replies.some((reply) => isShut(reply));
}

function defectsIn(factory: Factory, filters: Filters): Defect[] {
  return factory.defects.filter((one) => passes(filters, one, one.inspectionDay));
}

/** The boats that passed their first inspection in the period. */
function gated(factory: Factory, filters: Filters): Order[] {
  return factory.orders.filter(
    (one) => one.inspectionDay !== null && passes(filters, one, one.inspectionDay),
  );
}

function byPhase<T extends { culprit: number | null }>({ fase_id }: Filters, rows: readonly T[]): T[] {
  return rows.filter((one) => fase_id === undefined || one.culprit === fase_id);
}

/** Boats without a defect of at least this severity, of the phase that is asked for. */
function clean(orders: readonly Order[], filters: Filters, severity: number): number {
  return count(
    orders,
    (one) =>
      !byPhase(filters, one.defects).some((found) => severity === 0 || (found.gravidade ?? 0) >= severity),
  );
}

function excludedRows(reply: Reply, reason: string): number {
  return reply.support.rows_excluded.find((one) => one.reason.startsWith(reason))?.rows ?? 0;
}

/** Whatever the question: what it leaves out is what a person would leave out. */
function sameLeftOut(factory: Factory, filters: Filters, reply: Reply): void {
  const dated = filters.from !== undefined || filters.to !== undefined;
  const asked = (one: Defect): boolean => passes(filters, one, one.inspectionDay);
  const lines = factory.lines.filter((one) => one.inspectionDay !== null && asked(one));
  expect(excludedRows(reply, 'linhas de erro sobre o estado do molde')).toBe(
    count(lines, (one) => one.kind === 'mould'),
  );
  expect(excludedRows(reply, 'linhas de controlo que passaram')).toBe(
    count(lines, (one) => one.kind === 'passed'),
  );
  const anyDay = { ...filters, from: undefined!, to: undefined! };
  const early = factory.lines.filter(
    (one) =>
      one.inspectionDay === null &&
      (passes(filters, one, one.day) || (dated && one.day === null && passes(anyDay, one, null))),
  );
  expect(excludedRows(reply, 'linhas de erro de barcos que ainda não passaram')).toBe(early.length);
}

/** The period asked for in place of the filters' own. */
function within({ from: _, to: __, ...which }: Filters, period: Period): Filters {
  return { ...which, ...period };
}

interface Block {
  readonly window: object;
  readonly status: string;
  readonly figures: object | null;
}

async function sameOverview(plant: Plant, factory: Factory, filters: Filters): Promise<void> {
  const reply = await asking(plant, 'quality.overview', filters);
  const window = factory.windowOf(filters);
  const asked = within(filters, window);
  const own = overviewOf(factory, asked);
  sameLeftOut(factory, asked, reply);
  expect(reply.support.window).toMatchObject({ from: window.from ?? null, to: window.to });
  if (own === null) return expect(reply.status).toBe('NOT_SUPPORTED_BY_DATA');
  type Told = { window: object; previous: Block | null; all_time: Block };
  const { window: told, previous, all_time, ...figures } = reply.data as Told;
  expect(told).toEqual(reply.support.window);
  expect(rounded(figures)).toEqual(rounded(own));
  const before = periodBefore(window);
  if (before === null) expect(previous).toBeNull();
  else {
    expect(previous!.window).toMatchObject(before);
    sameBlock(previous!, overviewOf(factory, within(filters, before)));
  }
  sameBlock(all_time, overviewOf(factory, within(filters, {})));
  if (filters.fase_id !== undefined) {
    const all = defectsIn(factory, asked);
    const [caused, without] = [byPhase(filters, all), count(all, (one) => one.culprit === null)];
    const { bounds } = reply.support;
    expect(bounds!.lowest).toBeCloseTo(all.length === 0 ? 0 : caused.length / all.length, 12);
    expect(bounds!.highest).toBeCloseTo(all.length === 0 ? 1 : (caused.length + without) / all.length, 12);
  }
}

function sameBlock({ status, figures }: Block, counted: object | null): void {
  // A gate may be shut for the rows of another period than the one asked for.
  if (figures === null) return expect(status).toBe('NOT_SUPPORTED_BY_DATA');
  expect(rounded(figures)).toEqual(rounded(counted));
}

/** Null: too few boats. */
function overviewOf(factory: Factory, filters: Filters): object | null {
  const all = defectsIn(factory, filters);
  const defects = byPhase(filters, all);
  const orders = gated(factory, filters);
  if (orders.length < 5) return null;
  const without = count(all, (one) => one.culprit === null);
  // What no phase can be blamed for is not told of one.
  const ofAnyPhase = <T>(figure: T): T | null => (filters.fase_id === undefined ? figure : null);
  const yieldsOf = (kind: readonly Order[]): object => {
    const ids = new Set(kind.map((one) => one.of_id));
    const found = defects.filter((one) => ids.has(one.of_id));
    const lines = factory.lines.filter((one) => ids.has(one.of_id));
    const [mould, passed] = (['mould', 'passed'] as const).map((name) =>
      count(lines, (one) => one.kind === name),
    );
    return {
      orders_past_first_inspection: kind.length,
      orders_without_defect: clean(kind, filters, 0),
      first_pass_yield: clean(kind, filters, 0) / kind.length,
      orders_without_severity_2: clean(kind, filters, 2),
      first_pass_yield_severity_2: clean(kind, filters, 2) / kind.length,
      orders_without_severity_3: clean(kind, filters, 3),
      first_pass_yield_severity_3: clean(kind, filters, 3) / kind.length,
      defects: found.length,
      defects_per_100_orders: (100 * found.length) / kind.length,
      mould_lines: ofAnyPhase(mould!),
      mould_lines_per_100_orders: ofAnyPhase((100 * mould!) / kind.length),
      passed_lines: ofAnyPhase(passed!),
      passed_lines_per_100_orders: ofAnyPhase((100 * passed!) / kind.length),
    };
  };
  const unknown = count(defects, (one) => one.descricao === null || one.descricao === 'Simetria da proa.');
  return {
    ...yieldsOf(orders),
    severity: [1, 2, 3, null].map((gravidade) => {
      const n = count(defects, (one) => one.gravidade === gravidade);
      return { gravidade, defects: n, share: ratio(n, defects.length) };
    }),
    defects_without_culprit: ofAnyPhase(without),
    share_without_culprit: ofAnyPhase(ratio(without, all.length)),
    defects_culprit_missing: ofAnyPhase(count(all, (one) => one.culpada !== null && one.culprit === null)),
    defects_unknown: unknown,
    share_unknown: ratio(unknown, defects.length),
    by_route: ([6, 8] as const).flatMap((gate) => {
      const kind = orders.filter((one) => one.gate === gate);
      const route_kind = gate === 6 ? 'DEMOULD' : 'FINAL_CONTROL';
      return kind.length === 0 ? [] : [{ route_kind, ...yieldsOf(kind) }];
    }),
  };
}

async function sameByPhase(plant: Plant, factory: Factory, asked: Filters): Promise<void> {
  const filters = within(asked, factory.windowOf(asked));
  const { status, data, support } = await asking(plant, 'quality.by_phase', asked);
  const all = defectsIn(factory, filters);
  const orders = gated(factory, filters);
  if (orders.length === 0) return expect(status).toBe('NOT_SUPPORTED_BY_DATA');
  const attributed = count(all, (one) => one.culprit !== null);
  const ids = new Set([
    ...all.flatMap((one) => [one.culprit, one.fase_avaliacao]),
    ...orders.flatMap((one) => one.defects.map((found) => found.culprit)),
  ]);
  const expected = [...ids]
    .filter((id) => id !== null && (filters.fase_id === undefined || id === filters.fase_id))
    .map((id) => {
      const caused = all.filter((one) => one.culprit === id);
      return {
        fase_id: id,
        defects_caused: caused.length,
        share_caused: ratio(caused.length, attributed),
        severity_1: count(caused, (one) => one.gravidade === 1),
        severity_2: count(caused, (one) => one.gravidade === 2),
        severity_3: count(caused, (one) => one.gravidade === 3),
        orders_with_defect: count(orders, (one) => one.defects.some((found) => found.culprit === id)),
        orders_past_first_inspection: orders.length,
        defects_detected: count(all, (one) => one.fase_avaliacao === id),
      };
    });
  expect(sorted(pick(data as Rows, Object.keys(expected[0] ?? {})), 'fase_id')).toEqual(
    sorted(expected, 'fase_id'),
  );
  for (const row of data as Record<string, number>[]) {
    const [caused, total] = [row.defects_caused!, all.length];
    expect(row.share_caused_lowest).toBeCloseTo(total === 0 ? 0 : caused / total, 12);
    expect(row.share_caused_highest).toBeCloseTo(total === 0 ? 1 : (caused + total - attributed) / total, 12);
  }
  expect(support.rows_used).toBe(attributed + orders.length);
}

async function sameByProduct(plant: Plant, factory: Factory, asked: Filters): Promise<void> {
  const filters = within(asked, factory.windowOf(asked));
  const all = defectsIn(factory, filters);
  const orders = gated(factory, filters);
  if (orders.length === 0) {
    const { status } = await asking(plant, 'quality.by_product', asked);
    return expect(status).toBe('NOT_SUPPORTED_BY_DATA');
  }
  const rows = await wholeList(plant, 'quality.by_product', asked, 7);
  const ids = new Set([...all.map((one) => one.produto_id), ...orders.map((one) => one.produto_id)]);
  const expected = [...ids].flatMap((id) => {
    const mine = orders.filter((one) => one.produto_id === id);
    const found = all.filter((one) => one.produto_id === id);
    const defects = byPhase(filters, found);
    if (mine.length === 0) return [];
    return [
      {
        produto_id: id,
        produto_nome: (id === null ? null : factory.raw.modelName.get(id)) ?? null,
        familia: factory.familyOf(id),
        route_kind: mine[0]!.gate === 6 ? 'DEMOULD' : 'FINAL_CONTROL',
        orders_past_first_inspection: mine.length,
        first_pass_yield: ratio(clean(mine, filters, 0), mine.length),
        first_pass_yield_severity_2: ratio(clean(mine, filters, 2), mine.length),
        first_pass_yield_severity_3: ratio(clean(mine, filters, 3), mine.length),
        defects: defects.length,
        defects_per_100_orders: ratio(100 * defects.length, mine.length),
        severity_1: count(defects, (one) => one.gravidade === 1),
        severity_2: count(defects, (one) => one.gravidade === 2),
        severity_3: count(defects, (one) => one.gravidade === 3),
        defects_without_culprit:
          filters.fase_id === undefined ? count(found, (one) => one.culprit === null) : null,
      },
    ];
  });
  expect(sorted(pick(rows, Object.keys(expected[0] ?? {})), 'produto_id')).toEqual(
    sorted(expected, 'produto_id'),
  );
  expect(rows.map((one) => one.rank)).toEqual(rows.map((_, place) => place + 1));
  const defects = rows.map((one) => one.defects as number);
  expect(defects).toEqual(defects.toSorted((a, b) => b - a));
}

async function samePareto(plant: Plant, factory: Factory, asked: Filters): Promise<void> {
  const filters = within(asked, factory.windowOf(asked));
  const all = byPhase(filters, defectsIn(factory, filters));
  const categories = {
    descricao: (one: Defect) => one.descricao,
    fase_culpada: (one: Defect) => one.culprit,
    produto: (one: Defect) => one.produto_id,
    familia: (one: Defect) => one.familia,
  };
  for (const [by, category] of Object.entries(categories)) {
    const rows = await wholeList(plant, 'quality.pareto', { ...asked, by }, 11);
    const groups = groupBy<Defect, string | number | null>(all, category);
    const expected = [...groups].map(([key, list]) => [key === null ? null : String(key), list.length]);
    const key = by === 'descricao' ? 'label' : 'id';
    expect(new Map(rows.map((one) => [one[key], one.defects]))).toEqual(
      new Map(expected as [string, number][]),
    );
    for (const row of rows) {
      const list = groups.get(
        [...groups.keys()].find((one) => row[key] === (one === null ? null : String(one)))!,
      )!;
      expect(row.severity_3).toBe(count(list, (one) => one.gravidade === 3));
    }
    let so_far = 0;
    for (const row of rows) {
      so_far += row.defects as number;
      expect(row.cumulative_share).toBeCloseTo(so_far / all.length, 12);
    }
    expect(so_far).toBe(all.length);
  }
}

async function sameHeatmap(plant: Plant, factory: Factory, asked: Filters): Promise<void> {
  const filters = within(asked, factory.windowOf(asked));
  const { status, data } = await asking(plant, 'quality.heatmap', asked);
  if (gated(factory, filters).length === 0) return expect(status).toBe('NOT_SUPPORTED_BY_DATA');
  const all = defectsIn(factory, filters);
  const cells = groupBy(byPhase(filters, all), (one) => `${one.fase_avaliacao} ${one.culprit}`);
  const found = (data as Rows).map((one) => [
    `${one.detecting_fase_id} ${one.culprit_fase_id}`,
    one.defects,
    one.severity_3,
  ]);
  const expected = [...cells].map(([key, list]) => [
    key,
    list.length,
    count(list, (one) => one.gravidade === 3),
  ]);
  expect(found.toSorted()).toEqual(expected.toSorted());
}

async function sameTrend(plant: Plant, factory: Factory, filters: Filters): Promise<void> {
  for (const bucket of ['month', 'week'] as const) {
    const reply = await asking(plant, 'quality.trend', { ...filters, bucket });
    const startOf = bucket === 'month' ? (day: string) => `${day.slice(0, 7)}-01` : mondayOf;
    const orders = groupBy(gated(factory, filters), (one) => startOf(one.inspectionDay!));
    const defects = groupBy(byPhase(filters, defectsIn(factory, filters)), (one) =>
      startOf(one.inspectionDay!),
    );
    if (orders.size === 0) {
      expect(reply.status).toBe('NOT_SUPPORTED_BY_DATA');
      continue;
    }
    const { points } = reply.data as { points: Rows };
    for (const point of points) {
      const start = point.start as string;
      expect(point.defects, start).toBe(defects.get(start)?.length ?? 0);
      expect(point.orders_past_first_inspection, start).toBe(orders.get(start)?.length ?? 0);
      expect(point.unfinished).toBe(startOf(factory.today) <= start);
      // Nor can there be any: a defect counts on the day of its boat, and leaves no centre line without it.
      if (point.orders_past_first_inspection === 0) expect(point.defects, start).toBe(0);
      expect(point.mould_lines === null).toBe(filters.fase_id !== undefined);
    }
    const starts = new Set(points.map((one) => one.start));
    for (const start of [...defects.keys(), ...orders.keys()]) expect(starts).toContain(start);
    sameLimits(factory, filters, startOf, bucket === 'month' ? [12, 6] : [52, 26], points);
  }
}

/** Every point is judged by the whole periods before it, also by those that lie before the period asked for. */
function sameLimits(
  factory: Factory,
  { from: _, to: __, ...filters }: Filters,
  startOf: (day: string) => string,
  [wanted, least]: readonly [number, number],
  points: Rows,
): void {
  const orders = groupBy(gated(factory, filters), (one) => startOf(one.inspectionDay!));
  const defects = groupBy(byPhase(filters, defectsIn(factory, filters)), (one) =>
    startOf(one.inspectionDay!),
  );
  const whole = [...orders.keys()].filter((start) => start < startOf(factory.today)).sort();
  for (const point of points) {
    const before = whole.filter((start) => start < (point.start as string)).slice(-wanted);
    expect(point.baseline_periods).toBe(before.length);
    const counts = before.map(
      (start) => [defects.get(start)?.length ?? 0, orders.get(start)!.length] as const,
    );
    const total = counts.reduce((sum, [found]) => sum + found, 0);
    if (before.length < least || total === 0) {
      expect(point).toMatchObject({ centre_line: null, lower_limit: null, upper_limit: null, signal: null });
      continue;
    }
    const centre = total / counts.reduce((sum, [, boats]) => sum + boats, 0);
    expect(point.centre_line).toBeCloseTo(100 * centre, 9);
    if (point.unfinished || point.cut || point.orders_past_first_inspection === 0) continue;
    const scores = counts.map(([found, boats]) => (found / boats - centre) / Math.sqrt(centre / boats));
    const moves = scores.slice(1).map((one, place) => Math.abs(one - scores[place]!));
    const spread = moves.reduce((sum, one) => sum + one, 0) / moves.length / 1.128;
    const boats = orders.get(point.start as string)!.length;
    const width = 3 * Math.max(1, spread) * Math.sqrt(centre / boats);
    expect(point.upper_limit).toBeCloseTo(100 * (centre + width), 9);
    expect(point.lower_limit).toBeCloseTo(100 * Math.max(0, centre - width), 9);
  }
}

async function sameRisk(plant: Plant, factory: Factory, filters: Filters): Promise<void> {
  const reply = await asking(plant, 'quality.risk', { ...filters, limit: 1000 });
  if (isShut(reply)) return;
  if (gated(factory, filters).length === 0) return expect(reply.status).toBe('NOT_SUPPORTED_BY_DATA');
  const rows = (await wholeList(plant, 'quality.risk', filters, 500)) as unknown as Risk[];
  const expected = ratiosOf(factory, filters);
  expect(new Set(rows.map((one) => `${one.produto_id} ${one.fase_id}`))).toEqual(new Set(expected.keys()));
  for (const row of rows) {
    const { familia, n, y, e } = expected.get(`${row.produto_id} ${row.fase_id}`)!;
    expect([row.familia, row.orders, row.orders_with_defect]).toEqual([familia, n, y]);
    expect(row.expected_orders_with_defect).toBeCloseTo(e, 9);
    expect(row.ratio).toBeCloseTo(y / e, 9);
    expect(row.rate).toBeCloseTo(y / n, 9);
    // Products of the invented factory are all alike: what little is seen is not judged.
    expect(row.scatter === 'BEYOND_CHANCE').toBe(row.ratio_low !== null);
    if (row.scatter !== 'BEYOND_CHANCE') expect(row.level).toBe('MEDIUM');
  }
}

/** Of the boats that pass the filters, by product and culprit: what the same number of boats of their months had. */
function ratiosOf(factory: Factory, filters: Filters): Map<string, Ratio> {
  const { from, to } = filters;
  const all = gated(factory, {
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
  });
  const peers = groupBy(all, (one) => `${one.inspectionDay!.slice(0, 7)} ${one.gate}`);
  const asked = gated(factory, filters).filter((one) => one.produto_id !== null);
  const culprits = new Set(asked.flatMap((one) => byPhase(filters, one.defects)).map((one) => one.culprit));
  const ratios = new Map<string, Ratio>();
  for (const [produto, boats] of groupBy(asked, (one) => one.produto_id))
    for (const culprit of culprits) {
      const has = (one: Order): boolean => one.defects.some((found) => found.culprit === culprit);
      const y = count(boats, has);
      if (culprit === null || y === 0) continue;
      const shares = boats.map((one) => {
        const same = peers.get(`${one.inspectionDay!.slice(0, 7)} ${one.gate}`)!;
        return count(same, has) / same.length;
      });
      const e = shares.reduce((sum, one) => sum + one, 0);
      ratios.set(`${produto} ${culprit}`, { familia: boats[0]!.familia, n: boats.length, y, e });
    }
  return ratios;
}

interface Risk {
  produto_id: number;
  familia: string | null;
  fase_id: number;
  level: string;
  orders: number;
  orders_with_defect: number;
  rate: number;
  expected_orders_with_defect: number;
  ratio: number;
  ratio_low: number | null;
  scatter: string;
}

interface Ratio {
  readonly familia: string | null;
  /** Boats, those with a defect, and those expected to have one. */
  readonly n: number;
  readonly y: number;
  readonly e: number;
}

describe("the u' chart", () => {
  const wanted = { periods: 12, least: 2, fixed: null };

  it('has the limits that one computes by hand', () => {
    // The first three are 60 defects on 40 boats: centre 1.5. z: -0.5/√0.15, 1.5/√0.15, -0.5/√0.075.
    const chart = uChart(
      [
        { defects: 10, orders: 10, whole: true },
        { defects: 30, orders: 10, whole: true },
        { defects: 20, orders: 20, whole: true },
        { defects: 90, orders: 50, whole: true },
        { defects: 3, orders: 0, whole: true },
        { defects: 1, orders: 50, whole: false },
      ],
      wanted,
    );
    const z = [-0.5 / Math.sqrt(0.15), 1.5 / Math.sqrt(0.15), -0.5 / Math.sqrt(0.075)] as const;
    const dispersion = (z[1] - z[0] + z[1] - z[2]) / 2 / 1.128;
    const width = 3 * dispersion * Math.sqrt(1.5 / 50);
    expect(dispersion).toBeGreaterThan(1);
    expect(chart[3]!.baseline).toMatchObject({ periods: 3, centre: 1.5 });
    expect(chart[3]!.baseline!.dispersion).toBeCloseTo(dispersion, 12);
    expect(chart[3]!.upper).toBeCloseTo(1.5 + width, 12);
    expect(chart[3]!.lower).toBeCloseTo(Math.max(0, 1.5 - width), 12);
    expect(chart.map((one) => one.periods)).toEqual([0, 1, 2, 3, 4, 4]);
    expect(chart[1]).toMatchObject({ baseline: null, upper: null, signal: null, rules: [] });
    expect(chart[4]).toMatchObject({ u: null, lower: null, upper: null });
    // What is not whole is not judged.
    expect(chart[5]).toMatchObject({ signal: null, rules: [] });
  });

  it('is never narrower than chance alone, nor below zero, and keeps to a baseline that is asked for', () => {
    const calm = Array.from({ length: 8 }, () => ({ defects: 4, orders: 100, whole: true }));
    const chart = uChart([...calm, { defects: 12, orders: 100, whole: true }], {
      ...wanted,
      fixed: [0, 1, 2],
    });
    expect(chart[8]!.baseline).toEqual({ periods: 3, centre: 0.04, dispersion: 0 });
    expect(chart[8]!.upper).toBeCloseTo(0.04 + 3 * Math.sqrt(0.04 / 100), 12);
    expect(chart[8]).toMatchObject({ lower: 0, signal: 'above', rules: ['BEYOND_3_SIGMA'] });
    expect(uChart([], wanted)).toEqual([]);
  });

  it('names the runs', () => {
    const base = Array.from({ length: 4 }, () => ({ defects: 100, orders: 100, whole: true }));
    const run = (defects: readonly number[]) =>
      uChart([...base, ...defects.map((one) => ({ defects: one, orders: 100, whole: true }))], {
        ...wanted,
        fixed: [0, 1, 2, 3],
      }).slice(base.length);
    // Sigma is 0.1: 125 is two and a half of them away.
    expect(run([125, 100, 125]).map((one) => one.rules)).toEqual([[], [], ['TWO_OF_THREE_BEYOND_2_SIGMA']]);
    expect(run([125, 75]).at(-1)!.rules).toEqual([]);
    expect(run([60]).at(-1)).toMatchObject({ signal: 'below', rules: ['BEYOND_3_SIGMA'] });
    expect(run(Array(9).fill(105)).map((one) => one.rules.length)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1]);
    expect(run([105, 105, 105, 105, 99, 105, 105, 105, 105]).at(-1)!.rules).toEqual([]);
  });
});

async function wholeList(plant: Plant, name: string, filters: object, limit: number): Promise<Rows> {
  const rows: Rows = [];
  let cursor: string | null | undefined;
  do {
    const reply = await asking(plant, name, { ...filters, limit, ...(cursor ? { cursor } : {}) });
    // Where no boat passed its first inspection there is nothing to list, and the question is refused.
    if (reply.data === null) {
      expect(reply.status).toBe('NOT_SUPPORTED_BY_DATA');
      return [];
    }
    rows.push(...(reply.data as Rows));
    cursor = reply.next_cursor;
  } while (cursor);
  return rows;
}

function pick(rows: Rows, names: readonly string[]): Rows {
  return rows.map((row) => Object.fromEntries(names.map((name) => [name, row[name]!])));
}

function sorted(rows: readonly object[], key: string): object[] {
  const of = (row: object): number => (row as Record<string, number | null>)[key] ?? Number.MAX_SAFE_INTEGER;
  return rounded(rows).toSorted((a, b) => of(a) - of(b));
}

/** Two ways of computing the same differ in their last digit. */
function rounded<T>(value: T): T {
  return JSON.parse(JSON.stringify(value), (_, one) =>
    typeof one === 'number' ? Number(one.toPrecision(12)) : one,
  ) as T;
}

function ratio(hits: number, all: number): number | null {
  return all === 0 ? null : hits / all;
}

function mondayOf(day: string): string {
  const ms = Date.parse(day);
  return new Date(ms - ((new Date(ms).getUTCDay() + 6) % 7) * 86_400_000).toISOString().slice(0, 10);
}
