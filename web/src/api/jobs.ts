import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { ask } from './ask.ts';
import type { AnswerOf, Failure } from './client.ts';
import { refreshPublication } from './publication.ts';

type JobAnswer = AnswerOf<'/api/jobs/{id}'>;

/** What a run tells of itself while it works; `progress` of a job that takes a workbook in, or goes back to another run. */
export interface RunProgress {
  readonly run_id: number | null;
  readonly stage: string | null;
  readonly sheets: Readonly<
    Record<string, { readonly rows: number; readonly read: boolean; readonly merged: boolean }>
  >;
}

/** How such a run ended. */
export interface RunResult {
  readonly status: 'completed' | 'unchanged';
  readonly run_id: number;
  readonly sheets: readonly {
    readonly sheet: string;
    readonly rows: number;
    readonly inserted: number;
    readonly updated: number;
    readonly unchanged: number;
    readonly duplicates: number;
    readonly rejected: number;
    readonly gone: number;
  }[];
}

export type RunJob = Omit<JobAnswer, 'progress' | 'result'> & {
  readonly progress: RunProgress | null;
  readonly result: RunResult | null;
};

const lookMs = 500;

export function hasEnded({ state }: Pick<RunJob, 'state'>): boolean {
  return state === 'completed' || state === 'failed';
}

/** Follows a job that publishes until it has ended; then what the pages know of runs is asked for anew. */
export function useRunJob(id: string): UseQueryResult<RunJob, Failure> {
  const queries = useQueryClient();
  const result = useQuery<RunJob, Failure>({
    queryKey: ['job', id],
    queryFn: async ({ signal }) =>
      (await ask('/api/jobs/{id}', { path: { id } }, signal)) as unknown as RunJob,
    // A server that is away comes back, and the job goes on meanwhile; one that is not known there stays so.
    refetchInterval: ({ state: { data, error } }) =>
      (data !== undefined && hasEnded(data)) || (error?.problem ?? null) !== null ? false : lookMs,
  });
  const isOver = result.data !== undefined && hasEnded(result.data);
  useEffect(() => {
    if (!isOver) return;
    void refreshPublication(queries);
    // Runs that failed are on record too, and publish nothing that would tell.
    void queries.invalidateQueries({
      predicate: ({ queryKey: [kind, , path] }) => kind === 'answer' && path === '/api/ingestion/runs',
    });
  }, [isOver, queries]);
  return result;
}
