interface AggregateTable {
  /** So many rows that keeping its indexes row by row takes longer than building them. */
  readonly isLarge?: true;
  /** What two builds of a row `t` must agree on, as SQL; by default all of it. Null: nothing, for it has a history. */
  readonly compared?: string | null;
}

/** The durations of a row stand in no order. */
const withSortedDurations = `(to_jsonb(t) - 'segundos')::text || (SELECT array_agg(s ORDER BY s)::text FROM unnest(t.segundos) s)`;

/** Every table whose rows follow from core. */
const tables: Readonly<Record<string, AggregateTable>> = {
  agg_produto: {},
  agg_ordem: { isLarge: true },
  agg_produto_mes: {},
  agg_dia: {},
  // Ids of texts are given once and stay.
  agg_erro_descricao: { compared: `(t.descricao, t.chave, t.classe, t.decidida)::text` },
  agg_erro_dia: { isLarge: true },
  agg_fase_dia: { isLarge: true },
  agg_fase_recente: {},
  agg_fase_mes: { isLarge: true, compared: withSortedDurations },
  agg_fase_valor: { isLarge: true },
  agg_fase_mediana: {},
  agg_funcionario_fase: { isLarge: true, compared: withSortedDurations },
  agg_periodo_qualidade: { isLarge: true },
  agg_periodo_entrega: { isLarge: true },
  agg_dia_qualidade: {},
  agg_periodo_erro: { isLarge: true },
  agg_periodo_culpa: { isLarge: true },
  agg_periodo_prazo: { isLarge: true },
  previsao_ordem: {},
};

export const aggregateTables: readonly string[] = Object.keys(tables);

export const largeTables: readonly string[] = aggregateTables.filter((name) => tables[name]!.isLarge);

/** Table -> what of a row `t` is compared, as SQL. */
export const comparedRows: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(tables).flatMap(([name, { compared = 't::text' }]) =>
    compared === null ? [] : [[name, compared]],
  ),
);
