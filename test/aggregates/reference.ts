import type { Pool } from 'pg';
import { familyOf } from '../../src/contract/factory/index.js';

/**
 * The aggregates computed a second way: in TypeScript, over the raw rows of core, from what the migration's comments
 * say of each column. Rows are texts, so that they can be sorted and compared.
 */

type Row = Record<string, never>;
interface Order {
  of_id: number;
  of_data_criacao: string | null;
  of_data_acabamento: string | null;
  of_data_transporte: string | null;
  of_produto_id: number | null;
  of_fase_id: number | null;
}
interface Phase {
  faseof_id: number;
  faseof_of_id: number;
  faseof_inicio: string | null;
  faseof_fim: string | null;
  faseof_fase_id: number;
  faseof_peso: number | null;
  faseof_retorno: boolean | null;
  faseof_sequencia: number | null;
}
interface Worker {
  funcionariofaseof_faseof_id: number;
  funcionariofaseof_funcionario_id: number;
  funcionariofaseof_chefe: boolean | null;
}
interface Defect {
  ofch_of_id: number;
  ofch_descricao_erro: string | null;
  ofch_fase_avaliacao: number | null;
  ofch_gravidade: number | null;
  ofch_faseof_avaliacao: number | null;
  ofch_faseof_culpada: number | null;
}
interface Model {
  produto_id: number;
  produto_nome: string | null;
}
interface CataloguePhase {
  fase_id: number;
  fase_nome: string | null;
  fase_de_producao: boolean | null;
  fase_automatica: boolean | null;
}

export interface Core {
  readonly asOf: string;
  readonly orders: Order[];
  readonly phases: Phase[];
  readonly workers: Worker[];
  readonly defects: Defect[];
  readonly models: Model[];
  readonly catalogue: CataloguePhase[];
  readonly routes: readonly {
    readonly produtofase_produto_id: number;
    readonly produtofase_fase_id: number;
  }[];
}

export async function readCore(pool: Pool): Promise<Core> {
  const all = async (sql: string): Promise<Row[]> => (await pool.query<Row>(sql)).rows;
  const [publication] = (await all('SELECT as_of FROM publication')) as unknown as { as_of: string }[];
  return {
    asOf: publication!.as_of,
    orders: (await all('SELECT * FROM ordens_fabrico')) as unknown as Order[],
    phases: (await all(
      'SELECT *, faseof_peso::float8 AS faseof_peso FROM fases_ordem_fabrico',
    )) as unknown as Phase[],
    workers: (await all('SELECT * FROM funcionarios_fase_ordem_fabrico')) as unknown as Worker[],
    defects: (await all('SELECT * FROM erros_ordem_fabrico')) as unknown as Defect[],
    models: (await all('SELECT * FROM modelos')) as unknown as Model[],
    routes: (await all('SELECT * FROM fases_standard_modelos')) as unknown as Core['routes'],
    catalogue: (await all('SELECT * FROM fases_catalogo')) as unknown as CataloguePhase[],
  };
}

const day = (moment: string | null): string | null => moment?.slice(0, 10) ?? null;
const monthOf = (moment: string): string => `${moment.slice(0, 7)}-01`;
const days = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;
const known = <T>(values: readonly (T | null)[]): T[] => values.filter((one): one is T => one !== null);
const latest = (values: readonly (string | null)[]): string | null => known(values).sort().at(-1) ?? null;
const earliest = (values: readonly (string | null)[]): string | null => known(values).sort()[0] ?? null;
const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

function groups<T>(rows: readonly T[], key: (row: T) => unknown): Map<string, T[]> {
  const found = new Map<string, T[]>();
  for (const row of rows) {
    const name = JSON.stringify(key(row));
    const group = found.get(name);
    if (group === undefined) found.set(name, [row]);
    else group.push(row);
  }
  return found;
}

/** The aggregates by table, each row as a sorted-key JSON text. */
export function expectedAggregates(core: Core): Record<string, string[]> {
  const view = new View(core);
  return {
    agg_product: view.products(),
    agg_order: view.orders(),
    agg_order_phases: lines(phasesOfOrders(core)),
    agg_day: view.days(),
    agg_phase_day: view.phaseDays(),
    agg_phase_recent: view.recent(),
    agg_phase_month: view.phaseMonths(),
    agg_phase_duration: view.values(),
    agg_phase_median: view.medians(),
    agg_error_day: view.errors(),
    agg_employee_phase: view.employees(),
  };
}

