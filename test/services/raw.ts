import type { Pool } from 'pg';
import { familyOf } from '../../src/contract/factory/index.js';

/** The business columns of a published dump, as they stand in the core tables, and nothing that we derive from them. */
export interface Raw {
  readonly asOf: string;
  readonly orders: readonly RawOrder[];
  readonly phases: readonly RawPhase[];
  readonly errors: readonly RawError[];
  readonly workers: readonly {
    readonly faseof_id: number;
    readonly funcionario_id: number;
    readonly is_leader: boolean | null;
  }[];
  readonly catalogue: readonly { readonly fase_id: number; readonly work: boolean }[];
  readonly modelName: ReadonlyMap<number, string | null>;
  readonly routes: readonly { readonly produto_id: number; readonly fase_id: number }[];
}

interface RawOrder {
  readonly of_id: number;
  readonly criacao: string | null;
  readonly acabamento: string | null;
  readonly produto_id: number | null;
  readonly fase_id: number | null;
  readonly transporte: string | null;
}

interface RawPhase {
  readonly faseof_id: number;
  readonly of_id: number;
  readonly fase_id: number;
  readonly inicio: string | null;
  readonly fim: string | null;
  readonly is_rework: boolean | null;
  readonly sequencia: number | null;
}

interface RawError {
  readonly of_id: number;
  readonly descricao: string | null;
  readonly fase_avaliacao: number | null;
  readonly gravidade: number | null;
  readonly avaliacao: number | null;
  readonly culpada: number | null;
}

export async function loadRaw(pool: Pool): Promise<Raw> {
  const all = async <R>(sql: string): Promise<R[]> => (await pool.query(sql)).rows as R[];
  const [publication] = await all<{ as_of: string }>('SELECT as_of FROM publication');
  const models = await all<{ produto_id: number; produto_nome: string | null }>(
    'SELECT produto_id, produto_nome FROM modelos',
  );
  return {
    asOf: publication!.as_of,
    orders:
      await all(`SELECT of_id, of_data_criacao AS criacao, of_data_acabamento AS acabamento, of_produto_id AS produto_id,
      of_fase_id AS fase_id, of_data_transporte AS transporte FROM ordens_fabrico`),
    phases:
      await all(`SELECT faseof_id, faseof_of_id AS of_id, faseof_fase_id AS fase_id, faseof_inicio AS inicio,
      faseof_fim AS fim, faseof_retorno AS is_rework, faseof_sequencia AS sequencia FROM fases_ordem_fabrico`),
    errors:
      await all(`SELECT ofch_of_id AS of_id, ofch_descricao_erro AS descricao, ofch_fase_avaliacao AS fase_avaliacao,
      ofch_gravidade AS gravidade, ofch_faseof_avaliacao AS avaliacao, ofch_faseof_culpada AS culpada FROM erros_ordem_fabrico`),
    workers:
      await all(`SELECT funcionariofaseof_faseof_id AS faseof_id, funcionariofaseof_funcionario_id AS funcionario_id,
      funcionariofaseof_chefe AS is_leader FROM funcionarios_fase_ordem_fabrico`),
    catalogue: await all(
      `SELECT fase_id, coalesce(fase_de_producao AND NOT fase_automatica, false) AS work FROM fases_catalogo`,
    ),
    routes: await all(
      'SELECT produtofase_produto_id AS produto_id, produtofase_fase_id AS fase_id FROM fases_standard_modelos',
    ),
    modelName: new Map(models.map((one) => [one.produto_id, one.produto_nome])),
  };
}

export interface Filters {
  readonly from?: string;
  readonly to?: string;
  readonly produto_id?: number;
  readonly familia?: string;
  readonly fase_id?: number;
}

/** Both days belong to it; without `from` it has no beginning, without both it is all time. */
export type Period = Pick<Filters, 'from' | 'to'>;

