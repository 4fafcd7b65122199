import type { AnswerOf } from '../../api/client.ts';
import type { Formatter } from '../../words/format.ts';

export type TrendData = NonNullable<AnswerOf<'/api/quality/trend'>['data']>;
export type Point = TrendData['points'][number];

/** «mar 2023», or the week by its first day. */
export function periodOf(point: Pick<Point, 'start'>, { bucket }: TrendData, format: Formatter): string {
  return bucket === 'month' ? format.month(point.start) : format.day(point.start);
}
