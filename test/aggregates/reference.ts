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
    agg_produto: view.products(),
    agg_ordem: view.orders(),
    agg_dia: view.days(),
    agg_fase_dia: view.phaseDays(),
    agg_fase_recente: view.recent(),
    agg_fase_mes: view.phaseMonths(),
    agg_fase_valor: view.values(),
    agg_fase_mediana: view.medians(),
    agg_erro_dia: view.errors(),
    agg_funcionario_fase: view.employees(),
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
        conhecido: this.#models.has(id),
        texto_pesquisa: this.#productText(id),
        ordens: named.filter((one) => one === id).length,
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
      estado: state,
      aberta: !['DONE', 'SCRAPPED'].includes(state),
      dia_criacao: day(created),
      acabada_em: finished,
      dia_acabamento: day(finished),
      dia_previsto: day(order.of_data_transporte),
      lead_dias:
        state !== 'SCRAPPED' && created !== null && past(finished) !== null && day(finished)! >= day(created)!
          ? days(day(created)!, day(finished)!)
          : null,
      iniciada_em: earliest(begun.map(past)),
      dia_desmolde: ended(6),
      fase_desde:
        latest(openHere.map((one) => past(one.faseof_inicio))) ??
        latest([...here.map((one) => past(one.faseof_inicio)), ...events(others)]) ??
        latest(here.map((one) => past(one.faseof_fim))) ??
        past(created),
      fase_em_curso: openHere.length > 0,
      ultima_actividade: latest(events(phases)),
      fases: phases.length,
      fases_concluidas: phases.filter((one) => one.faseof_fim !== null).length,
      fases_abertas: phases.filter((one) => one.faseof_inicio !== null && one.faseof_fim === null).length,
      retornos: phases.filter((one) => one.faseof_retorno).length,
      retornos_concluidos: phases.filter((one) => one.faseof_retorno && one.faseof_fim !== null).length,
      erros: defects.length,
      erros_graves: defects.filter((one) => one.ofch_gravidade === 3).length,
      porta: gate,
      dia_controlo: ended(8),
      dia_porta: gate === 0 ? null : ended(gate),
      defeitos: ofBoat.length,
      defeitos_g2: ofBoat.filter((one) => one.ofch_gravidade === 2).length,
      defeitos_g3: ofBoat.filter((one) => one.ofch_gravidade === 3).length,
      linhas_molde: defects.filter((one) => classOf(one.ofch_descricao_erro) === 'MOULD').length,
      peso_medido: weight([8]) ?? weight([3]) ?? weight([6]) ?? weight(null),
      ultima_data: last,
      data_futura: last !== null && last > this.#core.asOf,
      maior_sequencia: phases.reduce<number | null>(
        (most, one) =>
          one.faseof_sequencia === null ? most : Math.max(most ?? one.faseof_sequencia, one.faseof_sequencia),
        null,
      ),
      data_contraditoria: created !== null && finished !== null && day(finished)! < day(created)!,
      texto_pesquisa: [
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

  #ended(): (Phase & { dia: string })[] {
    return this.#core.phases.flatMap((one) =>
      this.#past(one.faseof_fim) === null ? [] : [{ ...one, dia: day(one.faseof_fim)! }],
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
        (one) => one.dia,
      ).values(),
    ];
    const sorted = byDay.map((rows) => rows.length).sort((a, b) => a - b);
    const median = sorted[Math.ceil(sorted.length / 2) - 1] ?? 0;
    return lines(
      byDay.map((rows) => ({
        dia: rows[0]!.dia,
        fases: rows.length,
        activo: rows.length >= 0.1 * median,
      })),
    );
  }

  phaseDays(): string[] {
    return lines(
      [...groups(this.#ended(), (one) => [one.dia, one.faseof_fase_id]).values()].map((rows) => ({
        dia: rows[0]!.dia,
        fase_id: rows[0]!.faseof_fase_id,
        fases: rows.length,
        retornos: rows.filter((one) => one.faseof_retorno).length,
      })),
    );
  }

  recent(): string[] {
    const rows = this.#ended().filter((one) => days(one.dia, day(this.#core.asOf)!) < 366);
    const by = groups(rows, (one) => [one.dia, one.faseof_fase_id, this.#familyOfOrder(one.faseof_of_id)]);
    return lines(
      [...by.values()].map((group) => ({
        dia: group[0]!.dia,
        fase_id: group[0]!.faseof_fase_id,
        familia: this.#familyOfOrder(group[0]!.faseof_of_id),
        ordens: new Set(group.map((one) => one.faseof_of_id)).size,
      })),
    );
  }

  phaseMonths(): string[] {
    const by = groups(this.#ended(), (one) => [
      one.faseof_fase_id,
      this.#familyOfOrder(one.faseof_of_id),
      monthOf(one.dia),
    ]);
    return lines(
      [...by.values()].map((rows) => ({
        fase_id: rows[0]!.faseof_fase_id,
        familia: this.#familyOfOrder(rows[0]!.faseof_of_id),
        mes: monthOf(rows[0]!.dia),
        fases: rows.length,
        retornos: rows.filter((one) => one.faseof_retorno).length,
        segundos: this.#allSeconds(rows),
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
        [...new Set(seconds)].map((segundos) => ({
          fase_id,
          segundos,
          n: seconds.filter((one) => one === segundos).length,
        })),
      ),
    );
  }

  medians(): string[] {
    return lines(
      this.#byPhase().map(([fase_id, seconds]) => ({
        fase_id,
        n: seconds.length,
        mediana_segundos: seconds[Math.ceil(0.5 * seconds.length) - 1],
        p90_segundos: seconds[Math.ceil(0.9 * seconds.length) - 1],
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
      const porta = order === undefined ? 0 : this.#gateOf(order, phases);
      return {
        of_id: one.ofch_of_id,
        dia: day(own ?? order?.of_data_criacao ?? null),
        data_fiavel: this.#past(own) !== null,
        produto_id: order?.of_produto_id ?? null,
        familia: this.#familyOfOrder(one.ofch_of_id),
        porta,
        dia_porta: porta === 0 ? null : this.#firstEnd(phases, porta),
        classe: classOf(one.ofch_descricao_erro),
        fase_avaliacao: one.ofch_fase_avaliacao,
        fase_culpada:
          (one.ofch_faseof_culpada === null ? undefined : this.#phases.get(one.ofch_faseof_culpada))
            ?.faseof_fase_id ?? null,
        gravidade: one.ofch_gravidade,
        descricao: one.ofch_descricao_erro,
        culpada_em_falta: one.ofch_faseof_culpada !== null && !this.#phases.has(one.ofch_faseof_culpada),
      };
    });
    return lines(
      [...groups(rows, (row) => row).values()].map((same) => ({ ...same[0], erros: same.length })),
    );
  }

  employees(): string[] {
    const rows = this.#core.workers.flatMap((one) => {
      const phase = this.#phases.get(one.funcionariofaseof_faseof_id);
      if (phase === undefined) return [];
      const event = this.#past(phase.faseof_fim ?? phase.faseof_inicio);
      return [{ ...one, phase, mes: event === null ? null : monthOf(event) }];
    });
    const by = groups(rows, (one) => [
      one.funcionariofaseof_funcionario_id,
      one.phase.faseof_fase_id,
      one.mes,
    ]);
    return lines(
      [...by.values()].map((group) => ({
        funcionario_id: group[0]!.funcionariofaseof_funcionario_id,
        fase_id: group[0]!.phase.faseof_fase_id,
        mes: group[0]!.mes,
        participacoes: group.length,
        chefias: group.filter((one) => one.funcionariofaseof_chefe).length,
        retornos: group.filter((one) => one.phase.faseof_retorno).length,
        segundos: this.#allSeconds(group.map((one) => one.phase)),
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
    'agg_produto',
    'agg_dia',
    'agg_fase_dia',
    'agg_fase_recente',
    'agg_fase_valor',
    'agg_fase_mediana',
  ])
    await read(table, `SELECT * FROM ${table}`);
  await read('agg_ordem', 'SELECT *, peso_medido::float8 AS peso_medido FROM agg_ordem');
  for (const table of ['agg_fase_mes', 'agg_funcionario_fase'])
    await read(
      table,
      `SELECT *, (SELECT coalesce(array_agg(s ORDER BY s), '{}') FROM unnest(segundos) s) AS segundos FROM ${table}`,
    );
  await read(
    'agg_erro_dia',
    `SELECT of_id, dia, data_fiavel, produto_id, familia, porta, dia_porta, agg_erro_dia.classe, fase_avaliacao, fase_culpada, gravidade, descricao, culpada_em_falta, erros
     FROM agg_erro_dia LEFT JOIN agg_erro_descricao USING (descricao_id)`,
  );
  return stored;
}

function lines(rows: readonly object[]): string[] {
  return rows
    .map((row) =>
      JSON.stringify(Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))),
    )
    .sort();
}
