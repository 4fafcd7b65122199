import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Reply } from '../../src/services/index.js';
import { distanceOf } from '../../src/services/quality/escape/distance.js';
import type { TestDatabase } from '../support/database.js';
import { askFor, sampleFactory } from './factory.js';
import { count, type Defect, daysBetween, Factory, groupBy, loadRaw, passes, percentile } from './raw.js';

type Line = Record<string, number | string | null>;

let test: TestDatabase;
let factory: Factory;
let places: ReadonlyMap<string, number>;

beforeAll(async () => {
  test = await sampleFactory(500, 7);
  factory = new Factory(await loadRaw(test.database.pool));
  places = await placesOnRoutes(test);
});
afterAll(async () => await test?.drop());

const asking = async (asked: Readonly<Record<string, string>>): Promise<Reply> =>
  await askFor(test.database.pool, 'quality.escape', asked);

/** First place of a phase on the route of a product, counted by hand. */
async function placesOnRoutes({ database }: TestDatabase): Promise<Map<string, number>> {
  const { rows } = await database.pool.query<{ product: number; phase: number }>(
    `SELECT produtofase_produto_id AS product, produtofase_fase_id AS phase FROM fases_standard_modelos
     ORDER BY produtofase_produto_id, produtofase_sequencia, produtofase_fase_id`,
  );
  const found = new Map<string, number>();
  for (const steps of groupBy(rows, ({ product }) => product).values())
    for (const [at, { product, phase }] of steps.entries())
      if (!found.has(`${product} ${phase}`)) found.set(`${product} ${phase}`, at + 1);
  return found;
}

function dayOfPhase(id: number | null): string | null {
  const found = factory.raw.phases.find(({ faseof_id }) => faseof_id === id);
  return (found?.fim ?? found?.inicio)?.slice(0, 10) ?? null;
}

function countedOf(defects: readonly Defect[]): Record<string, number | null> {
  const at = ({ produto_id }: Defect, phase: number | null): number =>
    places.get(`${produto_id} ${phase}`) ?? 0;
  const steps = defects
    .map((one) => [at(one, one.culprit), at(one, one.fase_avaliacao)] as const)
    .filter(([from, to]) => from > 0 && to >= from)
    .map(([from, to]) => to - from);
  const dated = defects.map((one) => [dayOfPhase(one.culpada), dayOfPhase(one.avaliacao)] as const);
  const both = dated.filter((one): one is readonly [string, string] => one[0] !== null && one[1] !== null);
  const days = both
    .filter(([from, to]) => from <= to && to <= factory.today)
    .map(([from, to]) => daysBetween(from, to));
  const past = defects.filter(
    (one) => one.gate === 6 && at(one, one.culprit) > 0 && at(one, one.culprit) <= at(one, 6),
  );
  const escaped = count(past, (one) => one.fase_avaliacao === 8);
  return {
    defects: defects.length,
    steps_known: steps.length,
    steps_median: percentile(steps, 0.5),
    days_known: days.length,
    days_median: percentile(days, 0.5),
    days_p90: percentile(days, 0.9),
    dates_missing: defects.length - both.length,
    dates_lying: both.length - days.length,
    defects_final_control: count(defects, (one) => one.fase_avaliacao === 8),
    defects_past_demould: past.length,
    defects_escaped: escaped,
    share_escaped: past.length === 0 ? null : escaped / past.length,
  };
}

describe('the distance at which defects are found', () => {
  it.each([{}, { from: '2022-01-01', to: '2023-03-15' }, { from: '2021-01-01', familia: 'K1' }])(
    'is what a count over the raw rows gives: %j',
    async (asked) => {
      const reply = await asking(asked);
      const filters = { ...asked, ...factory.windowOf(asked) };
      const attributed = factory.defects.filter(
        (one) => passes(filters, one, one.inspectionDay) && one.culprit !== null,
      );
      expect(attributed.length).toBeGreaterThan(50);
      const lines = reply.data as Line[];
      expect(lines[0]).toMatchObject({ name: 'all', ...countedOf(attributed) });
      const bySeverity = groupBy(attributed, ({ gravidade }) => gravidade?.toString() ?? 'none');
      expect(lines.slice(1).map(({ name }) => name)).toEqual([...bySeverity.keys()].toSorted());
      for (const line of lines.slice(1))
        expect(line).toMatchObject(countedOf(bySeverity.get(line.name as string)!));
      const byCulprit = (await asking({ ...asked, by: 'fase_culpada' })).data as Line[];
      for (const line of byCulprit.slice(1))
        expect(line).toMatchObject(
          countedOf(attributed.filter(({ culprit }) => String(culprit) === line.name)),
        );
    },
  );

  it('leaves lies out of the days, and counts them', () => {
    const line = {
      ...{ fase_culpada: 1, fase_avaliacao: 8, first_inspection: 6, culprit_place: 2, detecting_place: 9 },
      ...{ demould_place: 5, culprit_day: 100, detecting_day: 104 },
    };
    expect(distanceOf(line, 200)).toEqual({
      ...{ steps: 7, days: 4, dates: 'KNOWN', isAtFinalControl: true, mightBeFoundBefore: true },
    });
    expect(distanceOf({ ...line, detecting_day: 99 }, 200)).toMatchObject({ days: null, dates: 'LYING' });
    expect(distanceOf({ ...line, detecting_day: 201 }, 200)).toMatchObject({ days: null, dates: 'LYING' });
    expect(distanceOf({ ...line, culprit_day: null }, 200)).toMatchObject({ days: null, dates: 'MISSING' });
    expect(distanceOf({ ...line, culprit_place: 10 }, 200)).toMatchObject({
      ...{ steps: null, mightBeFoundBefore: false },
    });
    expect(distanceOf({ ...line, first_inspection: 8 }, 200)).toMatchObject({ mightBeFoundBefore: false });
  });
});
