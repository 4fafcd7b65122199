import { dayNumber, type Formatter } from '../../words/format.ts';
import type { Words } from '../../words/pt.ts';
import type { Order } from './order.ts';

type Told = Pick<
  Order,
  | 'produto_nome'
  | 'state'
  | 'created_day'
  | 'age_days'
  | 'finished_at'
  | 'lead_time_days'
  | 'fase_nome'
  | 'phase_since'
  | 'due_day'
  | 'expected_finish_day'
>;

/** Everything about one boat in one sentence: whence, where, until when. */
export function sentenceOf(order: Told, asOf: string, words: Words, format: Formatter): string {
  const w = words.boat.sentence;
  const subject = order.produto_nome === null ? w.unknownModel : w.subject(order.produto_nome);
  const isOpen = order.state !== 'DONE' && order.state !== 'SCRAPPED';
  const parts = isOpen ? openParts(order, asOf, words, format) : closedParts(order, words, format);
  const created =
    isOpen && order.created_day !== null && order.age_days !== null
      ? `, ${w.created(format.day(order.created_day), format.days(order.age_days))},`
      : '';
  return `${subject}${created} ${parts.join('; ')}.`.replaceAll(',,', ',');
}

function closedParts(order: Told, words: Words, format: Formatter): string[] {
  const w = words.boat.sentence;
  if (order.state === 'SCRAPPED') return [w.scrapped];
  if (order.finished_at === null) return [w.done];
  const day = format.day(order.finished_at);
  const told =
    order.lead_time_days === null ? w.finishedPlain(day) : w.finished(day, format.days(order.lead_time_days));
  if (order.due_day === null) return [told];
  const slip = dayNumber(order.finished_at) - dayNumber(order.due_day);
  return [`${told}, ${slip > 0 ? w.late(format.days(slip)) : w.onTime}`];
}

function openParts(order: Told, asOf: string, words: Words, format: Formatter): string[] {
  const w = words.boat.sentence;
  const phase = order.fase_nome ?? words.boatsPage.unknownPhase;
  const stands =
    order.phase_since === null
      ? w.standsUnknown(phase)
      : w.stands(phase, format.days(dayNumber(asOf) - dayNumber(order.phase_since)));
  const due = order.due_day === null ? w.noDue : w.due(format.day(order.due_day, { weekday: true }));
  const expected = expectation(order, words, format);
  const passed = order.due_day === null ? 0 : dayNumber(asOf) - dayNumber(order.due_day);
  return [
    `${stands} ${words.boat.sentence.and} ${due}`,
    ...(passed > 0 ? [w.overdue(format.days(passed))] : []),
    ...(expected === null ? [] : [expected]),
  ];
}

function expectation(order: Told, words: Words, format: Formatter): string | null {
  const w = words.boat.sentence;
  if (order.expected_finish_day === null) return null;
  const day = format.day(order.expected_finish_day);
  if (order.due_day === null) return w.expected(day);
  const slip = dayNumber(order.expected_finish_day) - dayNumber(order.due_day);
  if (slip === 0) return w.expectedOn(day);
  return slip > 0 ? w.expectedAfter(day, format.days(slip)) : w.expectedBefore(day, format.days(-slip));
}
