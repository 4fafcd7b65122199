type Columns = Readonly<Record<string, string>>;

/** One kind of fact: on which day it counts, where it comes from, and what it adds to. */
interface Fact {
  readonly day: string;
  readonly from: string;
  readonly columns: Columns;
}

/** Orders demoulded and errors found. */
export const qualityFacts: readonly Fact[] = [
  {
    day: 'dia_desmolde',
    from: 'agg_ordem WHERE dia_desmolde IS NOT NULL',
    columns: { desmoldadas: '1', desmoldadas_sem_erro: '(erros = 0)::int' },
  },
  {
    day: 'CASE WHEN data_fiavel THEN dia END',
    from: 'agg_erro_dia',
    columns: {
      erros: 'erros',
      erros_g1: 'CASE WHEN gravidade = 1 THEN erros ELSE 0 END',
      erros_g2: 'CASE WHEN gravidade = 2 THEN erros ELSE 0 END',
      erros_g3: 'CASE WHEN gravidade = 3 THEN erros ELSE 0 END',
      erros_sem_culpada: 'CASE WHEN fase_culpada IS NULL THEN erros ELSE 0 END',
    },
  },
];

/** Orders finished and orders due, up to the dump's day. */
export function deliveryFacts(asOf: string): readonly Fact[] {
  // A finish day that may be believed: neither before the creation nor after the dump's moment.
  const finished = `estado = 'DONE' AND dia_acabamento IS NOT NULL AND acabada_em <= ${asOf} AND NOT data_contraditoria`;
  return [
    {
      day: 'dia_acabamento',
      from: `agg_ordem WHERE ${finished}`,
      columns: {
        acabadas: '1',
        acabadas_com_prazo: '(lead_dias IS NOT NULL)::int',
        acabadas_com_retorno: '(retornos_concluidos > 0)::int',
        acabadas_sem_previsao: '(dia_previsto IS NULL)::int',
        fases: 'fases_concluidas',
        retornos: 'retornos_concluidos',
      },
    },
    {
      day: 'NULL::date',
      from: `agg_ordem WHERE estado = 'DONE' AND (${finished}) IS NOT TRUE`,
      columns: { acabadas_sem_dia: '1' },
    },
    {
      day: 'dia_previsto',
      from: `agg_ordem WHERE estado <> 'SCRAPPED' AND dia_previsto < ${asOf}::date`,
      columns: {
        devidas_a_tempo: `(${finished} AND dia_acabamento <= dia_previsto)::int`,
        devidas_tarde: `(${finished} AND dia_acabamento > dia_previsto)::int`,
        devidas_em_aberto: 'aberta::int',
        devidas_sem_desfecho: `(NOT aberta AND NOT (${finished}))::int`,
      },
    },
  ];
}

export function measuresOf(facts: readonly Fact[]): string[] {
  return facts.flatMap((fact) => Object.keys(fact.columns));
}

/** Rows (dia, produto_id, familia, measures): each kind of fact summed by itself, with zeros for what the others count. */
export function factRows(facts: readonly Fact[]): string {
  const measures = measuresOf(facts);
  return facts
    .map(({ day, from, columns }) => {
      const sums = measures.map((name) =>
        columns[name] === undefined ? `0 AS ${name}` : `sum(${columns[name]}) AS ${name}`,
      );
      return `SELECT ${day} AS dia, produto_id, familia, ${sums.join(', ')} FROM ${from} GROUP BY 1, 2, 3`;
    })
    .join('\nUNION ALL\n');
}
