import { useEffect } from 'react';
import { useAnswer } from '../../api/use-answer.ts';

const lookMs = 1_000;

/** A run as it stands; while it works it is asked for again and again, so that its page ends where the run does. */
export function useRun(run: number) {
  const result = useAnswer('/api/ingestion/runs/{run_id}', { path: { run_id: run } });
  const isUnderWay = result.data?.data.status === 'running';
  const { refetch } = result;
  useEffect(() => {
    if (!isUnderWay) return;
    const timer = setInterval(() => void refetch(), lookMs);
    return () => clearInterval(timer);
  }, [isUnderWay, refetch]);
  return result;
}
