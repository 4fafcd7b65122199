import { literal } from '../sql.js';

/** How the derived columns of a table come from its rows; merge fills them, derive repairs them. */
export interface DerivedRule {
  readonly table: string;
  /** Which of the columns says by which version of the rule the row was computed. */
  readonly versionColumn: string;
  /** Joins that the expressions need; `row` is the alias of the rows. */
  joins(row: string): string;
  /** Column -> SQL expression. */
  columns(row: string): Readonly<Record<string, string>>;
}

/** Raised whenever a rule below changes: rows with an older version are computed anew. */
export const ruleVersion = 1;

/**
 * Phases. A duration needs an end that is not before its start and not after the dump's own moment: dates lie, and a
 * row with a lying date stays without a duration.
 */
export function phaseRule(asOf: string): DerivedRule {
  return {
    table: 'fases_ordem_fabrico',
    versionColumn: 'faseof_rule_version',
    joins: () => '',
    columns: (row) => ({
      faseof_event_time: `coalesce(${row}.faseof_fim, ${row}.faseof_inicio)`,
      faseof_duration_seconds: `CASE WHEN ${row}.faseof_fim >= ${row}.faseof_inicio AND ${row}.faseof_fim <= ${literal(asOf)}::timestamp
        THEN date_part('epoch', ${row}.faseof_fim - ${row}.faseof_inicio)::bigint END`,
      faseof_is_open: `${row}.faseof_inicio IS NOT NULL AND ${row}.faseof_fim IS NULL`,
      faseof_is_done: `${row}.faseof_fim IS NOT NULL`,
      faseof_rule_version: `${ruleVersion}::smallint`,
    }),
  };
}

/**
 * Error lines have no date of their own: theirs is the end of the phase that found them, else its start, else the
 * order's creation.
 */
export const errorRule: DerivedRule = {
  table: 'erros_ordem_fabrico',
  versionColumn: 'ofch_rule_version',
  joins: (row) => `
    LEFT JOIN fases_ordem_fabrico found_in ON found_in.faseof_id = ${row}.ofch_faseof_avaliacao
    LEFT JOIN ordens_fabrico of_order ON of_order.of_id = ${row}.ofch_of_id`,
  columns: () => ({
    ofch_event_time: 'coalesce(found_in.faseof_fim, found_in.faseof_inicio, of_order.of_data_criacao)',
    ofch_event_time_origin: `CASE WHEN found_in.faseof_fim IS NOT NULL THEN 'phase_end'
      WHEN found_in.faseof_inicio IS NOT NULL THEN 'phase_start'
      WHEN of_order.of_data_criacao IS NOT NULL THEN 'order_creation' END`,
    ofch_rule_version: `${ruleVersion}::smallint`,
  }),
};

/** The rules by table, for a dump of that moment. */
export function derivedRules(asOf: string): ReadonlyMap<string, DerivedRule> {
  return new Map([phaseRule(asOf), errorRule].map((rule) => [rule.table, rule]));
}
