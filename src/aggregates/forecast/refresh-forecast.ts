import type { ClientBase } from 'pg';
import { phase } from '../rules.js';
import { inScope, type Scope } from '../scope.js';
import {
  backtest,
  type Forecast,
  History,
  history_days,
  lateChance,
  lateShareKnown,
  type NoForecast,
  type PastOrder,
  type Score,
  standing,
} from './model.js';

/** Days before as_of on which the forecast is tried. */
export const cutoffs_days = [30, 60, 90, 120, 150, 180] as const;

/** Day 0 of the model. */
const epoch = "date '2000-01-01'";

/** Forecasts of the open orders and their backtest, all anew: both move with the dump's clock. `agg_ordem` must be refreshed. */
export async function refreshForecast(scope: Scope): Promise<void> {
  const { client, asOf } = scope;
  const today = await dayOf(client, asOf);
  const orders = await readOrders(scope, today);
  await writeForecasts(client, orders, today);
  const scores = cutoffs_days.map((days) => backtest(orders, today - days, today));
  await writeScores(
    client,
    scores.filter((one) => one.orders + one.withoutForecast > 0),
  );
}

async function dayOf(client: ClientBase, asOf: string): Promise<number> {
  const { rows } = await client.query<{ day: number }>(`SELECT ${asOf}::date - ${epoch} AS day`);
  return rows[0]!.day;
}

interface Row {
  readonly of_id: number;
  readonly familia: string;
  readonly criada: number | null;
  readonly acabada: number | null;
  readonly prevista: number | null;
  readonly aberta: boolean;
  /** `phase:day phase:day`, in the order in which they began. */
  readonly comecos: string;
}

/** The orders that any cut-off day needs: open, or finished since the history of the earliest begins. */
async function readOrders(scope: Scope, today: number): Promise<PastOrder[]> {
  const { client } = scope;
  const first = today - Math.max(...cutoffs_days) - history_days;
  await client.query(`
    CREATE TEMP TABLE a_previsao ON COMMIT DROP AS
    SELECT of_id, familia, dia_criacao - ${epoch} AS criada, dia_acabamento - ${epoch} AS acabada,
           dia_previsto - ${epoch} AS prevista, aberta AND acabada_em IS NULL AS aberta
    FROM agg_ordem
    -- A finish that lies would be learnt from.
    WHERE CASE WHEN acabada_em IS NULL THEN aberta ELSE estado = 'DONE' AND lead_dias IS NOT NULL AND dia_acabamento >= ${epoch} + ${first} END;
    CREATE UNIQUE INDEX ON a_previsao (of_id);
    ANALYZE a_previsao`);
  await refreshBeginnings(scope);
  const { rows } = await client.query<Row>(
    'SELECT p.*, c.comecos FROM a_previsao p JOIN agg_comecos c ON c.of_id = p.of_id',
  );
  await client.query('DROP TABLE a_previsao');
  return rows.map(toOrder);
}

/** The beginnings of the orders in `a_previsao`: those of the scope anew, and those that are not there yet. */
async function refreshBeginnings(scope: Scope): Promise<void> {
  const { client, asOf } = scope;
  await client.query(`
    DELETE FROM agg_comecos c WHERE ${inScope(scope, 'c.of_id')} OR NOT EXISTS (SELECT FROM a_previsao p WHERE p.of_id = c.of_id)`);
  // Filled by CREATE TABLE AS first: an INSERT ... SELECT may not use more than one processor.
  await client.query(`
    CREATE TEMP TABLE a_falta ON COMMIT DROP AS
    SELECT of_id FROM a_previsao p WHERE NOT EXISTS (SELECT FROM agg_comecos c WHERE c.of_id = p.of_id);
    ANALYZE a_falta;
    CREATE TEMP TABLE a_comecos ON COMMIT DROP AS
    SELECT of_id, string_agg(fase_id || ':' || (momento::date - ${epoch}), ' ' ORDER BY momento, sequencia, fase_id) AS comecos FROM (
      SELECT f.faseof_of_id AS of_id, f.faseof_fase_id AS fase_id, min(coalesce(f.faseof_inicio, f.faseof_fim)) AS momento,
             min(f.faseof_sequencia) AS sequencia
      FROM fases_ordem_fabrico f JOIN a_falta p ON p.of_id = f.faseof_of_id
      WHERE f.faseof_fase_id <> ${phase.notLaminated} AND coalesce(f.faseof_inicio, f.faseof_fim) <= ${asOf} GROUP BY 1, 2) b
    GROUP BY of_id`);
  await client.query(`
    INSERT INTO agg_comecos (of_id, comecos)
    SELECT p.of_id, coalesce(c.comecos, '') FROM a_falta p LEFT JOIN a_comecos c ON c.of_id = p.of_id`);
  await client.query('DROP TABLE a_falta, a_comecos');
}

