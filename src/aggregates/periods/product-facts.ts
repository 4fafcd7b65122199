import {
  believedFinishSql,
  finishedLateSql,
  finishedOnTimeSql,
  isBoatDefectSql,
  type LineClass,
} from '../../contract/factory/index.js';

type Columns = Readonly<Record<string, string>>;

/** One kind of fact: on which day it counts, where it comes from, and what it adds to. */
export interface Fact {
  readonly day: string;
  readonly from: string;
  readonly columns: Columns;
}

/** Boats by the day of their first inspection, and their error lines on the same day. */
export function qualityFacts(asOf: string): readonly Fact[] {
  const defect = isBoatDefectSql('class');
  const defects = (condition: string): string =>
    `CASE WHEN ${defect} AND ${condition} THEN errors ELSE 0 END`;
  const lines = (name: LineClass): string => `CASE WHEN class = '${name}' THEN errors ELSE 0 END`;
  return [
    {
      day: 'first_inspection_day',
      from: 'agg_order WHERE first_inspection_day IS NOT NULL',
      columns: {
        boats: '1',
        boats_without_defect: '(defects = 0)::int',
        boats_without_severity_2: '(defects_severity_2 + defects_severity_3 = 0)::int',
        boats_without_severity_3: '(defects_severity_3 = 0)::int',
      },
    },
    {
      day: 'first_inspection_day',
      from: 'agg_error_day WHERE first_inspection_day IS NOT NULL',
      columns: {
        defects: defects('true'),
        defects_severity_1: defects('gravidade = 1'),
        defects_severity_2: defects('gravidade = 2'),
        defects_severity_3: defects('gravidade = 3'),
        defects_without_culprit: defects('fase_culpada IS NULL'),
        defects_culprit_missing: defects('culprit_is_missing'),
        defects_unknown: lines('UNKNOWN'),
        mould_lines: lines('MOULD'),
        passed_lines: lines('PASSED'),
      },
    },
    {
      day: 'CASE WHEN has_trusted_day THEN day END',
      from: 'agg_error_day WHERE first_inspection_day IS NULL',
      columns: { lines_without_inspection: 'errors' },
    },
    {
      day: `CASE WHEN ${believedFinishSql(asOf)} THEN finished_day END`,
      from: `agg_order WHERE state = 'DONE' AND first_inspection_day IS NULL`,
      columns: { finished_without_inspection: '1' },
    },
  ];
}

/** Orders finished and orders due, up to the dump's day. */
export function deliveryFacts(asOf: string): readonly Fact[] {
  const finished = believedFinishSql(asOf);
  return [
    {
      day: 'finished_day',
      from: `agg_order WHERE ${finished}`,
      columns: {
        finished: '1',
        finished_with_lead_time: '(lead_time_days IS NOT NULL)::int',
        finished_with_rework: '(reworks_done > 0)::int',
        finished_without_due: '(due_day IS NULL)::int',
        phases: 'phases_done',
        reworks: 'reworks_done',
      },
    },
    {
      day: 'NULL::date',
      from: `agg_order WHERE state = 'DONE' AND (${finished}) IS NOT TRUE`,
      columns: { finished_without_day: '1' },
    },
    {
      day: 'due_day',
      from: `agg_order WHERE state <> 'SCRAPPED' AND due_day < ${asOf}::date`,
      columns: {
        due_on_time: `(${finished} AND ${finishedOnTimeSql})::int`,
        due_late: `(${finished} AND ${finishedLateSql()})::int`,
        due_still_open: 'is_open::int',
        due_outcome_unknown: `(NOT is_open AND NOT (${finished}))::int`,
      },
    },
  ];
}

export function measuresOf(facts: readonly Fact[]): string[] {
  return facts.flatMap((fact) => Object.keys(fact.columns));
}

/** Rows (day, keys, measures): each kind of fact summed by itself, with zeros for what the others count. */
export function factRows(facts: readonly Fact[], keys: readonly string[]): string {
  const measures = measuresOf(facts);
  return facts
    .map(({ day, from, columns }) => {
      const sums = measures.map((name) =>
        columns[name] === undefined ? `0 AS ${name}` : `sum(${columns[name]}) AS ${name}`,
      );
      const by = keys.map((_, place) => place + 2);
      return `SELECT ${day} AS day, ${keys.join(', ')}, ${sums.join(', ')} FROM ${from} GROUP BY 1, ${by.join(', ')}`;
    })
    .join('\nUNION ALL\n');
}
