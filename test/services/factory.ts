import type { Pool } from 'pg';
import { ask, type Reply, readParams, services } from '../../src/services/index.js';
import { sampleTakenIn } from '../ingest/support.js';
import { firstServer, type TestDatabase } from '../support/database.js';

/** Asks a question as HTTP does: parameters as text. */
export async function askFor(
  pool: Pool,
  name: string,
  params: Readonly<Record<string, string>> = {},
): Promise<Reply> {
  const service = services.find((one) => one.name === name);
  if (service === undefined) throw new Error(`no question ${name}`);
  return await ask(pool, service, readParams(service, params), { maySeeNames: false });
}

/** The answer's data, where it may not be refused. */
export async function dataOf<T>(
  pool: Pool,
  name: string,
  params: Readonly<Record<string, string>> = {},
): Promise<T> {
  const reply = await askFor(pool, name, params);
  if (reply.status === 'NOT_SUPPORTED_BY_DATA') throw new Error(`${name}: ${reply.reason}`);
  return reply.data as T;
}

/** An invented factory of so many orders, published in a database of its own. Who asks for it drops it. */
export async function sampleFactory(orders: number, seed = 1): Promise<TestDatabase & { readonly raw: Raw }> {
  const sample = { orders, seed, asOf: '2023-04-30T18:00:00' };
  const test = await firstServer.createHolding([sampleTakenIn(sample)]);
  return { ...test, raw: await readRaw(test.database.pool) };
}

export interface RawOrder {
  readonly of_id: number;
  readonly of_data_criacao: string | null;
  readonly of_data_acabamento: string | null;
  readonly of_produto_id: number | null;
  readonly of_fase_id: number | null;
  readonly of_data_transporte: string | null;
}

export interface RawPhase {
  readonly faseof_id: number;
  readonly faseof_of_id: number;
  readonly faseof_fase_id: number;
  readonly faseof_inicio: string | null;
  readonly faseof_fim: string | null;
  readonly faseof_peso: string | null;
  readonly faseof_retorno: boolean | null;
  readonly faseof_sequencia: number | null;
}

export interface RawDefect {
  readonly ofch_of_id: number;
  readonly ofch_gravidade: number | null;
  readonly ofch_faseof_avaliacao: number | null;
  readonly ofch_faseof_culpada: number | null;
}

export interface RawModel {
  readonly produto_id: number;
  readonly produto_nome: string | null;
  readonly produto_peso_desmolde: string | null;
  readonly produto_peso_acabamento: string | null;
  readonly produto_qtd_gel_deck: string | null;
  readonly produto_qtd_gel_casco: string | null;
}

export interface RawCatalogued {
  readonly fase_id: number;
  readonly fase_nome: string | null;
  readonly fase_de_producao: boolean | null;
  readonly fase_automatica: boolean | null;
}

/** Rows as the dump has them, for figures to be counted again by hand. */
export interface Raw {
  readonly asOf: string;
  readonly orders: readonly RawOrder[];
  readonly phases: readonly RawPhase[];
  readonly phasesOf: ReadonlyMap<number, readonly RawPhase[]>;
  readonly defects: readonly RawDefect[];
  readonly models: ReadonlyMap<number, RawModel>;
  readonly catalogue: ReadonlyMap<number, RawCatalogued>;
  readonly routes: readonly {
    readonly produtofase_produto_id: number;
    readonly produtofase_fase_id: number;
    readonly produtofase_sequencia: number;
  }[];
}

export async function readRaw(pool: Pool): Promise<Raw> {
  const all = async <T>(table: string): Promise<T[]> =>
    (await pool.query(`SELECT * FROM ${table}`)).rows as T[];
  const [published] = await all<{ as_of: string }>('publication');
  const phases = await all<RawPhase>('fases_ordem_fabrico');
  const models = await all<RawModel>('modelos');
  const catalogue = await all<RawCatalogued>('fases_catalogo');
  return {
    asOf: published!.as_of,
    orders: await all<RawOrder>('ordens_fabrico'),
    phases,
    phasesOf: groupBy(phases, (one) => one.faseof_of_id),
    defects: await all<RawDefect>('erros_ordem_fabrico'),
    models: new Map(models.map((one) => [one.produto_id, one])),
    catalogue: new Map(catalogue.map((one) => [one.fase_id, one])),
    routes: await all('fases_standard_modelos'),
  };
}

export function groupBy<T, K>(rows: readonly T[], key: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group === undefined) groups.set(key(row), [row]);
    else group.push(row);
  }
  return groups;
}

/** The day of a moment: `2023-04-30`. */
export function dayOf(moment: string): string {
  return moment.slice(0, 10);
}

/** Whole days from one moment's day to another's. */
export function daysBetween(first: string, last: string): number {
  return (Date.parse(`${dayOf(last)}T00:00Z`) - Date.parse(`${dayOf(first)}T00:00Z`)) / 86_400_000;
}

/** The smallest value that at least this share of the values does not exceed. */
export function percentile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}

/** The state of an order by the rules of the house, from its row and those of its phases. */
export function stateOf(order: RawOrder, phases: readonly RawPhase[] = []): string {
  const at = order.of_fase_id;
  if (at === 16 || at === 17 || at === 50) return 'SCRAPPED';
  if (order.of_data_acabamento !== null || at === 12) return 'DONE';
  if (at === 9 || at === 10) return 'AWAITING_SHIPPING';
  const begun = phases.some(
    (one) => one.faseof_fase_id !== 11 && (one.faseof_inicio !== null || one.faseof_fim !== null),
  );
  return begun || (at !== null && at !== 11) ? 'IN_PROGRESS' : 'CREATED';
}

/** Orders still to be delivered, with their age in days and whether they are zombies. */
export function openOrders(raw: Raw, zombie_days = 365) {
  return raw.orders
    .map((order) => {
      const age = order.of_data_criacao === null ? null : daysBetween(order.of_data_criacao, raw.asOf);
      const state = stateOf(order, raw.phasesOf.get(order.of_id));
      return { ...order, state, age, zombie: age !== null && age > zombie_days };
    })
    .filter((order) => ['CREATED', 'IN_PROGRESS', 'AWAITING_SHIPPING'].includes(order.state));
}

export type OpenOrder = ReturnType<typeof openOrders>[number];
