import { type DefectClass, isBoatDefectSql } from '../../contract/factory/index.js';

type Columns = Readonly<Record<string, string>>;

/** One kind of fact: on which day it counts, where it comes from, and what it adds to. */
export interface Fact {
  readonly day: string;
  readonly from: string;
  readonly columns: Columns;
}

/** Boats by the day of their first gate, and their error lines on the same day. */
export function qualityFacts(asOf: string): readonly Fact[] {
  const defect = isBoatDefectSql('classe');
  const defects = (condition: string): string => `CASE WHEN ${defect} AND ${condition} THEN erros ELSE 0 END`;
  const lines = (name: DefectClass): string => `CASE WHEN classe = '${name}' THEN erros ELSE 0 END`;
  return [
    {
      day: 'dia_porta',
      from: 'agg_ordem WHERE dia_porta IS NOT NULL',
      columns: {
        barcos: '1',
        barcos_sem_defeito: '(defeitos = 0)::int',
        barcos_sem_g2: '(defeitos_g2 + defeitos_g3 = 0)::int',
        barcos_sem_g3: '(defeitos_g3 = 0)::int',
      },
    },
    {
      day: 'dia_porta',
      from: 'agg_erro_dia WHERE dia_porta IS NOT NULL',
      columns: {
        defeitos: defects('true'),
        defeitos_g1: defects('gravidade = 1'),
        defeitos_g2: defects('gravidade = 2'),
        defeitos_g3: defects('gravidade = 3'),
        defeitos_sem_culpada: defects('fase_culpada IS NULL'),
        defeitos_culpada_em_falta: defects('culpada_em_falta'),
        defeitos_desconhecidos: lines('UNKNOWN'),
        linhas_molde: lines('MOULD'),
        linhas_passou: lines('PASSED'),
      },
    },
    {
      day: 'CASE WHEN data_fiavel THEN dia END',
      from: 'agg_erro_dia WHERE dia_porta IS NULL',
      columns: { linhas_sem_porta: 'erros' },
    },
    {
      day: `CASE WHEN ${finishedBy(asOf)} THEN dia_acabamento END`,
      from: `agg_ordem WHERE estado = 'DONE' AND dia_porta IS NULL`,
      columns: { acabados_sem_porta: '1' },
    },
  ];
}

/** A finish day that may be believed: neither before the creation nor after the dump's moment. */
function finishedBy(asOf: string): string {
  return `estado = 'DONE' AND dia_acabamento IS NOT NULL AND acabada_em <= ${asOf} AND NOT data_contraditoria`;
}

/** Orders finished and orders due, up to the dump's day. */
export function deliveryFacts(asOf: string): readonly Fact[] {
  const finished = finishedBy(asOf);
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

/** Rows (dia, keys, measures): each kind of fact summed by itself, with zeros for what the others count. */
export function factRows(facts: readonly Fact[], keys: readonly string[]): string {
  const measures = measuresOf(facts);
  return facts
    .map(({ day, from, columns }) => {
      const sums = measures.map((name) =>
        columns[name] === undefined ? `0 AS ${name}` : `sum(${columns[name]}) AS ${name}`,
      );
      const by = keys.map((_, place) => place + 2);
      return `SELECT ${day} AS dia, ${keys.join(', ')}, ${sums.join(', ')} FROM ${from} GROUP BY 1, ${by.join(', ')}`;
    })
    .join('\nUNION ALL\n');
}
