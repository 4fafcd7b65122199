import type { ClientBase } from 'pg';
import { factorySettings, finishedOnTimeSql, overdueSql, settingSql } from '../contract/factory/index.js';

/** Days up to as_of over which the figures of a snapshot look back. */
export const snapshotPeriodDays = 90;

/** Every figure of the history, over `agg_order` read once; `:today` is the day of the dump's clock. */
const past = (column: string): string => `${column} > :today - ${snapshotPeriodDays} AND ${column} <= :today`;
const finished = `lead_time_days IS NOT NULL AND state = 'DONE' AND ${past('finished_day')}`;
/**
 * Of what is due the sums by period leave out a finish after the dump's moment as unknown. Here it is late, which it can
 * only be: its due day is over. So the two rates may differ by such orders.
 */
const due = `state <> 'SCRAPPED' AND due_day > :today - ${snapshotPeriodDays} AND due_day < :today AND (is_open OR finished_at IS NOT NULL AND NOT finishes_before_creation)`;
const inspected = past('first_inspection_day');
const zombieAge = settingSql('zombie_days');
const zombie = `is_open AND created_day < :today - ${zombieAge}`;
/** The two aggregates of a figure: its value, and the rows that it rests on. */
interface Aggregates {
  readonly value: string;
  readonly rows: string;
}

const all = 'count(*)';
const where = (condition: string): string => `FILTER (WHERE ${condition})`;
const count = (condition: string): Aggregates => ({ value: `count(*) ${where(condition)}`, rows: all });
const over = (condition: string, value: string): Aggregates => ({
  value: `${value} ${where(condition)}`,
  rows: `count(*) ${where(condition)}`,
});
const ratio = (part: string, whole: string, rows = whole): Aggregates => ({
  value: `(${part})::float8 / nullif(${whole}, 0)`,
  rows: `coalesce(${rows}, 0)`,
});
const share = (of: string, among: string): Aggregates =>
  ratio(`count(*) ${where(`(${among}) AND (${of})`)}`, `count(*) ${where(among)}`);
const perHundred = (column: string): Aggregates =>
  ratio(`100 * sum(${column}) ${where(inspected)}`, `count(*) ${where(inspected)}`);
const percentile = (p: number): Aggregates =>
  over(finished, `percentile_disc(${p}) WITHIN GROUP (ORDER BY lead_time_days)`);

interface SnapshotFigure {
  readonly meaning: string;
  /** Raised whenever the meaning changes: values of different versions do not compare. Left out: 1. */
  readonly definition?: number;
  readonly of: Aggregates;
  /** It rests on the age of a zombie: counted with another than the usual one, that age is its version. */
  readonly byZombieAge?: true;
}

export const snapshotFigures: Readonly<Record<string, SnapshotFigure>> = {
  orders_open: {
    meaning: 'Ordens por entregar, zombies incluídas',
    of: count('is_open'),
  },
  orders_in_hand: {
    meaning: 'Ordens por entregar, sem zombies',
    byZombieAge: true,
    of: count(`is_open AND NOT coalesce(${zombie}, false)`),
  },
  orders_zombie: {
    meaning: 'Ordens por entregar que são zombies',
    byZombieAge: true,
    of: count(zombie),
  },
  orders_awaiting_shipping: {
    meaning: 'Ordens à espera de expedição',
    of: count(`state = 'AWAITING_SHIPPING'`),
  },
  orders_overdue: {
    meaning: 'Ordens por entregar cujo dia previsto já passou',
    of: count(overdueSql(':today')),
  },
  orders_finished: {
    meaning: `Ordens acabadas nos últimos ${snapshotPeriodDays} dias`,
    of: count(finished),
  },
  lead_time_median_days: {
    meaning: `Da criação ao acabamento, mediana das ordens acabadas nos últimos ${snapshotPeriodDays} dias`,
    of: percentile(0.5),
  },
  lead_time_p90_days: {
    meaning: `O mesmo, percentil 90`,
    of: percentile(0.9),
  },
  on_time_rate: {
    meaning: `Das ordens com dia previsto nos últimos ${snapshotPeriodDays} dias, até à véspera, a parte acabada até esse dia; as por acabar contam como atrasadas`,
    of: share(finishedOnTimeSql, due),
  },
  rework_rate: {
    meaning: `Das fases acabadas das ordens acabadas nos últimos ${snapshotPeriodDays} dias, a parte marcada como retorno`,
    of: ratio(`sum(reworks_done) ${where(finished)}`, `sum(phases_done) ${where(finished)}`),
  },
  orders_with_rework_share: {
    meaning: `Das ordens acabadas nos últimos ${snapshotPeriodDays} dias, a parte com pelo menos uma fase de retorno acabada`,
    of: share('reworks_done > 0', finished),
  },
  first_pass_yield: {
    meaning: `Dos barcos que passaram a primeira inspeção (desmolde, ou controlo final onde não o há) nos últimos ${snapshotPeriodDays} dias, a parte sem defeitos do barco`,
    definition: 2,
    of: share('defects = 0', inspected),
  },
  first_pass_yield_severity_2: {
    meaning: 'O mesmo, a parte sem defeitos de gravidade 2 ou 3',
    of: share('defects_severity_2 + defects_severity_3 = 0', inspected),
  },
  first_pass_yield_severity_3: {
    meaning: 'O mesmo, a parte sem defeitos de gravidade 3',
    of: share('defects_severity_3 = 0', inspected),
  },
  defects_per_100_orders: {
    meaning: `Defeitos do barco por 100 barcos que passaram a primeira inspeção nos últimos ${snapshotPeriodDays} dias`,
    definition: 2,
    of: perHundred('defects'),
  },
  mould_lines_per_100_orders: {
    meaning: `Linhas sobre o estado do molde por 100 barcos que passaram a primeira inspeção nos últimos ${snapshotPeriodDays} dias`,
    of: perHundred('mould_lines'),
  },
};

