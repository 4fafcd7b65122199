import { z } from 'zod';
import { yearDays } from '../../../contract/factory/index.js';
import { specialFunctions } from '../../../platform/special-functions.js';
import { studentQuantile } from '../../../platform/student.js';
import { excluding } from '../../answer/excluding.js';
import { groupBy } from '../../answer/group-by.js';
import { phaseFilter } from '../../answer/params.js';
import { restsOn } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { type Context, defineList } from '../../service.js';
import { fewestOtherTeams, fewestStrata, slopeOf, type TeamGroup } from './slope.js';

const query = sqlFile(import.meta.url, 'team-sizes.sql', { prepared: true });

const row = z.object({
  fase_id: z.int(),
  fase_nome: z.string().nullable(),
  durations: z.int(),
  people_mean: z.number().describe('Pessoas por fase, em média'),
  durations_1: z.int(),
  durations_2: z.int(),
  durations_over_2: z.int().describe('Com três pessoas ou mais'),
  hours_1: z.number().nullable(),
  hours_2: z.number().nullable(),
  hours_over_2: z.number().nullable(),
  duration_ratio_per_person: z.number().nullable().describe('null: pouco para comparar'),
  ratio_low: z.number().nullable(),
  ratio_high: z.number().nullable(),
  strata: z.int().nullable().describe('Famílias e meses que têm equipas de tamanhos diferentes'),
});

type Sized = Omit<TeamGroup, 'stratum'> & {
  readonly fase_id: number;
  readonly fase_nome: string | null;
  readonly fase_sequencia: number | null;
  readonly familia: string;
  readonly month: string;
  readonly phases: number;
};

export const teamSize = defineList({
  name: 'kpis.team_size',
  heavy: true,
  path: '/api/kpis/team-size',
  summary: 'Tamanho da equipa por fase, e a duração que a acompanha',
  method:
    'Das fases de trabalho acabadas no ano até ao ficheiro: quantas pessoas nelas participaram, a duração (média geométrica) por tamanho da equipa, e por que fator a duração vai com uma pessoa a mais, entre fases da mesma família no mesmo mês. É uma associação, não uma causa.',
  figures: [
    {
      figure: 'people_mean',
      title: 'Pessoas por fase',
      unit: 'pessoas',
      definition:
        'Registos de FuncionariosFaseOrdemFabrico por fase de uma ordem, em média, das que têm algum e uma duração; durations_1, durations_2 e durations_over_2: quantas fases com uma, duas, três ou mais pessoas; hours_1, hours_2 e hours_over_2: a média geométrica das suas durações, em horas.',
      limits:
        'Participar não diz quanto tempo, nem se ao mesmo tempo. A duração é de relógio, com noites e fins de semana.',
    },
    {
      figure: 'duration_ratio_per_person',
      title: 'Duração com uma pessoa a mais (associação)',
      unit: 'razão',
      definition: `Mínimos quadrados do logaritmo da duração no número de pessoas, com uma média própria para cada família e mês; ratio_low e ratio_high: intervalo de 95 %, com o erro por família e mês e a t de Student. Abaixo de 1 as fases com mais gente duraram menos. Só se dá com pelo menos ${fewestStrata} famílias e meses em que há equipas diferentes, e ${fewestOtherTeams} fases com uma equipa que não é a habitual.`,
      limits:
        'Não é o efeito de pôr mais gente: quem distribui o trabalho dá mais gente ao barco maior, mais difícil ou mais urgente, e isso não se vê nas colunas. Um intervalo que contém 1 não mostra nada.',
    },
  ],
  params: z.strictObject({ ...phaseFilter }),
  row,
  gates: [
    'employee_productivity',
    'durations_usable',
    ...restsOn.phases,
    ...restsOn.assignments,
    ...restsOn.work,
  ],
  weakening: [...restsOn.orders],
  rows: { day: 'phase', andPast: { day: 'phase', days: yearDays + 1 } },
  references: [
    'funcionarios_fase_ordem_fabrico.funcionariofaseof_faseof_id',
    'fases_ordem_fabrico.faseof_of_id',
  ],
  queries: [query],
  async find(context, { fase_id }) {
    const all = await knownGroups(context);
    const asked = all.filter((one) => fase_id === undefined || one.fase_id === fase_id);
    const manned = asked.filter(({ people }) => people > 0);
    const sum = (name: 'phases' | 'durations', ones: readonly Sized[]): number =>
      ones.reduce((total, one) => total + one[name], 0);
    const rowsUsed = sum('durations', manned);
    const rowsExcluded = excluding({
      'fases sem ninguém registado': sum('phases', asked) - sum('phases', manned),
      'fases sem duração (sem início, de 0 minutos, ou que acabam antes de começar)':
        sum('phases', manned) - rowsUsed,
      'fases de trabalho que não se pedem': sum('phases', all) - sum('phases', asked),
    });
    if (rowsUsed === 0) return { refused: nobody, rowsUsed, rowsExcluded };
    const quantile = studentQuantile(await specialFunctions(), 0.975);
    const phases = [
      ...groupBy(
        manned.filter(({ durations }) => durations > 0),
        (one) => one.fase_id,
      ).values(),
    ];
    return {
      data: phases
        .toSorted(([a], [b]) => placeOf(a!) - placeOf(b!) || a!.fase_id - b!.fase_id)
        .map((ones) => rowOf(ones, quantile)),
      rowsUsed,
      rowsExcluded,
    };
  },
});

const nobody = {
  reason: 'Nenhuma fase de trabalho acabada no último ano tem duração e alguém registado.',
  suggestion: 'Confirme se o ficheiro traz FuncionariosFaseOrdemFabrico e as datas das fases.',
};

function placeOf({ fase_sequencia }: Sized): number {
  return fase_sequencia ?? Number.MAX_SAFE_INTEGER;
}

function rowOf(ones: readonly Sized[], quantile: (degrees: number) => number): z.output<typeof row> {
  const { fase_id, fase_nome } = ones[0]!;
  const [one, two, more] = [
    summed(ones.filter(({ people }) => people === 1)),
    summed(ones.filter(({ people }) => people === 2)),
    summed(ones.filter(({ people }) => people > 2)),
  ];
  const all = summed(ones);
  const found = slopeOf(
    ones.map((group) => ({ ...group, stratum: `${group.familia} ${group.month}` })),
    quantile,
  );
  return {
    fase_id,
    fase_nome,
    durations: all.durations,
    people_mean: all.people / all.durations,
    durations_1: one.durations,
    durations_2: two.durations,
    durations_over_2: more.durations,
    hours_1: one.hours,
    hours_2: two.hours,
    hours_over_2: more.hours,
    duration_ratio_per_person: found?.ratio ?? null,
    ratio_low: found?.low ?? null,
    ratio_high: found?.high ?? null,
    strata: found?.strata ?? null,
  };
}

function summed(ones: readonly Sized[]): { durations: number; people: number; hours: number | null } {
  let [durations, people, ln] = [0, 0, 0];
  for (const one of ones) {
    durations += one.durations;
    people += one.durations * one.people;
    ln += one.ln_sum;
  }
  return { durations, people, hours: durations === 0 ? null : Math.exp(ln / durations) / 3600 };
}

/** Of all phases of work, once for each state of the data. */
async function knownGroups({ client, remember }: Context): Promise<readonly Sized[]> {
  return await remember('kpis.team_size', () => query.rows<Sized & Record<string, unknown>>(client));
}