/** The period of the same length just before; null where there is none. */
export function periodBefore({ from, to }: Period): Period | null {
  if (from === undefined || to === undefined) return null;
  const days = daysBetween(from, to) + 1;
  return { from: addDays(from, -days), to: addDays(from, -1) };
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

export interface Order extends RawOrder {
  readonly familia: string | null;
  readonly state: 'CREATED' | 'IN_PROGRESS' | 'AWAITING_SHIPPING' | 'DONE' | 'SCRAPPED';
  /** Phase of its first inspection: 6, 8 or neither. */
  readonly gate: 6 | 8 | 0;
  readonly inspectionDay: string | null;
  /** Null where there is none, or where it lies. */
  readonly finishDay: string | null;
  readonly leadDays: number | null;
  readonly ended: number;
  readonly reworks: number;
  /** Lines about the boat. */
  readonly defects: readonly Line[];
}

/** What a line of the errors speaks of, as a person reads it. */
export function kindOf(text: string | null): 'boat' | 'mould' | 'passed' {
  if (text !== null && /^(Molde|Meios moldes)/.test(text)) return 'mould';
  return text !== null && passedTexts.has(text) ? 'passed' : 'boat';
}

/** The lines of the sample that praise. */
const passedTexts: ReadonlySet<string> = new Set([
  'Leme estanque e bem colado.',
  'Barco bem lixado.',
  'Zona do poço bem envernizada.',
  'Bancos e finca-pés verificados.',
  'Gola simétrica e sem arestas.',
  'Brilho uniforme em todo o casco.',
]);

interface Line extends RawError {
  readonly kind: 'boat' | 'mould' | 'passed';
  readonly culprit: number | null;
  /** Null where the day cannot be trusted. */
  readonly day: string | null;
}

export interface Defect extends Line {
  readonly produto_id: number | null;
  readonly familia: string | null;
  readonly gate: 6 | 8 | 0;
  /** Day on which its boat passed its first inspection; null where it has not. */
  readonly inspectionDay: string | null;
}

/** The dump as a person would judge it, row by row: the second way to every figure. */
export class Factory {
  readonly raw: Raw;
  readonly orders: readonly Order[];
  readonly #routes: ReadonlyMap<number | null, Raw['routes']>;
  /** All lines of the errors. */
  readonly lines: readonly Defect[];
  /** Those about boats that passed their first inspection. */
  readonly defects: readonly Defect[];
  readonly today: string;

  constructor(raw: Raw) {
    this.raw = raw;
    this.today = dayOf(raw.asOf)!;
    const phaseById = new Map(raw.phases.map((one) => [one.faseof_id, one]));
    const orderById = new Map(raw.orders.map((one) => [one.of_id, one]));
    const lines = raw.errors.map((error) => {
      const found = phaseById.get(error.avaliacao ?? -1);
      const time = found?.fim ?? found?.inicio ?? null;
      const produto_id = orderById.get(error.of_id)?.produto_id ?? null;
      return {
        ...error,
        produto_id,
        familia: this.familyOf(produto_id),
        kind: kindOf(error.descricao),
        culprit: phaseById.get(error.culpada ?? -1)?.fase_id ?? null,
        day: time !== null && time <= raw.asOf ? dayOf(time) : null,
      };
    });
    const phasesOf = groupBy(raw.phases, (one) => one.of_id);
    const linesOf = groupBy(lines, (one) => one.of_id);
    this.#routes = groupBy(raw.routes, (one) => one.produto_id);
    this.orders = raw.orders.map((one) =>
      this.#judge(one, phasesOf.get(one.of_id) ?? [], linesOf.get(one.of_id) ?? []),
    );
    const gates = new Map(this.orders.map((one) => [one.of_id, one]));
    this.lines = lines.map((one) => {
      const { gate = 0, inspectionDay = null } = gates.get(one.of_id) ?? {};
      return { ...one, gate, inspectionDay };
    });
    this.defects = this.lines.filter((one) => one.kind === 'boat' && one.inspectionDay !== null);
  }

  familyOf(produto: number | null): string | null {
    return produto === null ? null : familyOf(this.raw.modelName.get(produto) ?? null);
  }

  #judge(order: RawOrder, phases: readonly RawPhase[], lines: readonly Line[]): Order {
    const { asOf } = this.raw;
    const begun = phases.some((one) => one.fase_id !== 11 && (one.inicio ?? one.fim) !== null);
    const route = this.#routes.get(order.produto_id) ?? [];
    const knows = (phase: number): boolean => [...phases, ...route].some((one) => one.fase_id === phase);
    const gate = knows(6) ? 6 : knows(8) ? 8 : 0;
    const passes = phases.filter((one) => one.fase_id === gate && one.fim !== null && one.fim <= asOf);
    const [created, finished] = [dayOf(order.criacao), dayOf(order.acabamento)];
    const lies = finished !== null && ((created !== null && finished < created) || order.acabamento! > asOf);
    const ended = phases.filter((one) => one.fim !== null);
    const finishDay = lies ? null : finished;
    return {
      ...order,
      familia: this.familyOf(order.produto_id),
      state: stateOf(order, begun),
      gate,
      inspectionDay: passes.map((one) => dayOf(one.fim)!).sort()[0] ?? null,
      finishDay,
      leadDays: finishDay === null || created === null ? null : daysBetween(created, finishDay),
      ended: ended.length,
      reworks: ended.filter((one) => one.is_rework === true).length,
      defects: lines.filter((one) => one.kind === 'boat'),
    };
  }

  /** The period that a headline is of: the one asked for, else the 90 days up to the dump's. */
  windowOf({ from, to }: Period): Period {
    if (from === undefined && to === undefined) return { from: addDays(this.today, -89), to: this.today };
    const last = to ?? (from! > this.today ? from! : this.today);
    return from === undefined ? { to: last } : { from, to: last };
  }

  /** Days on which at least a tenth of the median day's work was ended. */
  activeDays(): string[] {
    const work = new Set(this.raw.catalogue.filter((one) => one.work).map((one) => one.fase_id));
    const ended = this.raw.phases.filter(
      (one) => one.fim !== null && one.fim <= this.raw.asOf && work.has(one.fase_id),
    );
    const byDay = groupBy(ended, (one) => dayOf(one.fim)!);
    const counts = [...byDay.values()].map((list) => list.length);
    const median = percentile(counts, 0.5) ?? 0;
    return [...byDay].filter(([, list]) => list.length >= 0.1 * median).map(([day]) => day);
  }
}

