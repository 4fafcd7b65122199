import type { ClientBase } from 'pg';
import type { Severity } from './types.js';

/** One issue: what was found about the data, and between which runs. */
export interface Issue {
  readonly issue_id: number;
  readonly type: string;
  readonly severity: Severity;
  readonly entity: string;
  readonly key: string;
  readonly rows: number;
  readonly sample: readonly Readonly<Record<string, unknown>>[];
  readonly first_run_id: number;
  readonly last_run_id: number;
  /** Null while it stands. */
  readonly resolved_run_id: number | null;
}

export interface IssueFilter {
  readonly type: string | null;
  /** Also those that were resolved. */
  readonly all: boolean;
  readonly limit: number;
}

/** Findings, the worst and the largest first. */
export async function readIssues(
  client: Pick<ClientBase, 'query'>,
  filter: IssueFilter,
): Promise<{ readonly total: number; readonly issues: Issue[] }> {
  const { rows } = await client.query<Issue & { total: number }>(
    `SELECT count(*) OVER ()::int AS total, issue_id, type, severity, entity, key, rows, sample, first_run_id, last_run_id, resolved_run_id
     FROM data_quality_issues
     WHERE ($1::text IS NULL OR type = $1) AND ($2 OR resolved_run_id IS NULL)
     ORDER BY array_position(ARRAY['error', 'warning', 'info'], severity), type, rows DESC, entity, key COLLATE "C" LIMIT $3`,
    [filter.type, filter.all, filter.limit],
  );
  return { total: rows[0]?.total ?? 0, issues: rows.map(({ total: _, ...issue }) => issue) };
}
