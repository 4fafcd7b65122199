import { z } from 'zod';
import { decimalText } from '../../../platform/numbers.js';
import { dayNumber } from '../../answer/day-number.js';
import { excluding } from '../../answer/excluding.js';
import { caveatOf } from '../../answer/figure-gate.js';
import { given } from '../../answer/given.js';
import { periodOf, productFilters } from '../../answer/params.js';
import { restsOn } from '../../answer/rests-on.js';
import { usualDays } from '../../answer/window.js';
import { fewestBoats } from '../../headline.js';
import { defineAnswer } from '../../service.js';
import { groupsOf } from '../groups-of.js';
import { phaseMomentsQuery } from '../known-phase-moments.js';
import { fewestMatched, fewestOthers, matchedDifference } from '../matched.js';
import { differenceRow, sooner } from '../matched-row.js';
import { flowOrdersQuery } from '../milestones/flow-orders.js';
import {
  type Conformance,
  conformanceQueries,
  deviationKinds,
  readConformance,
  readProductNames,
} from './known-conformance.js';

/**
 * A step that was skipped and a row that the file lacks look alike, and of seventeen steps a boat has one that is lost soon: from so
 * many a boat on the answer says so.
 */
const mostSkipped = 0.05;

/** The boats that are furthest from their routes. */
const boatsShown = 20;

const perOrder = z.number().describe('Passos por ordem');
const figures = z.object({
  orders: z.int(),
  conforming_orders: z.int().describe('Sem nenhum desvio'),
  conforming_share: z.number(),
  fitness: z.number().describe('Média por ordem; 1: tal qual a rota'),
  skipped_steps: perOrder,
  undated_steps: perOrder,
  repeated_steps: perOrder,
  swapped_steps: perOrder,
  added_steps: perOrder,
});
const kindRow = z.object({
  kind: z.enum(deviationKinds),
  orders: z.int().describe('Ordens com pelo menos um'),
  steps: z.int(),
  ...differenceRow.shape,
});
const modelRow = z.object({ produto_id: z.int(), produto_nome: z.string().nullable(), ...figures.shape });
const boatRow = z.object({
  of_id: z.int(),
  produto_nome: z.string().nullable(),
  lead_time_days: z.int(),
  fitness: z.number(),
  ...{ skipped_steps: z.int(), undated_steps: z.int(), repeated_steps: z.int() },
  ...{ swapped_steps: z.int(), added_steps: z.int() },
});

const data = z.object({
  total: figures,
  kinds: z.array(kindRow),
  models: z.array(modelRow).describe('Os que mais ordens têm primeiro'),
  boats: z.array(boatRow).describe(`As ${boatsShown} ordens que mais se afastam`),
});

export const conformance = defineAnswer({
  name: 'prodplan.conformance',
  heavy: true,
  path: '/api/prodplan/conformance',
  summary: 'O que se fez, face à rota',
  method:
    'Das ordens acabadas no período, as fases pela ordem em que começaram alinhadas com a rota de hoje do modelo: passos saltados, sem data, repetidos, trocados e acrescentados, e os dias que cada desvio acompanha.',
  figures: [
    {
      figure: 'fitness',
      title: 'Conformidade (com skipped_steps, undated_steps, repeated_steps, swapped_steps, added_steps)',
      unit: 'de 0 a 1',
      definition: `Por ordem, alinham-se a rota de hoje (FasesStandardModelos) e as fases com alguma data, pela ordem em que começaram (acabaram, se o início falta; as do mesmo momento pelo seu lugar na ordem): só passos iguais ficam lado a lado, o maior número possível deles. fitness = 2 x alinhados / (passos da rota + passos feitos), como no alinhamento de um registo com uma rota sem ramos. REPEATED: a mais do que a rota diz, de uma fase que ela tem; ADDED: de fases que a rota não tem; SWAPPED: feitos tantas vezes como a rota diz, noutro lugar; dos da rota por fazer, UNDATED têm uma linha sem nenhuma data, SKIPPED nem isso (com mais do que ${decimalText(mostSkipped, 2)} por ordem a resposta vem com reservas: pode faltar a linha). Os números não dependem de que alinhamento, entre iguais, se escolha.`,
      limits:
        'Só há as rotas de hoje: uma que mudou faz parecer desvio o que na altura era a rota. A rota é uma só fila, e fases que correm a par aparecem trocadas. As fases começadas no mesmo momento contam pela ordem da rota. Um passo sem data pode ter sido feito e não registado. Ficam fora ordens cujo modelo não tem rota e as sem nenhuma fase com data.',
    },
    {
      figure: 'difference_days',
      title: 'Dias que cada desvio acompanha (com difference_low e difference_high)',
      unit: 'dias por ordem',
      definition: `Por tipo de desvio, o tempo de entrega das ordens que o têm menos a média das que não o têm, da mesma família e acabadas no mesmo mês (pelo menos ${fewestOthers}); com pelo menos ${fewestMatched} comparadas. O intervalo é o de 95 em 100, como se as ordens fossem independentes.`,
      limits:
        'É uma associação: uma ordem pode ter vários desvios, e o que a desviou pode ser o que a atrasou. Barcos do mesmo mês dependem uns dos outros, e o intervalo é estreito de mais.',
    },
  ],
  params: z.strictObject({ ...periodOf('do acabamento da ordem'), ...productFilters }),
  data,
  table: { row: modelRow, rows: ({ models }) => models },
  gates: [...restsOn.orders, ...restsOn.phases, ...restsOn.routes],
  weakening: ['product_join', 'product_family'],
  usual: usualDays,
  rows: { day: 'finished' },
  references: [
    'fases_ordem_fabrico.faseof_of_id',
    'fases_ordem_fabrico.faseof_fase_id',
    'ordens_fabrico.of_produto_id',
  ],
  queries: [...conformanceQueries, phaseMomentsQuery, flowOrdersQuery],
  async find(context, params) {
    const asked = given(params);
    const first = asked.from === null ? Number.NEGATIVE_INFINITY : dayNumber(asked.from);
    const last = asked.to === null ? Number.POSITIVE_INFINITY : dayNumber(asked.to);
    const finished = (await readConformance(context)).filter(
      (one) =>
        one.finished >= first &&
        one.finished <= last &&
        (asked.produto_id === null || one.produto_id === asked.produto_id) &&
        (asked.familia === null || one.familia === asked.familia),
    );
    const judged = finished.filter((one): one is Judged => one.steps !== null);
    const rowsExcluded = excluding({
      'sem rota do modelo, ou sem nenhuma fase com data': finished.length - judged.length,
    });
    if (judged.length < fewestBoats)
      return {
        refused: tooFew(judged.length),
        rowsUsed: 0,
        rowsExcluded: [...rowsExcluded, ...excluding({ 'de um período com poucas': judged.length })],
      };
    const names = await readProductNames(context);
    const found = told(judged, names);
    const odd = found.kinds.filter(sooner).map(({ kind }) => kindNames[kind]);
    return {
      data: found,
      rowsUsed: judged.length,
      rowsExcluded,
      ...caveatOf(
        found.total.skipped_steps > mostSkipped ? rowsLacking(found.total.skipped_steps) : null,
        odd.length === 0 ? null : noCost(odd.join(', ')),
      ),
    };
  },
});

