import { z } from 'zod';
import { excluding } from '../../answer/excluding.js';
import { caveatOf } from '../../answer/figure-gate.js';
import { given, share } from '../../answer/given.js';
import { groupBy } from '../../answer/group-by.js';
import { monthsBefore, monthsOf, roundedTo } from '../../answer/months.js';
import { periodOf, phaseFilter, wholeMonths } from '../../answer/params.js';
import { restsOn } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { usualMonths } from '../../answer/window.js';
import { type Context, defineList } from '../../service.js';

const query = sqlFile(import.meta.url, 'bonus-months.sql', { prepared: true });

const row = z.object({
  name: z.string().describe('all: todas juntas; o número da fase, ou o mês (AAAA-MM)'),
  fase_id: z.int().nullable(),
  fase_nome: z.string().nullable(),
  phases_finished: z.int(),
  bonus_total_eur: z.number(),
  reworks: z.int(),
  reworks_paid: z.int().describe('Destas, as que têm CoeficienteX acima de 0'),
  rework_bonus_eur: z.number(),
  paid_twice: z.int(),
  paid_twice_eur: z.number(),
  paid_twice_share: z.number().nullable().describe('Do prémio todo'),
});

interface Month {
  readonly month: string;
  readonly fase_id: number;
  readonly fase_nome: string | null;
  readonly fase_sequencia: number | null;
  readonly phases: number;
  readonly with_bonus: number;
  readonly bonus_eur: number;
  readonly reworks: number;
  readonly reworks_paid: number;
  readonly rework_eur: number;
  readonly paid_twice: number;
  readonly paid_twice_eur: number;
}

/** A year back, and the month under way. */
const lastMonths = 12;

/** Where more phases than this name no bonus, the sum says less than was paid. */
const mostWithout = 0.05;

export const bonus = defineList({
  name: 'kpis.bonus',
  heavy: true,
  path: '/api/kpis/bonus',
  summary: 'Prémio à peça por fase e mês, e o que se pagou duas vezes',
  method:
    'Soma de FaseOf_CoeficienteX (euros) das fases acabadas nos meses do período; à parte, a das fases de retorno, e a das que se pagaram à mesma ordem mais vezes do que a rota tem a fase.',
  access: 'pay',
  figures: [
    {
      figure: 'bonus_total_eur',
      title: 'Prémio à peça',
      unit: '€',
      definition:
        'Soma de FaseOf_CoeficienteX das fases cujo fim cai nos meses do período, até ao momento do ficheiro. Cada fase de uma ordem conta uma vez, seja quem for que nela trabalhou.',
      limits:
        'É o prémio que o ERP atribui à fase: o ficheiro não diz se é por pessoa ou da equipa, nem se foi pago. As fases sem CoeficienteX contam 0 e contam-se à parte.',
    },
    {
      figure: 'rework_bonus_eur',
      title: 'Prémio de retrabalho',
      unit: '€',
      definition:
        'A mesma soma, das fases marcadas como retorno (FaseOf_Retorno); reworks: quantas são; reworks_paid: quantas têm CoeficienteX acima de 0.',
      limits:
        'Retrabalho feito sem se abrir uma fase não se vê. Onde nenhuma fase de retorno tem prémio, o retrabalho marcado não se paga à peça: o que custa está no tempo, e não aqui.',
    },
    {
      figure: 'paid_twice_eur',
      title: 'Pago duas vezes',
      unit: '€',
      definition:
        'CoeficienteX das fases que, pela ordem dos seus fins, vêm depois de tantas fases pagas (CoeficienteX acima de 0) com o mesmo número na mesma ordem quantas a rota do produto tem (pelo menos uma), sejam ou não marcadas como retorno. paid_twice: quantas são; paid_twice_share: parte do prémio todo.',
      limits:
        'A rota é a de hoje: se a de então tinha a fase mais vezes, era devido. Não diz de quem foi a culpa. Uma reparação noutra fase não repete nenhuma.',
    },
  ],
  params: z.strictObject({
    ...periodOf(`do fim da fase, ${wholeMonths}`),
    ...phaseFilter,
    by: z.enum(['fase', 'month']).default('fase').describe('Por fase ou por mês'),
  }),
  row,
  gates: [...restsOn.phases],
  weakening: [...restsOn.routes],
  usual: usualMonths,
  rows: { day: 'phase' },
  references: ['fases_ordem_fabrico.faseof_of_id', 'fases_ordem_fabrico.faseof_fase_id'],
  queries: [query],
  async find(context, { by, ...params }) {
    const asked = given(params);
    const months = monthsOf(asked);
    const used = (await knownMonths(context, months.from)).filter(
      ({ month, fase_id }) =>
        (months.from === null || month >= months.from) &&
        (months.to === null || month <= months.to) &&
        (asked.fase_id === null || fase_id === asked.fase_id),
    );
    const phases = sum(used, 'phases');
    const without = phases - sum(used, 'with_bonus');
    const rowsExcluded = excluding({ 'fases sem CoeficienteX': without });
    if (phases === without) return { refused: nothingPaid, rowsUsed: 0, rowsExcluded };
    const groups = groupBy(used, (one) => (by === 'fase' ? String(one.fase_id) : one.month.slice(0, 7)));
    const sorted = [...groups].toSorted(([a, some], [b, others]) =>
      by === 'month' ? (a < b ? -1 : 1) : placeOf(some) - placeOf(others) || Number(a) - Number(b),
    );
    return {
      data: [['all', used] as const, ...sorted].map(([name, ones]) =>
        rowOf(name, ones, by === 'fase' && name !== 'all' ? ones[0]! : null),
      ),
      rowsUsed: phases - without,
      rowsExcluded,
      ...caveatOf(
        without > mostWithout * phases
          ? `De ${phases} fases acabadas, ${without} não têm CoeficienteX: contam 0 €, e o prémio pode ser maior.`
          : null,
        roundedTo(asked, months),
      ),
    };
  },
});

