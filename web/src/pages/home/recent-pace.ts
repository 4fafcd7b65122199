import { useAnswer } from '../../api/use-answer.ts';
import { dayAfter } from '../../words/format.ts';

const windowDays = 30;

/** The last day on which boats were finished, that day's boats, and the figures of the 30 days up to it. */
export function useRecentPace(day: string) {
  const last = useAnswer('/api/prodplan/orders', {
    query: { sort: '-finished', finished_to: day, state: 'DONE', limit: 1 },
  });
  const lastDay = last.data?.data?.[0]?.finished_at?.slice(0, 10);
  const enabled = lastDay !== undefined;
  const to = lastDay ?? day;
  // Counted as a list: of a period with so few boats there are no rates.
  const onDay = useAnswer(
    '/api/prodplan/orders',
    { query: { finished_from: to, finished_to: to, state: 'DONE', limit: 1 } },
    { enabled },
  );
  const from = dayAfter(to, 1 - windowDays);
  const before = useAnswer('/api/kpis/overview', { query: { from, to } }, { enabled });
  return { last, lastDay, onDay, before };
}
