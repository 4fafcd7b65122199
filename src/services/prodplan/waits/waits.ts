import { z } from 'zod';
import { excluding } from '../../answer/excluding.js';
import { given } from '../../answer/given.js';
import { filters, periodOf } from '../../answer/params.js';
import { restsOn } from '../../answer/rests-on.js';
import { usualDays } from '../../answer/window.js';
import { fewestBoats } from '../../headline.js';
import { defineList } from '../../service.js';
import { phaseMomentsQuery } from '../known-phase-moments.js';
import { type KnownPhase, phasesQuery, readPhases } from '../known-phases.js';
import { readWaits, waitsQuery } from './known-waits.js';
import { type SummedWaits, sumWaits } from './sum-waits.js';

const row = z.object({
  from_fase_id: z.int().nullable().describe('A fase que o barco deixou; null: a criação'),
  from_fase_nome: z.string().nullable(),
  to_fase_id: z.int().describe('A fase por que esperou'),
  to_fase_nome: z.string().nullable(),
  to_is_automatic: z.boolean().nullable().describe('Cura ou espera própria: não é trabalho de ninguém'),
  waits: z.int(),
  orders: z.int(),
  total_days: z.number(),
  median_days: z.number(),
  p90_days: z.number(),
});

/** Why a phase that began tells of no wait. */
const leftOut = {
  RARE: `esperas entre fases que raramente se seguem (menos de ${fewestBoats}, ou menos de 5 em cem das da fase)`,
  UNDER_WAY: 'começadas com outra fase do barco por acabar: sem espera',
  NO_CREATION: 'a primeira fase de um barco sem data de criação anterior',
  LIES: 'fases com datas que se contradizem ou são depois do ficheiro',
} as const;

const onlyRare = {
  reason: `Nenhumas duas fases se seguem ${fewestBoats} vezes nas linhas pedidas: menos esperas não dão mediana, e podem ser de uma fase que falta no ficheiro.`,
  suggestion: 'Peça um período mais longo (from), ou menos filtros.',
};

export const waits = defineList({
  name: 'prodplan.waits',
  heavy: true,
  path: '/api/prodplan/waits',
  summary: 'Esperas entre fases',
  method:
    'Por fase deixada e fase começada no período, os dias que os barcos estiveram sem nenhuma fase a decorrer até ela começar; primeiro as que somam mais dias.',
  figures: [
    {
      figure: 'total_days',
      title: 'Dias de espera, somados',
      unit: 'dias de barco',
      definition:
        'Soma das esperas de todos os barcos: de cada fase começada no período, o tempo desde que a última das que começaram antes dela acabou (desde o início, se ficou por fechar num barco já entregue; desde a criação do barco, se é a primeira). São dias de calendário, com noites e fins de semana. Cada espera conta inteira no dia em que acaba, mesmo que tenha começado antes do período; median_days e p90_days são percentis observados.',
      limits:
        'Dizem onde os barcos param, não porquê: a espera até à primeira fase é a da fila de encomendas. Um fecho registado tarde encurta a espera, e um começo registado tarde alonga-a. Uma fase que falta no ficheiro junta duas esperas numa só, entre fases que não se seguem: por isso um par com menos de 5 esperas, ou com menos de 5 em cem das que a fase começada teve, não vem na lista, e as suas esperas contam-se à parte (rows_excluded). Os barcos que ainda esperam não entram: contam quando a fase começar.',
    },
  ],
  params: z.strictObject({ ...periodOf('em que a fase começou'), ...filters }),
  row,
  gates: [...restsOn.phases],
  weakening: [...restsOn.orders],
  usual: usualDays,
  // By the boats that passed their first inspection then: which phases a boat lacks is told of boats, not of the days of phases.
  rows: { day: 'inspected' },
  references: ['fases_ordem_fabrico.faseof_of_id', 'fases_ordem_fabrico.faseof_fase_id'],
  queries: [waitsQuery, phaseMomentsQuery, phasesQuery],
  async find(context, params) {
    const { pairs, rare, withoutWait } = sumWaits(await readWaits(context), given(params));
    const phases = await readPhases(context);
    const rowsExcluded = excluding({
      [leftOut.RARE]: rare,
      [leftOut.UNDER_WAY]: withoutWait.UNDER_WAY,
      [leftOut.NO_CREATION]: withoutWait.NO_CREATION,
      [leftOut.LIES]: withoutWait.LIES,
    });
    if (pairs.length === 0 && rare > 0) return { refused: onlyRare, rowsUsed: 0, rowsExcluded };
    return {
      data: pairs.toSorted(byTotal).map((one) => rowOf(one, phases)),
      rowsUsed: pairs.reduce((sum, one) => sum + one.waits, 0),
      rowsExcluded,
    };
  },
});

/** The longest first; of equal ones the creation before every phase, and phases by their number. */
function byTotal(a: SummedWaits, b: SummedWaits): number {
  const numberOf = (phase: number | null): number => phase ?? Number.NEGATIVE_INFINITY;
  if (a.seconds !== b.seconds) return b.seconds - a.seconds;
  return a.from === b.from ? a.to - b.to : numberOf(a.from) - numberOf(b.from);
}

const daySeconds = 86_400;

function rowOf(one: SummedWaits, phases: ReadonlyMap<number, KnownPhase>): z.output<typeof row> {
  const to = phases.get(one.to);
  return {
    from_fase_id: one.from,
    from_fase_nome: (one.from === null ? undefined : phases.get(one.from))?.fase_nome ?? null,
    to_fase_id: one.to,
    to_fase_nome: to?.fase_nome ?? null,
    to_is_automatic: to?.is_automatic ?? null,
    waits: one.waits,
    orders: one.orders,
    total_days: one.seconds / daySeconds,
    median_days: one.median_seconds / daySeconds,
    p90_days: one.p90_seconds / daySeconds,
  };
}
