import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstServer } from '../support/database.js';
import { asking, filtersOf, isShut, rateTold, sampleFactory, tries } from './asking.js';
import { count, type Factory, type Filters, groupBy, percentile } from './raw.js';

type Line = Record<string, number | string | null>;

function isOpen(one: { readonly state: string }): boolean {
  return one.state !== 'DONE' && one.state !== 'SCRAPPED';
}

function isZombie(factory: Factory, one: { readonly criacao: string | null }, zombie_days = 365): boolean {
  if (one.criacao === null) return false;
  const ageMs = Date.parse(factory.today) - Date.parse(one.criacao.slice(0, 10));
  return ageMs / 86_400_000 > zombie_days;
}

function ratio(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

function isOf({ produto_id, familia }: Filters, one: { produto_id: number | null; familia: string | null }) {
  return (
    (produto_id === undefined || one.produto_id === produto_id) &&
    (familia === undefined || one.familia === familia)
  );
}

/** The dump's month and the two before it, where nobody names a period. */
function inUsualMonths({ today }: Factory, asked: Filters): Filters {
  const isUsual = asked.from === undefined && asked.to === undefined;
  return isUsual ? { ...asked, from: '2023-02-01', to: today } : asked;
}

/** Seconds of a phase; null where a date is missing or lies, or it lasted none. */
function secondsOf({ raw }: Factory, phase: { inicio: string | null; fim: string | null }): number | null {
  const { inicio, fim } = phase;
  if (inicio === null || fim === null || fim <= inicio || fim > raw.asOf) return null;
  return Math.trunc((Date.parse(`${fim}Z`) - Date.parse(`${inicio}Z`)) / 1000);
}

describe('the figures by phase', () => {
  it('are what a count over the raw phases and orders gives, over whole months', async () => {
    const { plant, factory } = await sampleFactory(firstServer);
    const { raw } = factory;
    const order = new Map(factory.orders.map((one) => [one.of_id, one]));
    const durations = groupBy(raw.phases, (one) => one.fase_id);
    const names = ['from', 'to', 'produto_id', 'familia', 'fase_id'] as const;
    await fc.assert(
      fc.asyncProperty(filtersOf(factory, names), async (asked) => {
        const reply = await asking(plant, 'kpis.by_phase', asked);
        const filters = inUsualMonths(factory, asked);
        fc.pre(!isShut(reply));
        const lines = reply.data as Line[];
        const { from, to, fase_id } = filters;
        const inMonths = (day: string): boolean =>
          (from === undefined || day.slice(0, 7) >= from.slice(0, 7)) &&
          (to === undefined || day.slice(0, 7) <= to.slice(0, 7));
        const unknown = { produto_id: null, familia: null };
        const ended = raw.phases.filter(
          (one) =>
            one.fim !== null &&
            one.fim <= raw.asOf &&
            inMonths(one.fim) &&
            isOf(filters, order.get(one.of_id) ?? unknown) &&
            (fase_id === undefined || one.fase_id === fase_id),
        );
        const standing = factory.orders.filter(
          (one) =>
            isOpen(one) &&
            one.fase_id !== null &&
            isOf(filters, one) &&
            (fase_id === undefined || one.fase_id === fase_id),
        );
        const phases = new Set([...ended, ...standing].map((one) => one.fase_id));
        expect(new Set(lines.map((one) => one.fase_id))).toEqual(phases);
        const days = count(factory.activeDays(), inMonths);
        for (const line of lines) {
          const here = ended.filter((one) => one.fase_id === line.fase_id);
          const at = standing.filter((one) => one.fase_id === line.fase_id);
          const zombies = count(at, (one) => isZombie(factory, one));
          const reworks = count(here, (one) => one.is_rework === true);
          const seconds = (durations.get(line.fase_id as number) ?? []).flatMap(
            (one) => secondsOf(factory, one) ?? [],
          );
          expect(line).toMatchObject({
            phases_finished: here.length,
            reworks,
            rework_rate: here.length === 0 ? null : reworks / here.length,
            active_days: days,
            finished_per_active_day: days === 0 ? null : here.length / days,
            wip_orders: at.length - zombies,
            zombies,
            durations: seconds.length,
          });
          const [median, p90] = [percentile(seconds, 0.5), percentile(seconds, 0.9)];
          if (median === null) expect(line.duration_hours_median).toBeNull();
          else expect(line.duration_hours_median).toBeCloseTo(median / 3600, 9);
          if (p90 !== null) expect(line.duration_hours_p90).toBeCloseTo(p90 / 3600, 9);
        }
      }),
      tries,
    );
  }, 300_000);
});

describe('the figures by product', () => {
  it('are what a count over the raw orders gives, most finished first', async () => {
    const { plant, factory } = await sampleFactory(firstServer);
    const names = ['from', 'to', 'produto_id', 'familia'] as const;
    await fc.assert(
      fc.asyncProperty(filtersOf(factory, names), async (asked) => {
        const reply = await asking(plant, 'kpis.by_product', { ...asked, limit: 1000 });
        const filters = { ...asked, ...factory.windowOf(asked) };
        fc.pre(!isShut(reply));
        const lines = reply.data as Line[];
        const { from = '', to = '9999' } = filters;
        const within = (day: string | null): boolean => day !== null && day >= from && day <= to;
        const mine = groupBy(
          factory.orders.filter((one) => isOf(filters, one)),
          (one) => one.produto_id,
        );
        for (const line of lines) {
          const orders = mine.get(line.produto_id as number | null) ?? [];
          const done = orders.filter((one) => one.state === 'DONE' && within(one.finishDay));
          const leads = done.flatMap((one) => one.leadDays ?? []);
          const due = orders.filter((one) => {
            const day = one.transporte?.slice(0, 10) ?? null;
            return one.state !== 'SCRAPPED' && within(day) && day! < factory.today;
          });
          const judged = due.filter((one) => isOpen(one) || one.finishDay !== null);
          const onTime = count(
            judged,
            (one) => !isOpen(one) && one.finishDay! <= one.transporte!.slice(0, 10),
          );
          const standing = orders.filter(isOpen);
          const zombies = count(standing, (one) => isZombie(factory, one));
          const [ended, reworks] = [
            done.reduce((sum, one) => sum + one.ended, 0),
            done.reduce((sum, one) => sum + one.reworks, 0),
          ];
          expect(line).toMatchObject({
            finished_orders: done.length,
            lead_time_orders: leads.length,
            lead_time_days_median: percentile(leads, 0.5),
            lead_time_days_p90: percentile(leads, 0.9),
            due_orders: judged.length,
            due_on_time: onTime,
            on_time_rate: rateTold(reply, line.on_time_rate, ratio(onTime, judged.length)),
            phases_finished: ended,
            reworks,
            rework_rate: ended === 0 ? null : reworks / ended,
            wip_orders: standing.length - zombies,
            zombies,
          });
        }
        const finished = lines.map((one) => one.finished_orders as number);
        expect(finished).toEqual(finished.toSorted((a, b) => b - a));
        const seen = new Set(lines.map((one) => one.produto_id));
        for (const [product, orders] of mine)
          if (orders.some(isOpen)) expect([...seen], String(product)).toContain(product);
      }),
      tries,
    );
  }, 300_000);
});

describe('the figures by employee', () => {
  it('hold durations against the median of the phase itself, and give none where there are few', async () => {
    const { plant, factory } = await sampleFactory(firstServer, 300);
    const { raw } = factory;
    const period = { from: '2023-02-01', to: '2023-04-30', limit: 1000 };
    const lines = (await asking(plant, 'kpis.by_employee', period, true)).data as Line[];
    const phases = new Map(raw.phases.map((one) => [one.faseof_id, one]));
    const usual = new Map(
      [...groupBy(raw.phases, (one) => one.fase_id)].map(([fase, list]) => [
        fase,
        percentile(
          list.flatMap((one) => secondsOf(factory, one) ?? []),
          0.5,
        ),
      ]),
    );
    for (const line of lines) {
      const mine = raw.workers
        .filter((one) => one.funcionario_id === line.funcionario_id)
        .flatMap((one) => phases.get(one.faseof_id) ?? [])
        .filter((one) => {
          const time = one.fim ?? one.inicio;
          return time !== null && time <= raw.asOf && time >= period.from;
        });
      const byPhase = [...groupBy(mine, (one) => one.fase_id)].map(([fase, list]) => ({
        fase,
        seconds: list.flatMap((one) => secondsOf(factory, one) ?? []),
      }));
      const timed = byPhase.filter((one) => one.seconds.length > 0);
      const durations = timed.reduce((sum, one) => sum + one.seconds.length, 0);
      const weighed = timed.reduce(
        (sum, { fase, seconds }) => sum + (seconds.length * percentile(seconds, 0.5)!) / usual.get(fase)!,
        0,
      );
      expect(line).toMatchObject({ distinct_phases: byPhase.length, durations });
      expect(line.rework_share).toBeCloseTo(count(mine, (one) => one.is_rework === true) / mine.length, 12);
      if (durations < 10) expect(line.duration_ratio).toBeNull();
      else expect(line.duration_ratio).toBeCloseTo(weighed / durations, 9);
    }
    expect(lines.some((one) => one.duration_ratio !== null)).toBe(true);
  }, 300_000);
});
