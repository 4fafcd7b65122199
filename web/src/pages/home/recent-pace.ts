import { useAnswer } from '../../api/use-answer.ts';
import { dayAfter } from '../../words/format.ts';

const window_days = 30;

/** The last day on which boats were finished, that day's figures, and those of the 30 days up to it. */
export function useRecentPace(day: string) {
  const last = useAnswer('/api/prodplan/orders', {
    query: { sort: '-finished', finished_to: day, state: 'DONE', limit: 1 },
  });
  const lastDay = last.data?.data?.[0]?.finished_at?.slice(0, 10);
  const enabled = lastDay !== undefined;
  const to = lastDay ?? day;
  const onDay = useAnswer('/api/kpis/overview', { query: { from: to, to } }, { enabled });
  const from = dayAfter(to, 1 - window_days);
  const before = useAnswer('/api/kpis/overview', { query: { from, to } }, { enabled });
  return { last, lastDay, onDay, before };
}