class View {
  readonly #core: Core;
  readonly #models: Map<number, Model>;
  readonly #orders: Map<number, Order>;
  readonly #phases: Map<number, Phase>;

  constructor(core: Core) {
    this.#core = core;
    this.#models = new Map(core.models.map((one) => [one.produto_id, one]));
    this.#orders = new Map(core.orders.map((one) => [one.of_id, one]));
    this.#phases = new Map(core.phases.map((one) => [one.faseof_id, one]));
  }

  #past(moment: string | null): string | null {
    return moment !== null && moment <= this.#core.asOf ? moment : null;
  }

  #familyOfProduct(id: number | null): string {
    return familyOf((id === null ? undefined : this.#models.get(id))?.produto_nome ?? null) ?? '?';
  }

  #familyOfOrder(id: number): string {
    const order = this.#orders.get(id);
    return order === undefined ? '?' : this.#familyOfProduct(order.of_produto_id);
  }

  #productText(id: number): string {
    return plain([id, ...known([this.#models.get(id)?.produto_nome ?? null])].join(' '));
  }

  #seconds(phase: Phase): number | null {
    if (phase.faseof_inicio === null || this.#past(phase.faseof_fim) === null) return null;
    const seconds = (Date.parse(`${phase.faseof_fim}Z`) - Date.parse(`${phase.faseof_inicio}Z`)) / 1000;
    return seconds > 0 ? seconds : null;
  }

  products(): string[] {
    const named = known(this.#core.orders.map((one) => one.of_produto_id));
    const ids = new Set([...this.#models.keys(), ...named]);
    return lines(
      [...ids].map((id) => ({
        produto_id: id,
        produto_nome: this.#models.get(id)?.produto_nome ?? null,
        familia: this.#familyOfProduct(id),
        is_known: this.#models.has(id),
        search_text: this.#productText(id),
        orders: named.filter((one) => one === id).length,
      })),
    );
  }

  orders(): string[] {
    const phases = groups(this.#core.phases, (one) => one.faseof_of_id);
    const defects = groups(this.#core.defects, (one) => one.ofch_of_id);
    return lines(
      this.#core.orders.map((one) =>
        this.#order(one, phases.get(String(one.of_id)) ?? [], defects.get(String(one.of_id)) ?? []),
      ),
    );
  }

  #order(order: Order, phases: Phase[], defects: Defect[]): object {
    const { of_data_acabamento: finished, of_data_criacao: created, of_fase_id: at } = order;
    const past = (moment: string | null): string | null => this.#past(moment);
    const here = phases.filter((one) => one.faseof_fase_id === at);
    const others = phases.filter((one) => one.faseof_fase_id !== at);
    const openHere = here.filter((one) => one.faseof_inicio !== null && one.faseof_fim === null);
    const events = (list: Phase[]): (string | null)[] =>
      list.flatMap((one) => [past(one.faseof_inicio), past(one.faseof_fim)]);
    const begun = phases
      .filter((one) => one.faseof_fase_id !== 11)
      .map((one) => one.faseof_inicio ?? one.faseof_fim);
    const state = stateOf(order, known(begun).length > 0);
    const family = this.#familyOfProduct(order.of_produto_id);
    const weight = (ids: readonly number[] | null): number | null =>
      known(
        phases
          .filter((one) => ids === null || ids.includes(one.faseof_fase_id))
          .map((one) => one.faseof_peso),
      )
        .filter((kg) => kg > 0)
        .sort((a, b) => b - a)[0] ?? null;
    const last = latest([created, finished, ...phases.flatMap((one) => [one.faseof_inicio, one.faseof_fim])]);
    const product = order.of_produto_id;
    const ended = (id: number): string | null => this.#firstEnd(phases, id);
    const gate = this.#gateOf(order, phases);
    const ofBoat = defects.filter((one) => isBoat(classOf(one.ofch_descricao_erro)));
    const phaseName = this.#core.catalogue.find((one) => one.fase_id === at)?.fase_nome ?? null;
    return {
      of_id: order.of_id,
      produto_id: product,
      familia: family,
      fase_id: at,
      state: state,
      is_open: !['DONE', 'SCRAPPED'].includes(state),
      created_day: day(created),
      finished_at: finished,
      finished_day: day(finished),
      due_day: day(order.of_data_transporte),
      lead_time_days:
        state !== 'SCRAPPED' && created !== null && past(finished) !== null && day(finished)! >= day(created)!
          ? days(day(created)!, day(finished)!)
          : null,
      started_at: earliest(begun.map(past)),
      demould_day: ended(6),
      phase_since:
        latest(openHere.map((one) => past(one.faseof_inicio))) ??
        latest([...here.map((one) => past(one.faseof_inicio)), ...events(others)]) ??
        latest(here.map((one) => past(one.faseof_fim))) ??
        past(created),
      phase_in_hand: openHere.length > 0,
      last_activity_at: latest(events(phases)),
      phases: phases.length,
      phases_done: phases.filter((one) => one.faseof_fim !== null).length,
      phases_open: phases.filter((one) => one.faseof_inicio !== null && one.faseof_fim === null).length,
      reworks: phases.filter((one) => one.faseof_retorno).length,
      reworks_done: phases.filter((one) => one.faseof_retorno && one.faseof_fim !== null).length,
      errors: defects.length,
      severe_errors: defects.filter((one) => one.ofch_gravidade === 3).length,
      first_inspection: gate,
      final_control_day: ended(8),
      first_inspection_day: gate === 0 ? null : ended(gate),
      defects: ofBoat.length,
      defects_severity_2: ofBoat.filter((one) => one.ofch_gravidade === 2).length,
      defects_severity_3: ofBoat.filter((one) => one.ofch_gravidade === 3).length,
      mould_lines: defects.filter((one) => classOf(one.ofch_descricao_erro) === 'MOULD').length,
      measured_kg: weight([8]) ?? weight([3]) ?? weight([6]) ?? weight(null),
      last_date: last,
      has_date_in_future: last !== null && last > this.#core.asOf,
      highest_sequence: phases.reduce<number | null>(
        (most, one) =>
          one.faseof_sequencia === null ? most : Math.max(most ?? one.faseof_sequencia, one.faseof_sequencia),
        null,
      ),
      finishes_before_creation: created !== null && finished !== null && day(finished)! < day(created)!,
      search_text: [
        String(order.of_id),
        ...(product === null ? [] : [this.#productText(product), family.toLowerCase()]),
        ...(phaseName === null ? [] : [plain(phaseName)]),
      ].join(' '),
    };
  }

  #firstEnd(phases: readonly Phase[], id: number): string | null {
    return day(
      earliest(phases.filter((one) => one.faseof_fase_id === id).map((one) => this.#past(one.faseof_fim))),
    );
  }

  #gateOf(order: Order, phases: readonly Phase[]): 6 | 8 | 0 {
    const route = this.#core.routes.filter((one) => one.produtofase_produto_id === order.of_produto_id);
    const ids = [...phases.map((one) => one.faseof_fase_id), ...route.map((one) => one.produtofase_fase_id)];
    return ids.includes(6) ? 6 : ids.includes(8) ? 8 : 0;
  }

  #ended(): (Phase & { day: string })[] {
    return this.#core.phases.flatMap((one) =>
      this.#past(one.faseof_fim) === null ? [] : [{ ...one, day: day(one.faseof_fim)! }],
    );
  }

  days(): string[] {
    const work = new Set(
      this.#core.catalogue
        .filter((one) => one.fase_de_producao && !one.fase_automatica)
        .map((one) => one.fase_id),
    );
    const byDay = [
      ...groups(
        this.#ended().filter((one) => work.has(one.faseof_fase_id)),
        (one) => one.day,
      ).values(),
    ];
    const sorted = byDay.map((rows) => rows.length).sort((a, b) => a - b);
    const median = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
    return lines(
      byDay.map((rows) => ({
        day: rows[0]!.day,
        phases: rows.length,
        is_active: rows.length >= 0.1 * median,
      })),
    );
  }

  phaseDays(): string[] {
    return lines(
      [...groups(this.#ended(), (one) => [one.day, one.faseof_fase_id]).values()].map((rows) => ({
        day: rows[0]!.day,
        fase_id: rows[0]!.faseof_fase_id,
        phases: rows.length,
        reworks: rows.filter((one) => one.faseof_retorno).length,
        weighed: rows.filter((one) => (one.faseof_peso ?? 0) > 0).length,
        weighed_over_10_kg: rows.filter((one) => (one.faseof_peso ?? 0) > 10).length,
      })),
    );
  }

  recent(): string[] {
    const rows = this.#ended().filter((one) => days(one.day, day(this.#core.asOf)!) < 366);
    const by = groups(rows, (one) => [one.day, one.faseof_fase_id, this.#familyOfOrder(one.faseof_of_id)]);
    return lines(
      [...by.values()].map((group) => ({
        day: group[0]!.day,
        fase_id: group[0]!.faseof_fase_id,
        familia: this.#familyOfOrder(group[0]!.faseof_of_id),
        orders: new Set(group.map((one) => one.faseof_of_id)).size,
      })),
    );
  }

  phaseMonths(): string[] {
    const by = groups(this.#ended(), (one) => [
      one.faseof_fase_id,
      this.#familyOfOrder(one.faseof_of_id),
      monthOf(one.day),
    ]);
    return lines(
      [...by.values()].map((rows) => ({
        fase_id: rows[0]!.faseof_fase_id,
        familia: this.#familyOfOrder(rows[0]!.faseof_of_id),
        month: monthOf(rows[0]!.day),
        phases: rows.length,
        reworks: rows.filter((one) => one.faseof_retorno).length,
        seconds: this.#allSeconds(rows),
      })),
    );
  }

  #allSeconds(rows: readonly Phase[]): number[] {
    return known(rows.map((one) => this.#seconds(one))).sort((a, b) => a - b);
  }

  #byPhase(): [number, number[]][] {
    const by = groups(this.#core.phases, (one) => one.faseof_fase_id);
    return [...by.values()]
      .map((rows): [number, number[]] => [rows[0]!.faseof_fase_id, this.#allSeconds(rows)])
      .filter(([, seconds]) => seconds.length > 0);
  }

  values(): string[] {
    return lines(
      this.#byPhase().flatMap(([fase_id, seconds]) =>
        [...new Set(seconds)].map((value) => ({
          fase_id,
          seconds: value,
          n: seconds.filter((one) => one === value).length,
        })),
      ),
    );
  }

  medians(): string[] {
    return lines(
      this.#byPhase().map(([fase_id, seconds]) => ({
        fase_id,
        n: seconds.length,
        median_seconds: seconds[Math.ceil(0.5 * seconds.length) - 1],
        p90_seconds: seconds[Math.ceil(0.9 * seconds.length) - 1],
      })),
    );
  }

  errors(): string[] {
    const rows = this.#core.defects.map((one) => {
      const found =
        one.ofch_faseof_avaliacao === null ? undefined : this.#phases.get(one.ofch_faseof_avaliacao);
      const order = this.#orders.get(one.ofch_of_id);
      const own = found?.faseof_fim ?? found?.faseof_inicio ?? null;
      const phases = this.#core.phases.filter((phase) => phase.faseof_of_id === one.ofch_of_id);
      const first_inspection = order === undefined ? 0 : this.#gateOf(order, phases);
      return {
        of_id: one.ofch_of_id,
        day: day(own ?? order?.of_data_criacao ?? null),
        has_trusted_day: this.#past(own) !== null,
        produto_id: order?.of_produto_id ?? null,
        familia: this.#familyOfOrder(one.ofch_of_id),
        first_inspection,
        first_inspection_day: first_inspection === 0 ? null : this.#firstEnd(phases, first_inspection),
        class: classOf(one.ofch_descricao_erro),
        fase_avaliacao: one.ofch_fase_avaliacao,
        fase_culpada:
          (one.ofch_faseof_culpada === null ? undefined : this.#phases.get(one.ofch_faseof_culpada))
            ?.faseof_fase_id ?? null,
        gravidade: one.ofch_gravidade,
        descricao: one.ofch_descricao_erro,
        culprit_is_missing: one.ofch_faseof_culpada !== null && !this.#phases.has(one.ofch_faseof_culpada),
      };
    });
    return lines(
      [...groups(rows, (row) => row).values()].map((same) => ({ ...same[0], errors: same.length })),
    );
  }

  employees(): string[] {
    const rows = this.#core.workers.flatMap((one) => {
      const phase = this.#phases.get(one.funcionariofaseof_faseof_id);
      if (phase === undefined) return [];
      const event = this.#past(phase.faseof_fim ?? phase.faseof_inicio);
      return [{ ...one, phase, month: event === null ? null : monthOf(event) }];
    });
    const by = groups(rows, (one) => [
      one.funcionariofaseof_funcionario_id,
      one.phase.faseof_fase_id,
      one.month,
    ]);
    return lines(
      [...by.values()].map((group) => ({
        funcionario_id: group[0]!.funcionariofaseof_funcionario_id,
        fase_id: group[0]!.phase.faseof_fase_id,
        month: group[0]!.month,
        participations: group.length,
        led_phases: group.filter((one) => one.funcionariofaseof_chefe).length,
        reworks: group.filter((one) => one.phase.faseof_retorno).length,
        seconds: this.#allSeconds(group.map((one) => one.phase)),
      })),
    );
  }
}

/** As a person reads the texts that the tests of this folder write. */
function classOf(text: string | null): string {
  if (text === null || text.startsWith('Erro ')) return 'UNKNOWN';
  if (text.startsWith('Molde')) return 'MOULD';
  return text === 'Barco bem lixado.' ? 'PASSED' : 'BOAT_DEFECT';
}

function isBoat(name: string): boolean {
  return name === 'BOAT_DEFECT' || name === 'UNKNOWN';
}

function stateOf(order: Order, begun: boolean): string {
  const at = order.of_fase_id;
  if (at === 16 || at === 17 || at === 50) return 'SCRAPPED';
  if (order.of_data_acabamento !== null || at === 12) return 'DONE';
  if (at === 9 || at === 10) return 'AWAITING_SHIPPING';
  return begun || (at !== null && at !== 11) ? 'IN_PROGRESS' : 'CREATED';
}

/** What the tables hold, in the same form. */
export async function storedAggregates(pool: Pool): Promise<Record<string, string[]>> {
  const stored: Record<string, string[]> = {};
  const read = async (table: string, sql: string): Promise<void> => {
    stored[table] = lines((await pool.query<object>(sql)).rows);
  };
  for (const table of [
    'agg_product',
    'agg_day',
    'agg_phase_day',
    'agg_phase_recent',
    'agg_phase_duration',
    'agg_phase_median',
  ])
    await read(table, `SELECT * FROM ${table}`);
  await read('agg_order', 'SELECT *, measured_kg::float8 AS measured_kg FROM agg_order');
  await read(
    'agg_order_phases',
    `SELECT of_id, (SELECT jsonb_agg(jsonb_build_array(a, b, c, d, e) ORDER BY a)
       FROM unnest(faseof_ids, fase_ids, sequences, started_seconds, ended_seconds) p(a, b, c, d, e)) AS phases
     FROM agg_order_phases`,
  );
  for (const table of ['agg_phase_month', 'agg_employee_phase'])
    await read(
      table,
      `SELECT *, (SELECT coalesce(array_agg(s ORDER BY s), '{}') FROM unnest(seconds) s) AS seconds FROM ${table}`,
    );
  await read(
    'agg_error_day',
    `SELECT of_id, day, has_trusted_day, produto_id, familia, first_inspection, first_inspection_day, agg_error_day.class, fase_avaliacao, fase_culpada, gravidade, descricao, culprit_is_missing, errors
     FROM agg_error_day LEFT JOIN agg_error_text USING (descricao_id)`,
  );
  return stored;
}

/** The phases that began or ended, order by order, by their ids. */
function phasesOfOrders({ phases }: Core): object[] {
  const since2000 = (moment: string | null): number | null =>
    moment === null ? null : (Date.parse(`${moment}Z`) - Date.parse('2000-01-01')) / 1000;
  const begun = phases.filter((one) => one.faseof_inicio !== null || one.faseof_fim !== null);
  return [...groups(begun, (one) => one.faseof_of_id)].map(([of_id, own]) => ({
    of_id: Number(of_id),
    phases: own
      .toSorted((a, b) => a.faseof_id - b.faseof_id)
      .map((one) => [
        one.faseof_id,
        one.faseof_fase_id,
        one.faseof_sequencia,
        since2000(one.faseof_inicio),
        since2000(one.faseof_fim),
      ]),
  }));
}

function lines(rows: readonly object[]): string[] {
  return rows
    .map((row) =>
      JSON.stringify(Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))),
    )
    .sort();
}
