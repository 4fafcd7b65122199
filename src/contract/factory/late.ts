/**
 * When a boat is late: whole days are compared, never moments. The sums by period, the snapshots and the gate of the due
 * days take their SQL from here; the view `order_facts`, which says of each order how it stands (`due_status`), repeats
 * it, and a test holds the two equal.
 */

/** SQL: finished after its due day. The names are those of `agg_order`, unless others are given. */
export function finishedLateSql(finishedDay = 'finished_day', dueDay = 'due_day'): string {
  return `${finishedDay} > ${dueDay}`;
}

/** SQL: finished on its due day or before. */
export const finishedOnTimeSql = 'finished_day <= due_day';

/** SQL: still to be delivered, and its due day is over. */
export function overdueSql(today: string): string {
  return `is_open AND due_day < ${today}`;
}

/** SQL: finished on a day that may be believed, neither before the creation nor after the dump's moment. */
export function believedFinishSql(asOf: string): string {
  return `state = 'DONE' AND finished_day IS NOT NULL AND finished_at <= ${asOf} AND NOT finishes_before_creation`;
}
