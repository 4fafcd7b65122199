import { z } from 'zod';
import { excluding } from '../../answer/excluding.js';
import { periodOf } from '../../answer/params.js';
import { restsOn } from '../../answer/rests-on.js';
import { sqlFile } from '../../answer/sql-file.js';
import { daysBefore, type UsualPeriod } from '../../answer/window.js';
import { type Context, defineAnswer } from '../../service.js';
import { groupsOf } from '../groups-of.js';
import { walkBack } from './walk-back.js';

const runsQuery = sqlFile(import.meta.url, 'seen-runs.sql', { prepared: true });
const changesQuery = sqlFile(import.meta.url, 'restated.sql', { prepared: true });

const indicators = ['finished_orders', 'created_orders'] as const;
const usualRestated = 30;
const usual: UsualPeriod = {
  said: `os ${usualRestated} dias até ao do ficheiro, incluído`,
  from: (today) => daysBefore(today, usualRestated - 1)!,
};

const count = z.int();
const restatedDay = z.object({
  day: z.iso.date(),
  first_run_id: z.int().describe('A primeira carga cujo ficheiro é de um dia depois deste'),
  first_orders: count.describe('O que essa carga via'),
  last_orders: count.describe('O que se vê agora'),
  orders_change: count,
  runs_seen: z.int().describe('Cargas que viram o dia já passado'),
  restatements: z.int().describe('Quantas delas o viram diferente da anterior'),
  last_restated_run_id: z.int().nullable().describe('A última dessas'),
  seen: z.array(z.object({ run_id: z.int(), orders: count })).describe('Por carga, da primeira à última'),
});

const data = z.object({
  days_seen: z.int(),
  days_restated: z.int(),
  orders_added: count.describe('Ordens a mais do que se via à primeira, somadas'),
  orders_removed: count.describe('... e a menos'),
  days: z.array(restatedDay),
});

const { seen: _, ...columns } = restatedDay.shape;

export const restatement = defineAnswer({
  name: 'prodplan.restatement',
  path: '/api/prodplan/restatement',
  summary: 'O que cada ficheiro disse de um dia passado',
  method:
    'Por dia do período, quantas ordens acabaram (ou foram criadas) nesse dia segundo cada carga posterior: o que se via à primeira, o que se vê agora, e que cargas o mudaram.',
  figures: [
    {
      figure: 'orders_change',
      title: 'Mudança de um dia já passado (com first_orders e last_orders)',
      unit: 'ordens',
      definition:
        'Ordens com Of_DataAcabamento (indicator=created_orders: Of_DataCriacao) nesse dia, em qualquer estado. O que cada carga deixou obtém-se do que está publicado, desfazendo as mudanças que cada carga registou. Contam as cargas cujo ficheiro é de um dia depois do contado; orders_change = last_orders - first_orders.',
      limits:
        'Só até à primeira carga de que se guardam as mudanças. Uma reposição (rollback) é uma carga como as outras. Ordens que faltem num ficheiro contam como saídas nesse ficheiro: um ficheiro cortado parece uma correção, e as portas dele dizem-no. Não conta dias que ainda só a carga do próprio dia viu.',
    },
  ],
  params: z.strictObject({
    ...periodOf('contado'),
    indicator: z.enum(indicators).default('finished_orders').describe('O que se conta no dia'),
  }),
  data,
  table: {
    row: z.object(columns),
    rows: ({ days }) => days.map(({ seen: __, ...day }) => day),
  },
  gates: [],
  weakening: [...restsOn.orders],
  usual,
  rows: 'file',
  references: [],
  queries: [changesQuery, runsQuery],
  async find(context, { indicator, from, to }) {
    const runs = await readSeenRuns(context);
    const [first, last] = [from ?? '', to ?? context.publication.as_of.slice(0, 10)];
    const found = (await readRestated(context, indicator, runs)).filter(
      ({ day }) => day >= first && day <= last,
    );
    const days = [...groupsOf(found, ({ day }) => day)]
      .flatMap(([day, rows]) => {
        const now = rows.find(({ run_id }) => run_id === null)?.orders ?? 0;
        const changed = new Map(
          rows.flatMap(({ run_id, orders }) => (run_id === null ? [] : [[run_id, orders]])),
        );
        const seen = walkBack(day, now, runs, changed);
        return seen.length < 2 ? [] : [{ day, seen }];
      })
      .sort((a, b) => (a.day < b.day ? 1 : -1))
      .map(({ day, seen }) => dayOf(day, seen));
    const orders = found.reduce((sum, one) => sum + (one.run_id === null ? one.orders : 0), 0);
    const used = days.reduce((sum, { last_orders }) => sum + last_orders, 0);
    const rowsExcluded = excluding({ 'de dias que menos de duas cargas viram já passados': orders - used });
    if (days.length === 0) return { refused: onlyOne, rowsUsed: 0, rowsExcluded };
    const changes = days.map(({ orders_change }) => orders_change);
    return {
      data: {
        days_seen: days.length,
        days_restated: days.filter(({ restatements }) => restatements > 0).length,
        orders_added: changes.reduce((sum, one) => sum + Math.max(0, one), 0),
        orders_removed: changes.reduce((sum, one) => sum + Math.max(0, -one), 0),
        days,
      },
      rowsUsed: used,
      rowsExcluded,
    };
  },
});

type Run = Parameters<typeof walkBack>[2][number];
type Restated = { readonly run_id: number | null; readonly day: string; readonly orders: number };

async function readSeenRuns({ client, remember }: Context): Promise<readonly Run[]> {
  return await remember('prodplan.seen_runs', async () => {
    const runs = await runsQuery.rows<{ run_id: number; as_of: string }>(client);
    return runs.map(({ run_id, as_of }) => ({ run_id, as_of_day: as_of.slice(0, 10) }));
  });
}

/** Of all days, once for each state of the data: of the first of the runs only what it left is known. */
async function readRestated(
  { client, remember }: Context,
  indicator: (typeof indicators)[number],
  runs: readonly Run[],
): Promise<readonly Restated[]> {
  return await remember(`prodplan.restated ${indicator}`, () =>
    changesQuery.rows<Restated & Record<string, unknown>>(client, {
      indicator,
      runs: runs.slice(0, -1).map(({ run_id }) => run_id),
    }),
  );
}

const onlyOne = {
  reason:
    'Nenhum dia do período foi visto, já passado, por duas cargas: um só ficheiro não mostra o que mudou depois.',
  suggestion: 'Carregue os ficheiros dos dias seguintes, ou peça um período anterior ao primeiro deles.',
};

function dayOf(day: string, seen: ReturnType<typeof walkBack>): z.output<typeof restatedDay> {
  const changed = seen.filter(({ orders }, at) => at > 0 && orders !== seen[at - 1]!.orders);
  const [first, last] = [seen[0]!, seen.at(-1)!];
  return {
    day,
    first_run_id: first.run_id,
    first_orders: first.orders,
    last_orders: last.orders,
    orders_change: last.orders - first.orders,
    runs_seen: seen.length,
    restatements: changed.length,
    last_restated_run_id: changed.at(-1)?.run_id ?? null,
    seen,
  };
}