type Judged = Conformance & { readonly steps: readonly number[] };
type Names = ReadonlyMap<number, string | null>;

function told(judged: readonly Judged[], names: Names): z.output<typeof data> {
  const models = [...groupsOf(judged, ({ produto_id }) => produto_id)].map(([produto_id, own]) => ({
    produto_id,
    produto_nome: names.get(produto_id) ?? null,
    ...figuresOf(own),
  }));
  const boats = furthest(judged).map(({ of_id, produto_id, lead_time_days, fitness, steps }) => ({
    ...{ of_id, produto_nome: names.get(produto_id) ?? null, lead_time_days, fitness },
    ...named(steps),
  }));
  const strata = [...groupsOf(judged, ({ stratum }) => stratum).values()];
  return {
    total: figuresOf(judged),
    kinds: deviationKinds.map((kind, place) => kindOf(kind, place, judged, strata)),
    models: models.sort((a, b) => b.orders - a.orders || a.produto_id - b.produto_id),
    boats,
  };
}

/** Without sorting all of them: of all history that takes longer than everything else. */
function furthest(judged: readonly Judged[]): readonly Judged[] {
  const further = (a: Judged, b: Judged): number => a.fitness - b.fitness || a.of_id - b.of_id;
  const found: Judged[] = [];
  for (const one of judged) {
    if (found.length === boatsShown && further(one, found.at(-1)!) > 0) continue;
    found.push(one);
    found.sort(further);
    if (found.length > boatsShown) found.pop();
  }
  return found;
}

function figuresOf(own: readonly Judged[]): z.output<typeof figures> {
  const sums = deviationKinds.map(() => 0);
  let [conforming, fitness] = [0, 0];
  for (const one of own) {
    let all = 0;
    for (const [place, steps] of one.steps.entries()) {
      sums[place]! += steps;
      all += steps;
    }
    fitness += one.fitness;
    if (all === 0) conforming += 1;
  }
  return {
    orders: own.length,
    conforming_orders: conforming,
    conforming_share: conforming / own.length,
    fitness: fitness / own.length,
    ...named(sums.map((sum) => sum / own.length)),
  };
}

function named(steps: readonly number[]) {
  const [skipped_steps, undated_steps, repeated_steps, swapped_steps, added_steps] = steps as [
    number,
    number,
    number,
    number,
    number,
  ];
  return { skipped_steps, undated_steps, repeated_steps, swapped_steps, added_steps };
}

function kindOf(
  kind: (typeof deviationKinds)[number],
  place: number,
  judged: readonly Judged[],
  strata: readonly (readonly Judged[])[],
) {
  const hasSome = ({ steps }: Judged): boolean => steps[place]! > 0;
  return {
    kind,
    orders: judged.filter(hasSome).length,
    steps: judged.reduce((sum, { steps }) => sum + steps[place]!, 0),
    ...differenceRow.of(matchedDifference(strata, hasSome)),
  };
}

const kindNames = {
  SKIPPED: 'saltados',
  UNDATED: 'sem data',
  REPEATED: 'repetidos',
  SWAPPED: 'trocados',
  ADDED: 'fora da rota',
} as const;

function rowsLacking(skipped: number): string {
  return `Faltam ${decimalText(skipped, 2)} linhas de fases da rota por ordem: um passo saltado e uma linha que falta no ficheiro não se distinguem.`;
}

function noCost(kinds: string): string {
  return `As ordens com passos ${kinds} levaram menos tempo do que as outras da mesma família e mês: distinguem-se por mais do que esses passos, e a diferença não é um custo.`;
}

function tooFew(orders: number) {
  return {
    reason: `Só ${orders} ordens acabadas no período têm rota e fases com data; com menos de ${fewestBoats} não se diz nada.`,
    suggestion: 'Peça um período mais longo (from), ou menos filtros.',
  };
}
