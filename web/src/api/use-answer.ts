import { hashKey, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { askRecorded } from './address.ts';
import { ask } from './ask.ts';
import type { AnswerOf, Failure, ParamsOf, Path } from './client.ts';
import {
  answerKey,
  refreshPublication,
  stateOf,
  usePublication,
  type Version,
  versionIn,
} from './publication.ts';

/**
 * The answer to a question about the published data. Answers are kept by the state of the data that is published, and one of
 * a newer state waits until the whole page is of it: a page never shows two states side by side.
 */
export function useAnswer<P extends Path>(
  path: P,
  params?: ParamsOf<P>,
  { enabled = true }: { readonly enabled?: boolean } = {},
): UseQueryResult<AnswerOf<P>, Failure> {
  const queries = useQueryClient();
  const { data: published } = usePublication();
  const version = published?.support as Version | undefined;
  const state = version && stateOf(version);
  return useQuery<AnswerOf<P>, Failure>({
    queryKey: answerKey(state, path, params),
    queryFn: async ({ signal }) => {
      const answer = await askRecorded(path, params, signal);
      if (versionIn(answer) > (version?.data_version ?? 0)) {
        const { support } = answer as { readonly support: Version };
        queries.setQueryData(answerKey(stateOf(support), path, params), answer);
        await refreshPublication(queries);
      }
      return answer;
    },
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
