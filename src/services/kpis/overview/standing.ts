import type { openStates } from '../../../contract/factory/index.js';
import { dayNumber } from '../../answer/day-number.js';
import { sqlFile } from '../../answer/sql-file.js';
import type { Context } from '../../service.js';
import type { DaySpan } from './in-work.js';
import type { Filters } from './spans.js';

const wipQuery = sqlFile(import.meta.url, 'wip.sql', { prepared: true });
const firstDueQuery = sqlFile(import.meta.url, 'first-due.sql', { prepared: true });

export const standingQueries = [wipQuery, firstDueQuery];

/** Orders at the dump's moment, by state. */
export interface Standing {
  readonly created: number;
  readonly in_progress: number;
  readonly awaiting_shipping: number;
  readonly zombies: number;
}

/** By the due day that a run saw first. */
export interface FirstDue {
  readonly orders: number;
  readonly on_time: number;
}

/** Of no product: 0. */
interface OfProduct {
  readonly produto_id: number;
  readonly familia: string;
}

interface OpenOrder extends OfProduct {
  readonly state: (typeof openStates)[number];
  readonly created: number | null;
}

interface DueOrder extends OfProduct {
  readonly day: number;
  readonly is_on_time: boolean;
}

/** Open orders are few, and are read once for each state of the data. */
export async function countStanding(
  { client, remember, publication }: Context,
  asked: Filters & { readonly zombie_days: number },
): Promise<Standing> {
  const open = await remember('kpis.open_orders', () =>
    wipQuery.rows<OpenOrder & Record<string, unknown>>(client),
  );
  const today = dayNumber(publication.as_of.slice(0, 10));
  const counts = { CREATED: 0, IN_PROGRESS: 0, AWAITING_SHIPPING: 0, zombies: 0 };
  for (const one of open) {
    if (!passes(one, asked)) continue;
    const isZombie = one.created !== null && today - one.created > asked.zombie_days;
    counts[isZombie ? 'zombies' : one.state] += 1;
  }
  const { CREATED: created, IN_PROGRESS: in_progress, AWAITING_SHIPPING: awaiting_shipping } = counts;
  return { created, in_progress, awaiting_shipping, zombies: counts.zombies };
}

/** Of the days of a period; so are these. */
export async function countFirstDue(
  { client, remember }: Context,
  asked: Filters,
  { first, before }: DaySpan,
): Promise<FirstDue> {
  const due = await remember('kpis.first_due', () =>
    firstDueQuery.rows<DueOrder & Record<string, unknown>>(client),
  );
  let [orders, on_time] = [0, 0];
  for (const one of due) {
    if (one.day < first || one.day >= before || !passes(one, asked)) continue;
    orders += 1;
    if (one.is_on_time) on_time += 1;
  }
  return { orders, on_time };
}

function passes(one: OfProduct, { produto_id, familia }: Filters): boolean {
  return (
    (produto_id === null || one.produto_id === produto_id) && (familia === null || one.familia === familia)
  );
}
