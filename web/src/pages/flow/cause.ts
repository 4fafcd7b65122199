import type { AnswerOf } from '../../api/client.ts';
import type { FlowWords } from './words.ts';

export type Bottleneck = NonNullable<AnswerOf<'/api/prodplan/bottlenecks'>['data']>['phases'][number];
export type Cause = keyof FlowWords['causes'];

/** A phase that does a fifth less of what all do than it used to has slowed by itself. */
const slowed_below = 0.8;
/** Of its own best pace. */
const full_from = 0.95;
const below_until = 0.8;

/** What the figures say of why boats stand there, the strongest reason first; they tell of pace, never of people. */
export function causeOf(phase: Bottleneck): Cause {
  const { relative_pace, utilisation, trend } = phase;
  if (relative_pace === null || utilisation === null) return 'UNKNOWN';
  if (relative_pace < slowed_below) return 'SLOWED';
  if (utilisation >= full_from) return 'FULL';
  if (trend === 'FALLING') return 'FALLING';
  return utilisation < below_until ? 'BELOW' : 'STEADY';
}
