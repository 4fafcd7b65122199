import { z } from 'zod';
import { yearDays } from '../../../contract/factory/index.js';
import { dayNumber } from '../../answer/day-number.js';
import { excluding } from '../../answer/excluding.js';
import { given } from '../../answer/given.js';
import { productFilters, zombieAge } from '../../answer/params.js';
import { restsOn } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { type Context, defineList } from '../../service.js';
import { dayText, fewestPromised } from '../known-outlook.js';
import {
  type FlowOrder,
  flowOrdersQuery,
  milestones,
  passesFlow,
  readFlowOrders,
} from '../milestones/flow-orders.js';
import { orderRow } from '../order-row.js';
import { ageingBands, bandOf, lastReached, leftAt, percentilesOf } from './percentiles.js';

const namesQuery = sqlFile(import.meta.url, 'open-names.sql', { prepared: true });

const { of_id, produto_id, produto_nome, familia, fase_id, fase_nome } = orderRow.shape;
const days = z.int();
const daysOrNull = days.nullable();

const row = z.object({
  ...{ of_id, produto_id, produto_nome, familia, fase_id, fase_nome },
  milestone: z.enum(milestones).describe('O último marco por que passou'),
  reached_day: z.iso.date(),
  age_days: days.describe('Desde a criação'),
  left_p50_days: daysOrNull.describe('A idade a que metade das acabadas passou ao marco seguinte'),
  left_p85_days: daysOrNull,
  left_p95_days: daysOrNull,
  compared_orders: z.int().describe('Ordens acabadas com que se compara'),
  compared_with: z.enum(['FAMILY', 'ALL']).nullable(),
  band: z.enum(ageingBands).nullable(),
});
type Row = z.output<typeof row>;

export const ageing = defineList({
  name: 'prodplan.ageing',
  heavy: true,
  path: '/api/prodplan/ageing',
  summary: 'Idade do que está em curso, marco a marco',
  method:
    'Ordens por acabar, sem zombies, com a sua idade ao lado da idade que tinham as acabadas no último ano ao deixarem o mesmo marco; primeiro as que já passaram o percentil 95.',
  figures: [
    {
      figure: 'band',
      title: 'Idade face às acabadas (com left_p50_days, left_p85_days, left_p95_days)',
      unit: '',
      definition: `O marco é o último por que a ordem passou (criação, primeira fase começada, desmolde, controlo final, como em cumulative_flow). Das ordens da mesma família acabadas nos ${yearDays} dias até ao do ficheiro (de todas, se forem menos de ${fewestPromised}), a idade em dias, desde a criação, no dia em que passaram ao marco seguinte; os percentis são valores observados. UP_TO_P50, UP_TO_P85, UP_TO_P95, BEYOND_P95: até onde vai a idade de hoje.`,
      limits:
        'Compara com as que acabaram; as que nunca acabam não estão nos percentis, e por isso uma ordem parada parece mais rara do que é. Num dado momento veem-se mais as que demoram: mais do que 5 em 100 passam o percentil 95 sem que nada tenha piorado. Diz que um barco está há muito no mesmo marco, não quando acaba nem porquê: para isso há prodplan/forecast. Prontas à espera de expedição contam no controlo final. Com menos de 30 acabadas em todas as famílias não há percentis.',
    },
  ],
  params: z.strictObject({ ...productFilters, ...zombieAge }),
  row,
  gates: [...restsOn.orders, ...restsOn.phases],
  weakening: ['product_family', ...restsOn.demould],
  rows: { day: null, open: true, andPast: { day: 'finished', days: yearDays } },
  references: ['fases_ordem_fabrico.faseof_of_id', 'ordens_fabrico.of_produto_id'],
  queries: [flowOrdersQuery, namesQuery],
  async find(context, { zombie_days, ...params }) {
    const asked = given(params);
    const today = dayNumber(context.publication.as_of.slice(0, 10));
    const orders = await readFlowOrders(context);
    const names = await knownNames(context);
    const left = await knownPercentiles(context, orders, today);
    const open = orders.filter((one) => names.has(one.of_id) && passesFlow(one, asked));
    const dated = open.filter((one) => (one.reached?.[0] ?? Number.POSITIVE_INFINITY) <= today);
    const young = dated.filter(({ reached }) => today - reached![0]! <= zombie_days);
    return {
      data: young.map((one) => rowOf(one, names.get(one.of_id)!, left, today)).sort(worstFirst),
      rowsUsed: young.length,
      rowsExcluded: excluding({
        'sem data de criação até ao dia do ficheiro': open.length - dated.length,
        'zombies: contados à parte': dated.length - young.length,
      }),
    };
  },
});

type Names = Pick<Row, 'produto_id' | 'produto_nome' | 'fase_id' | 'fase_nome'>;

async function knownNames({ client, remember }: Context): Promise<ReadonlyMap<number, Names>> {
  return await remember('prodplan.open_names', async () => {
    const rows = await namesQuery.rows<Names & { of_id: number }>(client);
    return new Map(rows.map(({ of_id: id, ...one }) => [id, one]));
  });
}

async function knownPercentiles({ remember }: Context, orders: readonly FlowOrder[], today: number) {
  return await remember('prodplan.ageing', async () =>
    percentilesOf(
      orders.filter(
        ({ finished, lead_time_days }) =>
          lead_time_days !== null && finished! > today - yearDays && finished! <= today,
      ),
      fewestPromised,
    ),
  );
}

function rowOf(one: FlowOrder, names: Names, left: ReturnType<typeof percentilesOf>, today: number): Row {
  const place = lastReached(one.reached!, today);
  const age_days = today - one.reached![0]!;
  const compared = leftAt(left, one.familia, place);
  return {
    of_id: one.of_id,
    familia: one.familia,
    ...names,
    milestone: milestones[place]!,
    reached_day: dayText(one.reached![place]!),
    age_days,
    left_p50_days: compared?.p50 ?? null,
    left_p85_days: compared?.p85 ?? null,
    left_p95_days: compared?.p95 ?? null,
    compared_orders: compared?.orders ?? 0,
    compared_with: compared?.of ?? null,
    band: compared === null ? null : bandOf(age_days, compared),
  };
}

/** Then the oldest. */
function worstFirst(a: Row, b: Row): number {
  const place = ({ band }: Row): number => (band === null ? -1 : ageingBands.indexOf(band));
  return place(b) - place(a) || b.age_days - a.age_days || a.of_id - b.of_id;
}
