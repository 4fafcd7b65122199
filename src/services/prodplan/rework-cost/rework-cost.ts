import { z } from 'zod';
import { dayNumber } from '../../answer/day-number.js';
import { excluding } from '../../answer/excluding.js';
import { caveatOf } from '../../answer/figure-gate.js';
import { given } from '../../answer/given.js';
import { periodOf, productFilters } from '../../answer/params.js';
import { restsOn } from '../../answer/rests-on.js';
import { usualDays } from '../../answer/window.js';
import { defineAnswer } from '../../service.js';
import { groupsOf } from '../groups-of.js';
import { fewestMatched, fewestOthers, matchedDifference } from '../matched.js';
import { differenceRow, sooner } from '../matched-row.js';
import { type FlowOrder, flowOrdersQuery, passesFlow, readFlowOrders } from '../milestones/flow-orders.js';

const line = z.object({
  name: z
    .string()
    .describe('A família; all: todas juntas; same_model: todas, comparadas por modelo e trimestre'),
  orders: z.int(),
  orders_with_rework: z.int(),
  ...differenceRow.shape,
});
type Line = z.output<typeof line>;

const data = z.object({
  total: line,
  same_model: line.describe('O mesmo, comparando só ordens do mesmo modelo acabadas no mesmo trimestre'),
  families: z.array(line),
});

export const reworkCost = defineAnswer({
  name: 'prodplan.rework_cost',
  heavy: true,
  path: '/api/prodplan/rework_cost',
  summary: 'Quanto tempo de entrega custa o retrabalho',
  method:
    'Das ordens acabadas no período, o tempo de entrega das que tiveram retrabalho menos o das outras da mesma família acabadas no mesmo mês, em média por ordem, com o intervalo.',
  figures: [
    {
      figure: 'difference_days',
      title: 'Dias a mais com retrabalho (com difference_low e difference_high)',
      unit: 'dias por ordem com retrabalho',
      definition: `Ordens DONE com tempo de entrega, acabadas no período. Com retrabalho: pelo menos uma fase com FaseOf_Retorno acabada. Cada uma compara-se com a média das sem retrabalho da mesma família acabadas no mesmo mês, se forem pelo menos ${fewestOthers}; difference_days é a média dessas diferenças, com pelo menos ${fewestMatched} ordens comparadas. O intervalo é o de 95 em 100, como se as ordens fossem independentes. difference_total_days = difference_days x orders_matched. Em same_model comparam-se só ordens do mesmo modelo acabadas no mesmo trimestre.`,
      limits:
        'É uma associação: barcos difíceis têm mais retrabalho e demoram mais por outras razões, e um barco que fica mais tempo na fábrica tem mais ocasiões de ser retrabalhado. O mesmo mês é o do acabamento. Barcos do mesmo mês dependem uns dos outros, e por isso o intervalo é estreito de mais. Uma família mistura modelos de demora muito diferente: onde same_model diz outra coisa, é a ele que se deve dar crédito, se as suas ordens chegarem. Onde as com retrabalho levaram menos, a resposta vem com reservas: o que as distingue pesa mais do que o retrabalho, e a diferença não é um custo. Retrabalho que não foi marcado no ERP está entre as outras.',
    },
  ],
  params: z.strictObject({ ...periodOf('do acabamento da ordem'), ...productFilters }),
  data,
  table: { row: line, rows: ({ total, same_model, families }) => [total, same_model, ...families] },
  gates: ['product_family', ...restsOn.orders, ...restsOn.phases],
  usual: usualDays,
  rows: { day: 'finished' },
  references: ['fases_ordem_fabrico.faseof_of_id', 'ordens_fabrico.of_produto_id'],
  queries: [flowOrdersQuery],
  async find(context, params) {
    const asked = given(params);
    const first = asked.from === null ? Number.NEGATIVE_INFINITY : dayNumber(asked.from);
    const last = asked.to === null ? Number.POSITIVE_INFINITY : dayNumber(asked.to);
    const finished = (await readFlowOrders(context)).filter(
      (one) =>
        one.lead_time_days !== null &&
        one.finished! >= first &&
        one.finished! <= last &&
        passesFlow(one, asked),
    );
    const total = lineOf('all', finished);
    const rowsExcluded = excluding({
      'sem ordens da mesma família e mês com que se comparem': finished.length - comparedIn(total),
    });
    if (total.difference_days === null) return { refused: tooFew(total), rowsUsed: 0, rowsExcluded };
    const families = [...groupsOf(finished, ({ familia }) => familia)]
      .map(([name, own]) => lineOf(name, own))
      .sort(
        (a, b) =>
          (b.difference_total_days ?? 0) - (a.difference_total_days ?? 0) || (a.name < b.name ? -1 : 1),
      );
    const same_model = lineOf('same_model', finished, modelAndQuarter);
    return {
      data: { total, same_model, families },
      rowsUsed: comparedIn(total),
      rowsExcluded,
      ...caveatOf(sooner(total) ? noCost : null),
    };
  },
});

function comparedIn({ orders_matched, orders_others }: Line): number {
  return orders_matched + orders_others;
}

const noCost =
  'As ordens com retrabalho levaram menos tempo do que as outras da mesma família e mês: distinguem-se por mais do que o retrabalho, e a diferença não é um custo.';

/** Of the month of its stratum: 2023-04 is of the second quarter. */
function modelAndQuarter({ produto_id, stratum }: FlowOrder): string {
  const [year, month] = stratum!.slice(-'2023-04'.length).split('-');
  return `${produto_id} ${year} ${Math.ceil(Number(month) / 3)}`;
}

function familyAndMonth({ stratum }: FlowOrder): string {
  return stratum!;
}

function lineOf(name: string, finished: readonly FlowOrder[], alike = familyAndMonth): Line {
  const hasRework = ({ reworks }: FlowOrder): boolean => reworks > 0;
  const strata = groupsOf(finished, alike).values();
  return {
    name,
    orders: finished.length,
    orders_with_rework: finished.filter(hasRework).length,
    ...differenceRow.of(matchedDifference(strata, hasRework)),
  };
}

function tooFew({ orders_with_rework }: Line) {
  return {
    reason: `Das ${orders_with_rework} ordens com retrabalho acabadas no período, menos de ${fewestMatched} têm pelo menos ${fewestOthers} sem ele da mesma família e mês: não há com que comparar.`,
    suggestion: 'Peça um período mais longo (from), ou menos filtros.',
  };
}
