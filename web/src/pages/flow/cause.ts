import type { AnswerOf } from '../../api/client.ts';
import type { FlowWords } from './words.ts';

export type Bottleneck = NonNullable<AnswerOf<'/api/prodplan/bottlenecks'>['data']>['phases'][number];
export type Cause = keyof FlowWords['causes'];

/** A phase that does a fifth less of what all do than it used to has slowed by itself. */
const slowedBelow = 0.8;
/** Of its own best pace. */
const fullFrom = 0.95;
const belowUntil = 0.8;

/** What the figures say of why boats stand there, the strongest reason first; they tell of pace, never of people. */
export function causeOf(phase: Bottleneck): Cause {
  const { relative_pace, utilisation, trend } = phase;
  if (relative_pace === null || utilisation === null) return 'UNKNOWN';
  if (relative_pace < slowedBelow) return 'SLOWED';
  if (utilisation >= fullFrom) return 'FULL';
  if (trend === 'FALLING') return 'FALLING';
  return utilisation < belowUntil ? 'BELOW' : 'STEADY';
}