const nothingPaid = {
  reason: 'Nenhuma fase acabada nestes meses tem CoeficienteX: não há prémio que somar.',
  suggestion: 'Alargue o período, ou confirme se o ficheiro traz FaseOf_CoeficienteX.',
};

function rowOf(name: string, ones: readonly Month[], of: Month | null): z.output<typeof row> {
  const total = sum(ones, 'bonus_eur');
  return {
    name,
    fase_id: of?.fase_id ?? null,
    fase_nome: of?.fase_nome ?? null,
    phases_finished: sum(ones, 'phases'),
    bonus_total_eur: total,
    reworks: sum(ones, 'reworks'),
    reworks_paid: sum(ones, 'reworks_paid'),
    rework_bonus_eur: sum(ones, 'rework_eur'),
    paid_twice: sum(ones, 'paid_twice'),
    paid_twice_eur: sum(ones, 'paid_twice_eur'),
    paid_twice_share: share(sum(ones, 'paid_twice_eur'), total),
  };
}

function placeOf(ones: readonly Month[]): number {
  return ones[0]?.fase_sequencia ?? Number.MAX_SAFE_INTEGER;
}

type Summed =
  | 'phases'
  | 'with_bonus'
  | 'bonus_eur'
  | 'reworks'
  | 'reworks_paid'
  | 'rework_eur'
  | 'paid_twice'
  | 'paid_twice_eur';

function sum(ones: readonly Month[], name: Summed): number {
  return ones.reduce((total, one) => total + one[name], 0);
}

/** Once for each state of the data: the last months, which are asked for most, and all only where an earlier one is. */
async function knownMonths(context: Context, from: string | null): Promise<readonly Month[]> {
  const { client, publication, remember } = context;
  const since = monthsBefore(publication.as_of.slice(0, 10), lastMonths);
  const read = (day: string | null): Promise<Month[]> =>
    query.rows<Month & Record<string, unknown>>(client, { since: day });
  if (from === null || from < since) return await remember('kpis.bonus', () => read(null));
  return await remember('kpis.bonus of the last months', () => read(since));
}
