import { z } from 'zod';
import { excluding } from '../../answer/excluding.js';
import { caveatOf } from '../../answer/figure-gate.js';
import { given, share } from '../../answer/given.js';
import { groupBy } from '../../answer/group-by.js';
import { monthsOf, roundedTo } from '../../answer/months.js';
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
  readonly rework_eur: number;
  readonly paid_twice: number;
  readonly paid_twice_eur: number;
}

/** Where more phases than this name no bonus, the sum says less than was paid. */
const mostWithout = 0.05;

export const bonus = defineList({
  name: 'kpis.bonus',
  path: '/api/kpis/bonus',
  summary: 'Prémio à peça por fase e mês, e o que se pagou duas vezes',
  method:
    'Soma de FaseOf_CoeficienteX (euros) das fases acabadas nos meses do período; à parte, a das fases de retorno, e destas a das que repetem uma fase já paga na mesma ordem.',
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
      definition: 'A mesma soma, das fases marcadas como retorno (FaseOf_Retorno).',
      limits: 'Retrabalho feito sem se abrir uma fase não se vê.',
    },
    {
      figure: 'paid_twice_eur',
      title: 'Pago duas vezes',
      unit: '€',
      definition:
        'Do prémio de retrabalho, o das fases de retorno com CoeficienteX acima de 0 cuja ordem tem a mesma fase, não marcada como retorno, também com CoeficienteX acima de 0 e acabada até então. paid_twice: quantas são; paid_twice_share: parte do prémio todo.',
      limits:
        'Não diz de quem foi a culpa, nem se repetir era devido. Uma reparação (outra fase) não repete nenhuma: está em rework_bonus_eur se for marcada como retorno, senão no prémio.',
    },
  ],
  params: z.strictObject({
    ...periodOf(`do fim da fase, ${wholeMonths}`),
    ...phaseFilter,
    by: z.enum(['fase', 'month']).default('fase').describe('Por fase ou por mês'),
  }),
  row,
  gates: [...restsOn.phases],
  usual: usualMonths,
  rows: { day: 'phase' },
  references: ['fases_ordem_fabrico.faseof_of_id', 'fases_ordem_fabrico.faseof_fase_id'],
  queries: [query],
  async find(context, { by, ...params }) {
    const asked = given(params);
    const months = monthsOf(asked);
    const used = (await knownMonths(context)).filter(
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
  | 'rework_eur'
  | 'paid_twice'
  | 'paid_twice_eur';

function sum(ones: readonly Month[], name: Summed): number {
  return ones.reduce((total, one) => total + one[name], 0);
}

/** Of all months, once for each state of the data. */
async function knownMonths({ client, remember }: Context): Promise<readonly Month[]> {
  return await remember('kpis.bonus', () => query.rows<Month & Record<string, unknown>>(client));
}
