import { z } from 'zod';
import { excluding } from '../../answer/excluding.js';
import { figureGate } from '../../answer/figure-gate.js';
import { given } from '../../answer/given.js';
import { lastOfMonth, monthsBefore } from '../../answer/months.js';
import { phaseFilter, zombieAge } from '../../answer/params.js';
import { restsOn } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { defineList } from '../../service.js';

const query = sqlFile(import.meta.url, 'skill-coverage.sql');

/** Whoever took part within so many months is taken to work there. */
const recentMonths = 3;

const row = z.object({
  fase_id: z.int(),
  fase_nome: z.string().nullable(),
  fase_sequencia: z.int().nullable(),
  qualified: z.int(),
  qualified_active: z.int(),
  worked: z.int().nullable().describe('null se não se sabe quem fez o quê (critério employee_productivity)'),
  worked_unqualified: z.int().nullable().describe('Dos que lá trabalharam, os que não constam como aptos'),
  orders: z.int().describe('Ordens por entregar que lá estão, sem zombies'),
  names: z
    .string()
    .nullable()
    .describe('Os nomes dos aptos ao serviço, para quem os pode ver (papel hr); null para os outros'),
});

type Found = Omit<z.output<typeof row>, 'fase_id'> & {
  readonly fase_id: number | null;
  readonly skill_rows: number;
  readonly zombies: number;
  readonly skills_to_come: number;
};

export const skillCoverage = defineList({
  name: 'kpis.skill_coverage',
  path: '/api/kpis/skill-coverage',
  summary: 'Competências: por fase, quem está apto, quem lá trabalha e os barcos que lá estão',
  method:
    'Por fase de trabalho, no momento do ficheiro: funcionários aptos, quantos deles ao serviço, quantas pessoas participaram nela nos três meses até ao do ficheiro, e as ordens por entregar que lá estão.',
  figures: [
    {
      figure: 'qualified',
      title: 'Aptos (e qualified_active)',
      unit: 'pessoas',
      definition:
        'Funcionários diferentes que FuncionariosFasesAptos dá como aptos para a fase, com início até ao momento do ficheiro ou sem início; qualified_active: os que Funcionarios dá como ao serviço.',
      limits:
        'Diz o que está registado, não o que cada um sabe fazer, nem em que turno está. Quem Funcionarios não lista não conta como ao serviço.',
    },
    {
      figure: 'worked',
      title: 'Trabalharam lá (e worked_unqualified)',
      unit: 'pessoas',
      definition:
        'Pessoas diferentes com registo em FuncionariosFaseOrdemFabrico numa fase destas cujo momento (fim, senão início) cai nos três meses, inteiros, até ao do ficheiro; worked_unqualified: as que não constam como aptas para ela.',
      limits:
        'Uma só participação conta como trabalhar lá. Pode contar quem entretanto saiu. Só se dá se quase todos os registos encontram a sua fase.',
    },
    {
      figure: 'orders (skill-coverage)',
      title: 'Barcos na fase',
      unit: 'ordens',
      definition: 'Ordens por entregar cuja fase atual (Of_FaseId) é esta, sem zombies.',
      limits: 'Nem todas esperam por gente: umas estão a ser trabalhadas, outras esperam por outra coisa.',
    },
  ],
  params: z.strictObject({ ...phaseFilter, ...zombieAge }),
  row,
  // Which phases are work, and so have a line at all.
  gates: [...restsOn.work],
  weakening: [
    'employee_productivity',
    ...restsOn.orders,
    ...restsOn.phases,
    ...restsOn.assignments,
    ...restsOn.skills,
  ],
  rows: { day: null, open: true, andPast: { day: 'phase', days: 92 } },
  references: [
    'funcionarios_fases_aptos.funcionariofase_funcionario_id',
    'funcionarios_fases_aptos.funcionariofase_fase_id',
    'funcionarios_fase_ordem_fabrico.funcionariofaseof_faseof_id',
    'ordens_fabrico.of_fase_id',
  ],
  queries: [query],
  async find(context, params) {
    const day = context.publication.as_of.slice(0, 10);
    const found = await query.rows<Found & Record<string, unknown>>(context.client, {
      ...given(params),
      zombie_days: params.zombie_days,
      from: monthsBefore(day, recentMonths - 1),
      to: lastOfMonth(day),
    });
    const areKnown = figureGate(context, 'employee_productivity');
    const phases = found.filter(isPhase);
    const sum = (of: 'skill_rows' | 'orders' | 'zombies', among: readonly Found[]): number =>
      among.reduce((all, one) => all + one[of], 0);
    const beside = found.filter((one) => !isPhase(one));
    return {
      data: phases.map(({ skill_rows: _, zombies: __, skills_to_come: ___, ...one }) => ({
        ...one,
        names: context.maySeeNames ? one.names : null,
        ...(areKnown ? {} : { worked: null, worked_unqualified: null }),
      })),
      rowsUsed: sum('skill_rows', phases) + sum('orders', phases),
      rowsExcluded: excluding({
        'zombies, que não são trabalho em mão': sum('zombies', found),
        'ordens em fases que não são trabalho de ninguém (armazém, cura ...)': sum('orders', beside),
        'aptidões para fases que não são trabalho de ninguém': sum('skill_rows', beside),
        'aptidões que ainda não começaram': beside.reduce((all, one) => all + one.skills_to_come, 0),
      }),
    };
  },
});

function isPhase<F extends Found>(one: F): one is F & { readonly fase_id: number } {
  return one.fase_id !== null;
}
