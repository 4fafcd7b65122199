import { z } from 'zod';
import { dayNumber } from '../../answer/day-number.js';
import { excluding } from '../../answer/excluding.js';
import { given } from '../../answer/given.js';
import { periodOf, productFilters } from '../../answer/params.js';
import { restsOn } from '../../answer/rests-on.js';
import { usualDays } from '../../answer/window.js';
import { defineList } from '../../service.js';
import { dayText } from '../known-outlook.js';
import { flowOrdersQuery, milestones, passesFlow, readFlowOrders } from '../milestones/flow-orders.js';
import { bucketEnds } from './buckets.js';

const boats = z.int();
const row = z.object({
  until_day: z.iso.date().describe('Último dia, incluído'),
  created_total: boats,
  started_total: boats,
  demoulded_total: boats,
  inspected_total: boats,
  finished_total: boats,
});

export const cumulativeFlow = defineList({
  name: 'prodplan.cumulative_flow',
  heavy: true,
  path: '/api/prodplan/cumulative_flow',
  summary: 'Fluxo acumulado por marco',
  method:
    'Ao fim de cada dia ou semana do período, quantas ordens já tinham sido criadas, começadas, desmoldadas, passadas no controlo final e acabadas, contadas a partir das acabadas antes do período.',
  figures: [
    {
      figure: 'created_total',
      title:
        'Ordens que já passaram cada marco (created_total, started_total, demoulded_total, inspected_total, finished_total)',
      unit: 'ordens',
      definition:
        'Por ordem, o dia de cada marco: Of_DataCriacao; a primeira fase começada (sem a 11); o primeiro desmolde (6) acabado; o primeiro controlo final (8) acabado; Of_DataAcabamento. Um marco que não consta conta-se no dia do primeiro dos seguintes que conste, e nenhum antes da criação: as linhas nunca se cruzam. De cada total descontam-se as acabadas antes do período, que assim começa com finished_total igual às acabadas no primeiro intervalo. A distância entre duas linhas, ao alto, são as ordens entre os dois marcos nesse dia.',
      limits:
        'As ordens por acabar há muito (zombies) estão em todas as distâncias. Modelos que aqui não se desmoldam passam o desmolde com o controlo final. Ficam fora as de sucata, as sem data de criação e as entregues sem dia de acabamento que se possa crer; rows_excluded diz quantas.',
    },
  ],
  params: z.strictObject({
    ...periodOf('de cada marco'),
    ...productFilters,
    by: z.enum(['day', 'week']).default('week').describe('day ou week (semanas de segunda a domingo)'),
  }),
  row,
  gates: [...restsOn.orders, ...restsOn.phases],
  weakening: [...restsOn.demould],
  usual: usualDays,
  rows: { day: 'finished', alsoBy: 'created' },
  references: ['fases_ordem_fabrico.faseof_of_id'],
  queries: [flowOrdersQuery],
  async find(context, { by, ...params }) {
    const asked = given(params);
    const all = (await readFlowOrders(context)).filter((one) => passesFlow(one, asked));
    const counted = all.flatMap(({ reached }) => (reached === null ? [] : [reached]));
    const earliest = counted.reduce(
      (least, [created]) => Math.min(least, created!),
      Number.POSITIVE_INFINITY,
    );
    const last = dayNumber(asked.to ?? context.publication.as_of.slice(0, 10));
    const first = asked.from === null ? Math.min(earliest, last) : dayNumber(asked.from);
    const rowsExcluded = excluding({
      'de sucata, sem data de criação, ou entregues sem dia de acabamento que se possa crer':
        all.length - counted.length,
    });
    return {
      data: totals(counted, bucketEnds(first, last, by), first),
      rowsUsed: counted.length,
      rowsExcluded,
    };
  },
});

function totals(
  counted: readonly (readonly (number | null)[])[],
  ends: readonly number[],
  first: number,
): z.output<typeof row>[] {
  const upTo = milestones.map((_, place) => countsUpTo(counted, place));
  const before = upTo.at(-1)!(first - 1);
  return ends.map((end) => {
    const [created, started, demoulded, controlled, finished] = upTo.map((count) => count(end) - before) as [
      number,
      number,
      number,
      number,
      number,
    ];
    return {
      until_day: dayText(end),
      created_total: created,
      started_total: started,
      demoulded_total: demoulded,
      inspected_total: controlled,
      finished_total: finished,
    };
  });
}

/** How many had reached the milestone by the end of a day. */
function countsUpTo(
  counted: readonly (readonly (number | null)[])[],
  place: number,
): (day: number) => number {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const reached of counted) {
    const day = reached[place];
    if (day != null) [first, last] = [Math.min(first, day), Math.max(last, day)];
  }
  if (last < first) return () => 0;
  const totals = new Int32Array(last - first + 1);
  for (const reached of counted) {
    const day = reached[place];
    if (day != null) totals[day - first]! += 1;
  }
  for (let at = 1; at < totals.length; at++) totals[at]! += totals[at - 1]!;
  return (day) => (day < first ? 0 : totals[Math.min(day, last) - first]!);
}
