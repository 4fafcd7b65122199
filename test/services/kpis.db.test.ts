import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstServer } from '../support/database.js';
import { asking, filtersOf, isShut, rateTold, sampleFactory, tries } from './asking.js';
import {
  addDays,
  count,
  daysBetween,
  type Factory,
  type Filters,
  type Period,
  passes,
  percentile,
  periodBefore,
} from './raw.js';

/** Fewer than this carry no figure. */
const fewest = 5;

interface Told extends Record<string, unknown> {
  readonly window: { readonly is_default: boolean };
  readonly previous: Block | null;
  readonly all_time: Block;
}

interface Block {
  readonly window: object;
  readonly status: string;
  readonly reason: string | null;
  readonly figures: Record<string, unknown> | null;
}

const isOpen = (one: { state: string }): boolean => one.state !== 'DONE' && one.state !== 'SCRAPPED';

/** What stands there at the dump's moment. */
function standingOf(factory: Factory, which: Filters, zombie_days: number) {
  const standing = factory.orders.filter((one) => isOpen(one) && passes(which, one, null));
  const zombies = count(
    standing,
    (one) => one.criacao !== null && daysBetween(one.criacao.slice(0, 10), factory.today) > zombie_days,
  );
  return { wip_orders: standing.length - zombies, zombies };
}

/** The figures of a period, counted over the raw rows. */
function figuresOf(factory: Factory, filters: Filters, zombie_days: number) {
  const { from, to } = filters;
  const done = factory.orders.filter(
    (one) => one.state === 'DONE' && one.finishDay !== null && passes(filters, one, one.finishDay),
  );
  const leads = done.map((one) => one.leadDays).filter((one) => one !== null);
  // Days, not instants; scrapped orders are nobody's delay; what is due today may still come.
  const due = factory.orders.filter((one) => {
    const day = one.transporte?.slice(0, 10) ?? null;
    return one.state !== 'SCRAPPED' && day !== null && day < factory.today && passes(filters, one, day);
  });
  const finishedBy = due.filter((one) => one.state === 'DONE' && one.finishDay !== null);
  const onTime = count(finishedBy, (one) => one.finishDay! <= one.transporte!.slice(0, 10));
  const stillOpen = count(due, isOpen);
  const judged = finishedBy.length + stillOpen;
  const reworks = done.reduce((sum, one) => sum + one.reworks, 0);
  const ended = done.reduce((sum, one) => sum + one.ended, 0);
  const days = count(
    factory.activeDays(),
    (day) => (from === undefined || day >= from) && (to === undefined || day <= to),
  );
  const areEnough = done.length >= fewest;
  const areTimed = leads.length >= fewest;
  const ratio = (part: number, whole: number): number | null =>
    areEnough && whole > 0 ? part / whole : null;
  return {
    isTooFew: !areEnough && judged < fewest,
    rate: judged < fewest ? null : onTime / judged,
    inWork: inWork(factory, filters, zombie_days),
    mean: areTimed ? leads.reduce((sum, one) => sum + one, 0) / leads.length : null,
    figures: {
      finished_orders: done.length,
      lead_time_orders: leads.length,
      lead_time_days_median: areTimed ? percentile(leads, 0.5) : null,
      lead_time_days_p90: areTimed ? percentile(leads, 0.9) : null,
      active_days: days,
      finished_per_active_day: ratio(done.length, days),
      due_on_time: onTime,
      due_late: finishedBy.length - onTime,
      due_still_open: stillOpen,
      reworks,
      rework_rate: ratio(reworks, ended),
    },
  };
}

type Counted = ReturnType<typeof figuresOf>;

