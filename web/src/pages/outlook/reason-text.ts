import type { Formatter } from '../../words/format.ts';
import type { OutlookWords, ReasonCode } from './words.ts';

interface Reasoned {
  readonly reason: ReasonCode;
  readonly reason_value: number | null;
  readonly reason_usual: number | null;
}

/** Why a boat is expected when it is, with its numbers. */
export function reasonText(w: OutlookWords, one: Reasoned, format: Formatter): string {
  const { reason, reason_value: value, reason_usual: usual } = one;
  const days = (count: number | null): string =>
    count === null ? w.unknownTime : format.hours(24 * Math.abs(count));
  switch (reason) {
    case 'REWORK':
      return w.why.rework(format.number(value), value ?? 0);
    case 'NOT_BEGUN':
      return usual === null ? w.why.notBegun(days(value)) : w.why.notBegunUsual(days(value), days(usual));
    case 'STANDING':
      return w.why.standing(days(value), days(usual));
    case 'QUEUE':
      return w.why.queue(format.number(value), value ?? 0, days(usual));
    case 'DUE_BEFORE':
      return (value ?? 0) < 0
        ? w.why.duePassed(days(value), days(usual))
        : w.why.dueBefore(days(value), days(usual));
    case 'RARE_MODEL':
      return w.why.rare(format.number(value), value ?? 0);
    default:
      return w.reasons[reason];
  }
}
