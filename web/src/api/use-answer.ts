import { hashKey, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type AnswerOf, ask, type Failure, type ParamsOf, type Path } from './client.ts';
import { useSession } from './session.ts';

const poll_ms = 60_000;
const retry_ms = 5_000;

/** Of which run and state of the data an answer is. */
export interface Version {
  readonly run_id: number;
  readonly data_version: number;
  /** The dump's moment, the factory's time: `2023-04-30T18:00:00`. */
  readonly as_of: string;
}

/** The question whose answer tells what is published, and how far it carries. */
const publication = '/api/gates';
const publicationKey = ['publication'];

/** What is published now. Asked again each minute, and sooner while the server cannot be reached. */
export function usePublication(): UseQueryResult<AnswerOf<typeof publication>, Failure> {
  const { data: session } = useSession();
  return useQuery<AnswerOf<typeof publication>, Failure>({
    queryKey: publicationKey,
    queryFn: ({ signal }) => ask(publication, undefined, signal),
    // Known to be refused, it is not asked again and again.
    enabled: session?.may_read !== false,
    refetchInterval: ({ state }) => (state.status === 'error' ? retry_ms : poll_ms),
    refetchIntervalInBackground: false,
    refetchOnWindowFocus: true,
  });
}

type Answered = { readonly support: Version };

/**
 * The answer to a question about the published data. Answers are kept by the state of the data that is published, so
 * that a page never shows two states side by side for longer than it takes to notice.
 */
export function useAnswer<P extends Path>(
  path: P,
  params?: ParamsOf<P>,
  { enabled = true }: { readonly enabled?: boolean } = {},
): UseQueryResult<AnswerOf<P>, Failure> {
  const queries = useQueryClient();
  const { data: published } = usePublication();
  const version = published?.support as Version | undefined;
  const state = version && `${version.run_id}/${version.data_version}`;
  const result = useQuery<AnswerOf<P>, Failure>({
    queryKey: ['answer', state, path, params ?? {}],
    queryFn: ({ signal }) => ask(path, params, signal),
    enabled: enabled && state !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
    // Comparing two lists of all boats piece by piece takes longer than drawing one.
    structuralSharing: false,
    // The same question of the state before: what stood there stays until the new answer comes.
    placeholderData: (before, query) => {
      const [, , ...asked] = query?.queryKey ?? [];
      return hashKey(asked) === hashKey([path, params ?? {}]) ? before : undefined;
    },
  });
  const { run_id, data_version } = (result.data as Answered | undefined)?.support ?? version ?? {};
  const isNewer = state !== undefined && !result.isPlaceholderData && `${run_id}/${data_version}` !== state;
  useEffect(() => {
    if (isNewer) void queries.invalidateQueries({ queryKey: publicationKey });
  }, [isNewer, queries]);
  return result;
}

/** What does not depend on the data: asked once for as long as the page is open. */
export function useFixed<P extends Path>(
  path: P,
  params?: ParamsOf<P>,
  { enabled = true }: { readonly enabled?: boolean } = {},
): UseQueryResult<AnswerOf<P>, Failure> {
  return useQuery<AnswerOf<P>, Failure>({
    queryKey: ['fixed', path, params ?? {}],
    queryFn: ({ signal }) => ask(path, params, signal),
    enabled,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