/** Day by day: which orders are in work as it ends. Null where the period has no day of the file. */
function inWork(factory: Factory, filters: Filters, zombie_days: number) {
  const first = factory.activeDays().sort()[0]!;
  const from = filters.from !== undefined && filters.from > first ? filters.from : first;
  const to = filters.to !== undefined && filters.to < factory.today ? filters.to : factory.today;
  const { from: _, to: __, ...which } = filters;
  const lives = factory.orders.flatMap((one) => {
    const created = one.criacao?.slice(0, 10);
    const counts = isOpen(one) || (one.state === 'DONE' && one.leadDays !== null);
    if (created === undefined || !counts || !passes(which, one, null)) return [];
    return [{ created, finished: one.finishDay ?? '9999', zombie: addDays(created, zombie_days + 1) }];
  });
  const at = (day: string): number =>
    count(lives, (one) => one.created <= day && one.finished > day && one.zombie > day);
  const days: number[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(at(day));
  if (days.length === 0) return null;
  const finished = lives.filter((one) => one.finished >= from && one.finished <= to);
  const leads = finished.reduce((sum, one) => sum + daysBetween(one.created, one.finished), 0);
  return {
    finished: finished.length,
    average: days.reduce((sum, one) => sum + one, 0) / days.length,
    expected: (finished.length / days.length) * (leads / finished.length),
    first: at(addDays(from, -1)),
    last: at(to),
  };
}

function sameBlock(block: Block, counted: Counted): void {
  if (block.figures === null) {
    expect(block.status).toBe('NOT_SUPPORTED_BY_DATA');
    expect(block.reason).toMatch(/\d/);
    return;
  }
  expect(counted.isTooFew).toBe(false);
  sameFigures(block.figures, counted, block);
}

function sameFigures(
  told: Record<string, unknown>,
  counted: Counted,
  reply: Pick<Block, 'status'> & { readonly reason?: string | null },
): void {
  if (counted.isTooFew) {
    // What stands there now is told all the same; of the period there is nothing, and not 0.
    for (const name of Object.keys(counted.figures)) expect(told[name], name).toBeNull();
    expect(reply.status).toBe('DEGRADED');
    return;
  }
  expect(told).toMatchObject(counted.figures);
  close(told.on_time_rate, rateTold(reply, told.on_time_rate, counted.rate));
  close(told.lead_time_days_mean, counted.mean);
  const { inWork: work } = counted;
  const isTold = work !== null && work.finished >= fewest;
  close(told.wip_average, isTold ? work.average : null);
  const law = told.littles_law as Record<string, number> | null;
  if (!isTold || work.expected === 0) return expect(law).toBeNull();
  expect(law).toMatchObject({ wip_first: work.first, wip_last: work.last });
  close(law!.wip_expected, work.expected);
  close(law!.deviation, (work.average - work.expected) / work.expected);
  const parts = law!.from_ageing! + law!.from_left_behind! + law!.from_zombies_finished!;
  close(parts, work.average - work.expected);
  expect((law as unknown as { meaning: string }).meaning).toMatch(/ %/);
}

function close(told: unknown, counted: number | null): void {
  if (counted === null) return expect(told).toBeNull();
  expect(told as number).toBeCloseTo(counted, 8);
}

describe('the figures of the production manager', () => {
  it('are what a count over the raw rows gives, whatever the filters, in the window, before it and in all', async () => {
    const { plant, factory } = await sampleFactory(firstServer);
    const names = ['from', 'to', 'produto_id', 'familia'] as const;
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        filtersOf(factory, names),
        fc.constantFrom(undefined, 120),
        async (filters, zombie_days) => {
          const asked = zombie_days === undefined ? filters : { ...filters, zombie_days };
          const reply = await asking(plant, 'kpis.overview', asked);
          fc.pre(!isShut(reply));
          const { from: _, to: __, ...which } = filters;
          const window = factory.windowOf(filters);
          const told = reply.data as Told | null;
          const count_ = (period: Period) => figuresOf(factory, { ...which, ...period }, zombie_days ?? 365);
          const standing = standingOf(factory, which, zombie_days ?? 365);
          const own = count_(window);
          if (told === null) {
            expect([reply.status, own.isTooFew, standing.wip_orders]).toEqual([
              'NOT_SUPPORTED_BY_DATA',
              true,
              0,
            ]);
            return;
          }
          expect(told).toMatchObject(standing);
          expect(told.window).toMatchObject({
            from: window.from ?? null,
            to: window.to,
            is_default: filters.from === undefined && filters.to === undefined,
          });
          expect(reply.support.window).toEqual(told.window);
          sameFigures(told, own, reply);
          const before = periodBefore(window);
          if (before === null) expect(told.previous).toBeNull();
          else {
            expect(told.previous!.window).toMatchObject(before);
            sameBlock(told.previous!, count_(before));
            seen.add(told.previous!.status);
          }
          sameBlock(told.all_time, count_({}));
        },
      ),
      { ...tries, examples: [[{}, undefined]] },
    );
    // Not all of them may be refused, nor all be answered.
    expect(seen.size).toBeGreaterThan(1);
  }, 300_000);

  it('name nobody to who may not see names, and the same pseudonym always stands for the same person', async () => {
    const { plant, factory } = await sampleFactory(firstServer, 300);
    const period = { from: '2023-02-01', to: '2023-04-30', limit: 1000 };
    const hidden = (await asking(plant, 'kpis.by_employee', period)).data as Record<string, unknown>[];
    const named = (await asking(plant, 'kpis.by_employee', period, true)).data as Record<string, unknown>[];
    expect(hidden.length).toBeGreaterThan(3);
    for (const row of hidden) expect([row.funcionario_id, row.funcionario_nome]).toEqual([null, null]);
    expect(named.map((one) => one.pseudonym)).toEqual(hidden.map((one) => one.pseudonym));
    expect(new Set(hidden.map((one) => one.pseudonym)).size).toBe(hidden.length);
    const phases = new Map(factory.raw.phases.map((one) => [one.faseof_id, one]));
    for (const row of named) {
      const mine = factory.raw.workers.filter((one) => {
        const phase = phases.get(one.faseof_id);
        const day = (phase?.fim ?? phase?.inicio)?.slice(0, 10);
        return (
          one.funcionario_id === row.funcionario_id &&
          day !== undefined &&
          day >= period.from &&
          day <= period.to
        );
      });
      expect(row.participations).toBe(mine.length);
      expect(row.led_phases).toBe(count(mine, (one) => one.is_leader === true));
      expect(row.rework_participations).toBe(
        count(mine, (one) => phases.get(one.faseof_id)!.is_rework === true),
      );
    }
  }, 300_000);

  it('stand in the history as the overview of the same ninety days has them', async () => {
    const { plant, factory } = await sampleFactory(firstServer, 300);
    const history = (await asking(plant, 'kpis.history')).data as Record<string, unknown>[];
    const of = (name: string) => history.find((one) => one.indicator === name)!;
    const from = new Date(Date.parse(factory.today) - 89 * 86_400_000).toISOString().slice(0, 10);
    const { data } = await asking(plant, 'kpis.overview', { from, to: factory.today });
    const figures = data as Record<string, number>;
    expect(figures.finished_orders).toBeGreaterThan(10);
    for (const [kept, asked] of [
      ['orders_finished', 'lead_time_orders'],
      ['lead_time_median_days', 'lead_time_days_median'],
      ['lead_time_p90_days', 'lead_time_days_p90'],
      ['orders_in_hand', 'wip_orders'],
      ['orders_zombie', 'zombies'],
      ['orders_awaiting_shipping', 'wip_awaiting_shipping'],
    ] as const)
      expect(of(kept).value, kept).toBe(figures[asked]);
    for (const name of ['rework_rate', 'orders_with_rework_share', 'on_time_rate'])
      expect(of(name).value as number, name).toBeCloseTo(figures[name]!, 12);
    for (const one of history) expect((one.meaning as string).length).toBeGreaterThan(15);
  }, 300_000);

  it('have a history, a page at a time', async () => {
    const { plant } = await sampleFactory(firstServer, 100);
    const { pool } = plant.database;
    await pool.query(`INSERT INTO kpi_snapshot (day, indicator, value, rows, run_id, as_of)
      SELECT d::date, i, extract(day FROM d), 1, p.run_id, p.as_of FROM publication p,
        generate_series(timestamp '2001-01-01', '2001-01-05', '1 day') d, unnest(ARRAY['b', 'a']) i`);
    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const next = cursor ? { cursor } : {};
      const reply = await asking(plant, 'kpis.history', { limit: 3, to: '2001-01-04', ...next });
      seen.push(
        ...(reply.data as { day: string; indicator: string }[]).map((one) => one.day + one.indicator),
      );
      cursor = reply.next_cursor;
    } while (cursor);
    const days = ['2001-01-04', '2001-01-03', '2001-01-02', '2001-01-01'];
    expect(seen).toEqual(days.flatMap((day) => [`${day}a`, `${day}b`]));
  }, 300_000);
});
