import type { ClientBase } from 'pg';
import { phase } from '../contract/factory/index.js';
import { firstDaySql } from '../contract/sql.js';
import { recordFoundIssues } from '../evidence/index.js';
import { specialFunctions } from '../platform/special-functions.js';
import { breakRule, findBreaks, type RecordingBreak, type Series } from './recording-breaks.js';

interface Published {
  readonly runId: number;
  readonly asOf: string;
  /** The run that is named as the last one that still had a finding which is gone now. */
  readonly lastRun: number | null;
}

interface Count {
  readonly month: string;
  readonly fase_id: number;
  readonly class: string | null;
  readonly text: string | null;
  readonly n: number;
}

/** Records the breaks in recording as issues. `agg_order` and `agg_error_day` must be refreshed. */
export async function refreshBreaks(client: ClientBase, { runId, asOf, lastRun }: Published): Promise<void> {
  const thisMonth = `${asOf.slice(0, 7)}-01`;
  // They load while the database counts.
  const [functions, boats] = await Promise.all([specialFunctions(), countBoats(client, thisMonth)]);
  const lines = await countLines(client, thisMonth);
  const found = findBreaks(seriesOf(boats, lines), functions);
  await recordFoundIssues(client, { runId, lastRun, type: 'RECORDING_BREAK' }, found.map(issueOf));
}

async function countBoats(client: ClientBase, before: string): Promise<Count[]> {
  const passed = (id: number, day: string): string =>
    `SELECT to_char(month, 'YYYY-MM-DD') AS month, ${id} AS fase_id, NULL AS class, NULL AS text, n
     FROM (SELECT ${firstDaySql('month', 'day')} AS month, sum(n)::int AS n
           FROM (SELECT ${day} AS day, count(*) AS n FROM agg_order WHERE ${day} < $1::date GROUP BY 1) d GROUP BY 1) m`;
  const { rows } = await client.query<Count>(
    `${passed(phase.demould, 'demould_day')} UNION ALL ${passed(phase.finalControl, 'final_control_day')}`,
    [before],
  );
  return rows;
}

async function countLines(client: ClientBase, before: string): Promise<Count[]> {
  const { rows } = await client.query<Count>(
    `SELECT to_char(e.month, 'YYYY-MM-DD') AS month, e.fase_id, e.class, d.descricao AS text, e.n
     FROM (SELECT ${firstDaySql('month', 'day')} AS month, fase_avaliacao AS fase_id, class, descricao_id, sum(errors)::int AS n
           FROM agg_error_day WHERE has_trusted_day AND day < $1::date AND fase_avaliacao IN (${phase.demould}, ${phase.finalControl})
           GROUP BY 1, 2, 3, 4) e
     LEFT JOIN agg_error_text d USING (descricao_id)`,
    [before],
  );
  return rows;
}

/** Of each detecting phase: all lines, those of each class, and those of each text. */
function seriesOf(boats: readonly Count[], lines: readonly Count[]): Series[] {
  const groups = new Map<string, { key: Omit<Series, 'months'>; byMonth: Map<string, number> }>();
  const add = (key: Omit<Series, 'months'>, { month, n }: Count): void => {
    // A text that is empty is another than none.
    const name = `${key.fase_id} ${key.class ?? ''} ${key.text === null ? '' : `=${key.text}`}`;
    const group = groups.get(name) ?? { key, byMonth: new Map() };
    groups.set(name, group);
    group.byMonth.set(month, (group.byMonth.get(month) ?? 0) + n);
  };
  for (const one of lines) {
    const { fase_id, class: textClass, text } = one;
    add({ class: null, text: null, fase_id }, one);
    add({ class: textClass, text: null, fase_id }, one);
    if (text !== null) add({ class: textClass, text, fase_id }, one);
  }
  const passed = new Map(
    [...new Set(boats.map(({ fase_id }) => fase_id))].map((fase_id) => [fase_id, monthsOf(boats, fase_id)]),
  );
  return [...groups.values()]
    .filter(({ byMonth }) => [...byMonth.values()].reduce((a, b) => a + b, 0) >= breakRule.leastLines)
    .map(({ key, byMonth }) => ({
      ...key,
      months: (passed.get(key.fase_id) ?? []).map(({ month, n }) => ({
        month,
        lines: byMonth.get(month) ?? 0,
        boats: n,
      })),
    }));
}

function monthsOf(boats: readonly Count[], fase_id: number): Pick<Count, 'month' | 'n'>[] {
  return boats.filter((one) => one.fase_id === fase_id).toSorted((a, b) => (a.month < b.month ? -1 : 1));
}

function issueOf(one: RecordingBreak): { key: string; rows: number; sample: object[] } {
  const what = one.text ?? one.class ?? 'todas as linhas';
  const { since, fase_id, class: textClass, text, tests } = one;
  const short = (value: number): number => Number(value.toPrecision(4));
  const sample = {
    since,
    fase_id,
    class: textClass,
    text,
    before: short(one.before),
    after: short(one.after),
    p: short(one.p),
    tests,
  };
  return { key: `${what}, fase ${fase_id}, desde ${since}`, rows: one.lines, sample: [sample] };
}