function toOrder(row: Row): PastOrder {
  const begun = row.comecos
    .split(' ')
    .filter((one) => one !== '')
    .map((one) => {
      const [id, day] = one.split(':');
      return { phase: Number(id), day: Number(day) };
    });
  return {
    of_id: row.of_id,
    family: row.familia,
    created: row.criada,
    finished: row.acabada,
    due: row.prevista,
    open: row.aberta,
    begun,
  };
}

async function writeForecasts(
  client: ClientBase,
  orders: readonly PastOrder[],
  today: number,
): Promise<void> {
  const history = new History(orders, today + 1);
  const baseRate = lateShareKnown(orders, today);
  const forecasts = orders
    .filter((one) => one.open && one.due !== null)
    .map((order) => describe(order, forecastOf(history, order, today), baseRate, today));
  await client.query('DELETE FROM previsao_ordem');
  await client.query(
    `INSERT INTO previsao_ordem (of_id, amostra, base, parte_historica, probabilidade_atraso, dias_restantes_p50, dias_restantes_p90, dia_esperado, razao)
     SELECT of_id, amostra, base, parte_historica, probabilidade_atraso, dias_restantes_p50, dias_restantes_p90, ${epoch} + dia, razao
     FROM jsonb_to_recordset($1) AS f(of_id integer, amostra integer, base text, parte_historica double precision, probabilidade_atraso double precision,
       dias_restantes_p50 integer, dias_restantes_p90 integer, dia integer, razao text)`,
    [JSON.stringify(forecasts)],
  );
}

function forecastOf(history: History, order: PastOrder, today: number): Forecast | NoForecast {
  const at = standing(order, today + 1);
  if (at === null) return 'NO_START';
  return history.forecast(order.family, at.phase, at.day, today, order.due) ?? 'NO_HISTORY';
}

function describe(
  { of_id, due }: PastOrder,
  forecast: Forecast | NoForecast,
  baseRate: number | null,
  today: number,
): object {
  if (typeof forecast === 'string') return { of_id, amostra: 0, razao: forecast };
  return {
    of_id,
    amostra: forecast.sample,
    base: forecast.basis,
    parte_historica: forecast.lateShare,
    probabilidade_atraso: lateChance(forecast.lateShare!, baseRate, due! < today),
    dias_restantes_p50: forecast.remaining_p50_days,
    dias_restantes_p90: forecast.remaining_p90_days,
    dia: forecast.expectedDay,
  };
}

async function writeScores(client: ClientBase, scores: readonly Score[]): Promise<void> {
  await client.query('DELETE FROM previsao_backtest');
  for (const one of scores)
    await client.query(
      `INSERT INTO previsao_backtest (corte, ordens, atrasadas, sem_previsao, brier, brier_base, taxa_base)
       VALUES (${epoch} + $1::integer, $2, $3, $4, $5, $6, $7)`,
      [one.day, one.orders, one.late, one.withoutForecast, one.brier, one.baseBrier, one.baseRate],
    );
}