/** The ages that may be set are far above the versions of any figure, so that one is never taken for the other. */
function zombieVersion(definition: number): string {
  const { usual } = factorySettings.zombie_days;
  return `(SELECT CASE age WHEN ${usual} THEN ${definition} ELSE age END FROM (SELECT ${zombieAge} AS age) z)`;
}

/** What a value that was recorded under a version means. */
export function snapshotMeaning(indicator: string, version: number): string {
  const figure = snapshotFigures[indicator];
  if (figure === undefined) return '';
  const { meaning, definition = 1, byZombieAge } = figure;
  if (byZombieAge && (version === definition || version >= factorySettings.zombie_days.lowest)) {
    const age = version === definition ? factorySettings.zombie_days.usual : version;
    return `${meaning}; zombies: criadas há mais de ${age} dias`;
  }
  return version === definition ? meaning : `Por uma definição anterior (${version}); a de hoje: ${meaning}`;
}

/**
 * Records the figures of the published state under the day of its clock; the state that was published last for a day
 * stands. Within the caller's transaction; returns how many figures it wrote: none where they are there already.
 */
export async function recordKpiSnapshot(
  client: ClientBase,
  { runId, asOf }: { readonly runId: number; readonly asOf: string },
): Promise<number> {
  const figures = Object.entries(snapshotFigures);
  const today = '$1::timestamp::date';
  const counted = figures.map(
    ([, { of }], n) => `(${of.value})::float8 AS value_${n}, (${of.rows})::int AS rows_${n}`,
  );
  const told = figures.map(
    ([name, { definition = 1, byZombieAge }], n) =>
      `('${name}', value_${n}, rows_${n}, ${byZombieAge ? zombieVersion(definition) : definition}::smallint)`,
  );
  const result = await client.query(
    `INSERT INTO kpi_snapshot AS k (day, indicator, value, rows, definition, run_id, as_of)
     SELECT ${today}, f.indicator, f.value, f.rows, f.definition, $2, $1::timestamp
     FROM (SELECT ${counted.join(',\n')} FROM agg_order) c
     CROSS JOIN LATERAL (VALUES ${told.join(',\n')}) f(indicator, value, rows, definition)
     ON CONFLICT (day, indicator) DO UPDATE
       SET value = excluded.value, rows = excluded.rows, definition = excluded.definition, run_id = excluded.run_id, as_of = excluded.as_of
       WHERE (k.value, k.rows, k.definition, k.run_id, k.as_of) IS DISTINCT FROM
         (excluded.value, excluded.rows, excluded.definition, excluded.run_id, excluded.as_of)`.replaceAll(
      ':today',
      today,
    ),
    [asOf, runId],
  );
  return result.rowCount ?? 0;
}
