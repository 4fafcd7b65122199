import { z } from 'zod';
import { excluding } from '../../answer/excluding.js';
import { figureGate } from '../../answer/figure-gate.js';
import { given } from '../../answer/given.js';
import { phaseFilter, zombieAge } from '../../answer/params.js';
import { restsOn } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { defineList } from '../../service.js';
import { fragileReason, fragileReasons, leastParticipations } from './fragile.js';
import { type RecentWork, readRecentWork, recentQuery, workDays } from './recent-work.js';

const query = sqlFile(import.meta.url, 'skill-coverage.sql');

const row = z.object({
  fase_id: z.int(),
  fase_nome: z.string().nullable(),
  fase_sequencia: z.int().nullable(),
  qualified: z.int(),
  qualified_active: z.int(),
  worked: z.int().nullable().describe('null se não se sabe quem fez o quê (critério employee_productivity)'),
  worked_unqualified: z.int().nullable().describe('Dos que lá trabalharam, os que não constam como aptos'),
  ready_worked: z.int().nullable().describe('Dos aptos ao serviço, os que lá trabalharam'),
  participations: z.int().nullable(),
  carrying: z.int().nullable().describe('Pessoas que fazem quatro quintos das participações'),
  orders: z.int().describe('Ordens por entregar que lá estão, sem zombies'),
  orders_waiting: z.int().describe('Destas, as que ninguém tem em mãos'),
  fragile: z.enum(fragileReasons).nullable().describe('Porque é frágil; null: não é, ou não há lá nada'),
  names: z
    .string()
    .nullable()
    .describe('Os nomes dos aptos ao serviço, para quem os pode ver (papel hr); null para os outros'),
});

type FromWork = keyof RecentWork | 'fragile';

type Found = Omit<z.output<typeof row>, 'fase_id' | FromWork> & {
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
    'Por fase de trabalho, no momento do ficheiro: funcionários aptos, quantos deles ao serviço, quantas pessoas participaram nela nos 90 dias até ao do ficheiro, quantas delas fazem quatro quintos do trabalho, as ordens por entregar que lá estão, e porque é frágil.',
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
      definition: `Pessoas diferentes com registo em FuncionariosFaseOrdemFabrico numa fase destas cujo momento (fim, senão início) cai nos ${workDays} dias até ao do ficheiro, incluído; worked_unqualified: as que não constam como aptas para ela; ready_worked: as aptas que Funcionarios dá como ao serviço.`,
      limits:
        'Uma só participação conta como trabalhar lá. Pode contar quem entretanto saiu. Só se dá se quase todos os registos encontram a sua fase.',
    },
    {
      figure: 'carrying',
      title: 'Quantos levam a fase',
      unit: 'pessoas',
      definition:
        'O menor número de pessoas que, juntas, têm pelo menos quatro quintos das participações (participations) na fase nos mesmos dias.',
      limits: 'Participar não diz quanto tempo se trabalhou. Quem lá trabalhou pode já não estar ao serviço.',
    },
    {
      figure: 'fragile',
      title: 'Fase frágil',
      unit: '',
      definition: `Das fases com barcos, ou com pelo menos ${leastParticipations} participações nos ${workDays} dias, a primeira razão que se aplica: ONLY_UNQUALIFIED (nenhum apto ao serviço, mas mais do que uma pessoa lá trabalhou), NOBODY_ACTIVE (nenhum apto ao serviço), ONE_ACTIVE (um só), NOBODY_WORKS (há aptos ao serviço, e nenhum lá trabalhou), ONE_WORKS (um só deles lá trabalhou), ONE_CARRIES (um só faz quatro quintos dessas participações).`,
      limits:
        'Quem lá trabalha sem constar como apto não conta para ela: pode ser o registo que falta, e não a gente. Sem se saber quem fez o quê só se dizem as duas primeiras.',
    },
    {
      figure: 'orders (skill-coverage)',
      title: 'Barcos na fase',
      unit: 'ordens',
      definition:
        'Ordens por entregar cuja fase atual (Of_FaseId) é esta, sem zombies; orders_waiting: as que não têm essa fase começada e por acabar.',
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
  queries: [query, recentQuery],
  async find(context, params) {
    const found = await query.rows<Found & Record<string, unknown>>(context.client, {
      ...given(params),
      zombie_days: params.zombie_days,
    });
    const areKnown = figureGate(context, 'employee_productivity');
    const work = areKnown ? await readRecentWork(context) : null;
    const phases = found.filter(isPhase);
    const sum = (of: 'skill_rows' | 'orders' | 'zombies', among: readonly Found[]): number =>
      among.reduce((all, one) => all + one[of], 0);
    const beside = found.filter((one) => !isPhase(one));
    return {
      data: phases.map(({ skill_rows: _, zombies: __, skills_to_come: ___, ...one }) => ({
        ...one,
        names: context.maySeeNames ? one.names : null,
        ...workAt(one, work),
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

const none: RecentWork = {
  worked: 0,
  worked_unqualified: 0,
  ready_worked: 0,
  participations: 0,
  carrying: 0,
};
const untold = {
  worked: null,
  worked_unqualified: null,
  ready_worked: null,
  participations: null,
  carrying: null,
};

/** `work` is null where nobody knows who did what. */
function workAt(
  one: Pick<Found, 'qualified_active' | 'orders'> & { readonly fase_id: number },
  work: ReadonlyMap<number, RecentWork> | null,
): Pick<z.output<typeof row>, FromWork> {
  const here = work === null ? null : (work.get(one.fase_id) ?? none);
  return { ...(here ?? untold), fragile: fragileReason({ ...one, work: here }) };
}

function isPhase<F extends Found>(one: F): one is F & { readonly fase_id: number } {
  return one.fase_id !== null;
}