function stateOf(order: RawOrder, begun: boolean): Order['state'] {
  if ([16, 17, 50].includes(order.fase_id ?? -1)) return 'SCRAPPED';
  if (order.acabamento !== null || order.fase_id === 12) return 'DONE';
  if (order.fase_id === 9 || order.fase_id === 10) return 'AWAITING_SHIPPING';
  return begun || (order.fase_id !== null && order.fase_id !== 11) ? 'IN_PROGRESS' : 'CREATED';
}

/** Does a fact of that day and product pass the filters? A fact without a day passes only where no period is asked for. */
export function passes(
  filters: Filters,
  fact: { readonly produto_id: number | null; readonly familia: string | null },
  day: string | null,
): boolean {
  const { from, to, produto_id, familia } = filters;
  if (produto_id !== undefined && fact.produto_id !== produto_id) return false;
  if (familia !== undefined && fact.familia !== familia) return false;
  return day === null
    ? from === undefined && to === undefined
    : (from === undefined || day >= from) && (to === undefined || day <= to);
}

export function groupBy<T, K>(rows: readonly T[], key: (row: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

export function count<T>(rows: readonly T[], test: (row: T) => boolean): number {
  return rows.filter(test).length;
}

export function dayOf(time: string | null): string | null {
  return time === null ? null : time.slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);
}

/** The smallest value that at least this share of all do not exceed. */
export function percentile(values: readonly number[], wanted: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(wanted * sorted.length - 1e-9) - 1)] ?? null;
}
