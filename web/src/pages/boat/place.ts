import type { ScaleTime } from 'd3-scale';
import { dayAfter } from '../../words/format.ts';
import type { Order, Step } from './order.ts';

export type TimeScale = ScaleTime<number, number>;
export type Kind = 'done' | 'open' | 'automatic' | 'rework';

/** A phase of minutes must still be seen on a scale of months. */
export const leastPx = 3;
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** The API's moments have no zone: all are read alike. */
export function momentOf(text: string): number {
  return Date.parse(`${text.length === 10 ? `${text}T00:00:00` : text}Z`);
}

export function kindOf({ is_rework, is_automatic, status }: Step): Kind {
  if (is_rework) return 'rework';
  if (status === 'IN_PROGRESS') return 'open';
  return is_automatic === true ? 'automatic' : 'done';
}

/** From creation or the first phase to the last that happened, the file (of an open boat) or the shipping day. */
export function spanOf(steps: readonly Step[], order: Order, asOf: string): [Date, Date] {
  // A date that lies may lie by years: it would press all others together.
  const moments = steps
    .filter((one) => one.date_flag === null)
    .flatMap((one) => [one.started_at, one.ended_at])
    .filter((text) => text !== null);
  const isOpen = order.state !== 'DONE' && order.state !== 'SCRAPPED';
  const known = [...moments, order.created_day, order.due_day, ...(isOpen ? [asOf] : [])]
    .filter((text) => text !== null)
    .map(momentOf);
  if (known.length === 0) known.push(momentOf(asOf));
  const [first, last] = [
    Math.min(...known),
    Math.max(...known, ...bandWithin(Math.min(...known), order, asOf)),
  ];
  return [new Date(first), new Date(Math.max(last, first + dayMs))];
}

/** From the day by which half of such boats are finished to that of nine in ten; the first alone where history ends before. */
export function bandOf(order: Order, asOf: string): readonly [from: string, to: string] | null {
  const { expected_finish_day: from, remaining_days_p90: days } = order;
  if (from === null || order.finished_at !== null) return null;
  return [from, days === null ? from : dayAfter(asOf, days)];
}

/** As far as the scale goes for it: what is far ahead and uncertain may not press together what has happened. */
function bandWithin(first: number, order: Order, asOf: string): number[] {
  const [from, to] = (bandOf(order, asOf) ?? []).map(momentOf);
  if (from === undefined || to === undefined) return [];
  return [Math.min(to, from + Math.max(7 * dayMs, (from - first) / 4))];
}

export interface Place {
  readonly x: number;
  readonly width: number;
}

/** Where a phase and the wait before it stand, in pixels; within the track, whatever its dates say. */
export function placeOf(
  step: Step,
  scale: TimeScale,
  now: number,
): { readonly bar: Place; readonly wait: Place | null } {
  const [, right] = scale.range() as [number, number];
  const x = (moment: number): number => Math.min(right, Math.max(0, scale(moment)));
  const start = momentOf((step.started_at ?? step.ended_at)!);
  const end = step.date_flag !== null ? start : endOf(step, start, now);
  const from = Math.min(x(start), right - leastPx);
  const bar = { x: from, width: Math.max(leastPx, x(end) - from) };
  if (step.waiting_hours === null || step.waiting_hours <= 0) return { bar, wait: null };
  const waitFrom = x(start - step.waiting_hours * hourMs);
  return { bar, wait: { x: waitFrom, width: Math.max(0, from - waitFrom) } };
}

function endOf(step: Step, start: number, now: number): number {
  if (step.ended_at !== null) return momentOf(step.ended_at);
  return step.status === 'IN_PROGRESS' ? now : start;
}
