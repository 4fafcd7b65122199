import { dayNumber } from '../../answer/day-number.js';
import { sqlFile } from '../../answer/sql-file.js';
import type { Context } from '../../service.js';
import { type PhaseMoments, readPhaseMoments } from '../known-phase-moments.js';
import { none } from '../numbers.js';
import { latelyDays, type Stay } from './reason.js';

export const staysQuery = sqlFile(import.meta.url, 'usual-stays.sql', { prepared: true });

interface Row {
  readonly of_id: number;
  readonly is_done: boolean;
  readonly created_seconds: number | null;
}

const daySeconds = 86_400;

/**
 * Of each phase the days from the end of the phase before (else the creation) to its own end, in orders finished in the year
 * before the dump's day; and how many orders ended it in the four weeks before.
 */
export async function countStays(context: Context): Promise<ReadonlyMap<number, Stay>> {
  const today = dayNumber(context.publication.as_of.slice(0, 10)) * daySeconds;
  const moments = await readPhaseMoments(context);
  const rows = await staysQuery.rows<Row & Record<string, unknown>>(context.client);
  const found = new Map<number, { days: number[]; lately: number }>();
  for (const { of_id, is_done, created_seconds } of rows) {
    const own = moments.get(of_id);
    if (own === undefined) continue;
    let before = created_seconds;
    const lately = new Set<number>();
    for (const at of asTheyEnded(own, today)) {
      const [fase_id, ended] = [own.fase[at]!, own.ended[at]!];
      if (fase_id !== none) {
        const phase = found.get(fase_id) ?? { days: [], lately: 0 };
        found.set(fase_id, phase);
        if (is_done && before !== null && before <= ended) phase.days.push((ended - before) / daySeconds);
        if (ended >= today - latelyDays * daySeconds && !lately.has(fase_id)) phase.lately += 1;
        lately.add(fase_id);
      }
      before = ended;
    }
  }
  return new Map([...found].map(([fase_id, { days, lately }]) => [fase_id, stayOf(fase_id, days, lately)]));
}

/** Places of the phases that ended before the moment. */
function asTheyEnded({ count, faseof, ended }: PhaseMoments, moment: number): number[] {
  return Array.from({ length: count }, (_, at) => at)
    .filter((at) => ended[at] !== none && ended[at]! < moment)
    .sort((a, b) => ended[a]! - ended[b]! || faseof[a]! - faseof[b]!);
}

function stayOf(fase_id: number, days: readonly number[], ended_lately: number): Stay {
  const sorted = Float64Array.from(days).sort();
  const at = (share: number): number | null => sorted[Math.ceil(share * sorted.length) - 1] ?? null;
  return { fase_id, stays: sorted.length, median_days: at(0.5), p90_days: at(0.9), ended_lately };
}
