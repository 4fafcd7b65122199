import { z } from 'zod';
import { parameterWords } from '../../../platform/errors/parameter.js';
import { caveatOf, figureGate } from '../../answer/figure-gate.js';
import { given } from '../../answer/given.js';
import { monthsBefore, monthsOf, roundedTo } from '../../answer/months.js';
import { ParameterError } from '../../answer/parameter-error.js';
import { paging, periodOf, phaseFilter, wholeMonths } from '../../answer/params.js';
import { rankPage } from '../../answer/rank.js';
import { restsOn } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { defineList } from '../../service.js';

const query = sqlFile(import.meta.url, 'by-employee.sql');

/** Fewer durations than this say nothing about a person. */
const leastDurations = 10;
/** Figures about people are of the recent past: months that are asked for by default, and at most. */
const defaultMonths = 3;
const mostMonths = 12;

const row = z.object({
  rank: z.int(),
  pseudonym: z.string(),
  funcionario_id: z.int().nullable().describe('null para quem não pode ver nomes'),
  funcionario_nome: z.string().nullable().describe('null para quem não pode ver nomes'),
  participations: z.int(),
  led_phases: z.int(),
  distinct_phases: z.int(),
  rework_participations: z.int(),
  rework_share: z.number().nullable(),
  durations: z.int(),
  duration_ratio: z.number().nullable(),
  period_from: z.iso.date(),
  period_to: z.iso.date(),
});

type Found = z.output<typeof row> & { rows_used: number };

export const byEmployee = defineList({
  name: 'kpis.by_employee',
  path: '/api/kpis/by-employee',
  summary: 'Indicadores por funcionário',
  method:
    'Por funcionário, sob pseudónimo, nos meses do período (três até ao momento do ficheiro, se não se pede outro): participações em fases, chefias, retrabalho, e durações face à mediana da própria fase.',
  figures: [
    {
      figure: 'participations',
      title: 'Participações',
      unit: 'fases',
      definition:
        'Linhas de FuncionariosFaseOrdemFabrico cuja fase existe e cujo momento (fim, senão início) cai nos meses do período; led_phases: aquelas em que foi chefe; rework_participations e rework_share: as fases marcadas como retorno.',
      limits:
        'A resposta só se dá se quase todos os registos encontram a sua fase (critério employee_productivity). O período são meses inteiros, no máximo doze. Participar não diz quanto tempo se trabalhou.',
    },
    {
      figure: 'duration_ratio',
      title: 'Duração face à mediana da fase',
      unit: 'razão',
      definition:
        'Em cada fase, a mediana das durações acima de 0 em que a pessoa participou, a dividir pela mediana da própria fase (de toda a história); depois a média dessas razões, pesada pelo número de durações. 1 é o habitual da fase; menos é mais depressa. Abaixo de 10 durações não se dá.',
      limits:
        'A duração é da equipa e conta para cada um dos seus membros; é de relógio, com noites e fins de semana, e não conhece a dificuldade do modelo. Não serve para avaliar uma pessoa sozinha.',
    },
    {
      figure: 'pseudonym',
      title: 'Pseudónimo',
      unit: '',
      definition:
        'Resumo (SHA-256, 12 dígitos) do número do funcionário com um segredo aleatório desta base de dados: o mesmo em todas as respostas, diferente noutra base de dados. Sem o segredo não se volta ao número experimentando todos. O número e o nome só os vê quem tem esse direito (papel hr).',
      limits:
        'Quem conhece o trabalho de alguém pode reconhecê-lo pelos valores: um pseudónimo não é anonimato.',
    },
  ],
  params: z.strictObject({
    ...periodOf(`do fim da fase, ou do início se não acabou, ${wholeMonths}`),
    ...phaseFilter,
    ...paging,
  }),
  row,
  gates: ['employee_productivity', ...restsOn.phases, ...restsOn.assignments],
  weakening: ['durations_usable'],
  rows: { day: 'phase' },
  references: [
    'funcionarios_fase_ordem_fabrico.funcionariofaseof_faseof_id',
    'funcionarios_fase_ordem_fabrico.funcionariofaseof_funcionario_id',
  ],
  queries: [query],
  async find(context, params) {
    const asked = given(params);
    const to = asked.to ?? context.publication.as_of.slice(0, 10);
    const from = asked.from ?? monthsBefore(to, defaultMonths - 1);
    const months = monthsOf({ from, to }) as { from: string; to: string };
    if (months.from < monthsBefore(to, mostMonths - 1)) {
      throw new ParameterError([
        { parameter: 'from', sentence: parameterWords.tooManyMonths(mostMonths, to) },
      ]);
    }
    const durationsAreTold = figureGate(context, 'durations_usable');
    const list = rankPage(params);
    const found = await query.rows<Found>(context.client, {
      ...list.params,
      ...months,
      fase_id: asked.fase_id,
      least: leastDurations,
    });
    const { data, nextCursor } = list.page(found);
    return {
      data: data.map((one) => ({
        ...one,
        ...(context.maySeeNames ? {} : { funcionario_id: null, funcionario_nome: null }),
        ...(durationsAreTold ? {} : { duration_ratio: null }),
        period_from: months.from,
        period_to: months.to,
      })),
      nextCursor,
      rowsUsed: found[0]?.rows_used ?? 0,
      ...caveatOf(roundedTo({ from, to: asked.to }, { from: months.from, to: asked.to && months.to })),
    };
  },
});
