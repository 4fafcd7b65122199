import { z } from 'zod';
import { excluding } from '../../answer/excluding.js';
import { caveatOf, figureGate } from '../../answer/figure-gate.js';
import { given } from '../../answer/given.js';
import { endsBefore, monthsOf, roundedTo } from '../../answer/months.js';
import { periodOf, phaseFilter, productFilters, wholeMonths, zombieAge } from '../../answer/params.js';
import { restsOn } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { usualMonths } from '../../answer/window.js';
import { defineList } from '../../service.js';
import { wipFigure } from '../figures.js';

const query = sqlFile(import.meta.url, 'by-phase.sql');

const row = z.object({
  fase_id: z.int(),
  fase_nome: z.string().nullable(),
  is_production: z.boolean().nullable(),
  is_automatic: z.boolean().nullable(),
  wip_orders: z.int(),
  zombies: z.int(),
  phases_finished: z.int(),
  active_days: z.int(),
  finished_per_active_day: z.number().nullable(),
  reworks: z.int(),
  rework_rate: z.number().nullable(),
  duration_hours_median: z.number().nullable(),
  duration_hours_p90: z.number().nullable(),
  durations: z.int(),
});

export const kpisByPhase = defineList({
  name: 'kpis.by_phase',
  path: '/api/kpis/by-phase',
  summary: 'Indicadores por fase',
  method:
    'Por fase: as que acabaram nos meses do período e quantas eram retrabalho, as ordens que lá estão no momento do ficheiro, e quanto a fase costuma demorar.',
  figures: [
    wipFigure,
    {
      figure: 'phases_finished',
      title: 'Fases acabadas',
      unit: 'fases',
      definition:
        'Linhas de FasesOrdemFabrico com fim nos meses do período (meses inteiros: from e to alargam-se ao princípio e ao fim do mês) e até ao momento do ficheiro; finished_per_active_day divide-as pelos dias de fábrica ativos desses meses.',
      limits:
        'Uma ordem que repete a fase conta cada vez. Fases sem fim não contam, mesmo em ordens acabadas.',
    },
    {
      figure: 'rework_rate (by-phase)',
      title: 'Retrabalho da fase',
      unit: 'parte das fases acabadas',
      definition: 'Das fases acabadas nesses meses, a parte marcada como retorno (FaseOf_Retorno).',
      limits: 'Diz onde se refez, não quem causou.',
    },
    {
      figure: 'duration_hours_median',
      title: 'Duração habitual da fase (mediana e p90)',
      unit: 'horas',
      definition:
        'De FaseOf_Inicio a FaseOf_Fim, em horas de relógio, sobre todas as fases do ficheiro com início e fim possíveis e mais de 0 minutos: a menor duração que metade (ou nove em cada dez) não excede. É de toda a história e de todas as famílias, seja qual for o período.',
      limits:
        'Inclui noites e fins de semana. Cerca de uma em cada quatro fases abre e fecha no mesmo minuto e fica de fora (critério durations_usable); os coeficientes padrão não se usam.',
    },
  ],
  params: z.strictObject({
    ...periodOf(`do fim da fase, ${wholeMonths}`),
    ...productFilters,
    ...phaseFilter,
    ...zombieAge,
  }),
  row,
  gates: [...restsOn.phases, ...restsOn.work],
  weakening: ['durations_usable', ...restsOn.orders],
  usual: usualMonths,
  rows: { day: 'phase' },
  references: ['fases_ordem_fabrico.faseof_fase_id', 'ordens_fabrico.of_fase_id'],
  queries: [query],
  async find(context, params) {
    const { from, to } = context.window!;
    const period = { from, to: endsBefore(to, context.publication.as_of) };
    const durationsAreTold = figureGate(context, 'durations_usable');
    const asked = given(params);
    const rows = await query.rows<z.output<typeof row>>(context.client, {
      ...asked,
      zombie_days: params.zombie_days,
    });
    return {
      data: durationsAreTold
        ? rows
        : rows.map((one) => ({ ...one, duration_hours_median: null, duration_hours_p90: null })),
      rowsUsed: rows.reduce((sum, one) => sum + one.phases_finished + one.wip_orders, 0),
      rowsExcluded: excluding({
        'zombies: contados à parte': rows.reduce((sum, one) => sum + one.zombies, 0),
      }),
      ...caveatOf(roundedTo(period, monthsOf(period))),
    };
  },
});
