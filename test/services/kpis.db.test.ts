import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstServer } from '../support/database.js';
import { asking, filtersOf, isShut, rateTold, sampleFactory, tries } from './asking.js';
import { count, daysBetween, passes, percentile } from './raw.js';

describe('the figures of the production manager', () => {
  it('are what a count over the raw rows gives, whatever the filters', async () => {
    const { plant, factory } = await sampleFactory(firstServer);
    const active = factory.activeDays();
    const names = ['from', 'to', 'produto_id', 'familia'] as const;
    await fc.assert(
      fc.asyncProperty(filtersOf(factory, names), async (filters) => {
        const reply = await asking(plant, 'kpis.overview', filters);
        fc.pre(!isShut(reply));
        const { data } = reply;
        const { from, to, ...which } = filters;
        const done = factory.orders.filter(
          (one) => one.state === 'DONE' && one.finishDay !== null && passes(filters, one, one.finishDay),
        );
        const leads = done.map((one) => one.leadDays).filter((one) => one !== null);
        // Days, not instants; scrapped orders are nobody's delay; what is due today may still come.
        const due = factory.orders.filter((one) => {
          const day = one.transporte?.slice(0, 10) ?? null;
          return one.state !== 'SCRAPPED' && day !== null && day < factory.today && passes(filters, one, day);
        });
        const isOpen = (one: { state: string }): boolean => one.state !== 'DONE' && one.state !== 'SCRAPPED';
        const finishedBy = due.filter((one) => one.state === 'DONE' && one.finishDay !== null);
        const onTime = count(finishedBy, (one) => one.finishDay! <= one.transporte!.slice(0, 10));
        const stillOpen = count(due, isOpen);
        const standing = factory.orders.filter((one) => isOpen(one) && passes(which, one, null));
        const zombies = count(
          standing,
          (one) => one.criacao !== null && daysBetween(one.criacao.slice(0, 10), factory.today) > 365,
        );
        const judged = finishedBy.length + stillOpen;
        const reworks = done.reduce((sum, one) => sum + one.reworks, 0);
        const ended = done.reduce((sum, one) => sum + one.ended, 0);
        const days = count(
          active,
          (day) => (from === undefined || day >= from) && (to === undefined || day <= to),
        );
        expect(data).toMatchObject({
          finished_orders: done.length,
          lead_time_orders: leads.length,
          lead_time_days_median: percentile(leads, 0.5),
          lead_time_days_p90: percentile(leads, 0.9),
          active_days: days,
          finished_per_active_day: days === 0 ? null : done.length / days,
          due_on_time: onTime,
          due_late: finishedBy.length - onTime,
          due_still_open: stillOpen,
          on_time_rate: rateTold(
            reply,
            (data as { on_time_rate: number | null }).on_time_rate,
            judged === 0 ? null : onTime / judged,
          ),
          wip_orders: standing.length - zombies,
          zombies,
          reworks,
          rework_rate: ended === 0 ? null : reworks / ended,
        });
      }),
      tries,
    );
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
      expect(row.led_phases).toBe(count(mine, (one) => one.chefe === true));
      expect(row.rework_participations).toBe(
        count(mine, (one) => phases.get(one.faseof_id)!.retorno === true),
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
    await pool.query(`INSERT INTO kpi_snapshot (dia, indicador, valor, linhas, run_id, as_of)
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
