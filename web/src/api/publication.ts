import { type QueryClient, type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { askRecorded } from './address.ts';
import type { AnswerOf, Failure, ParamsOf, Path } from './client.ts';
import type { News } from './publication-stream.ts';
import { useSession } from './session.ts';

const pollMs = 60_000;
const retryMs = 5_000;

/** Of which run and state of the data an answer is. */
export interface Version {
  readonly run_id: number;
  readonly data_version: number;
  /** The dump's moment, the factory's time: `2023-04-30T18:00:00`. */
  readonly as_of: string;
}

/** The question whose answer tells what is published, and how far it carries. */
const publication = '/api/gates';
type Published = AnswerOf<typeof publication>;
const publicationKey = ['publication'];

/** Names a state of the data in the keys of answers. */
export function stateOf({ run_id, data_version }: Version): string {
  return `${run_id}/${data_version}`;
}

export function answerKey(state: string | undefined, path: Path, params: unknown): readonly unknown[] {
  return ['answer', state, path, params ?? {}];
}

/** What is published now. Asked again each minute, sooner while the server cannot be reached, and at once when the stream tells. */
export function usePublication(): UseQueryResult<Published, Failure> {
  const queries = useQueryClient();
  const { data: session } = useSession();
  return useQuery<Published, Failure>({
    queryKey: publicationKey,
    queryFn: ({ signal }) => readWhole(queries, signal),
    // Known to be refused, it is not asked again and again.
    enabled: session?.may_read !== false,
    refetchInterval: ({ state }) => (state.status === 'error' ? retryMs : pollMs),
    refetchIntervalInBackground: false,
    refetchOnWindowFocus: true,
    // A part of the page that comes later asks nothing that the page knows.
    refetchOnMount: false,
  });
}

/** Asks anew what is published; whoever waits for it finds the page in the newest state. */
export async function refreshPublication(queries: QueryClient): Promise<void> {
  await queries.invalidateQueries({ queryKey: publicationKey });
}

/**
 * What is published. Where that is newer than what the page shows, all that the page shows is asked for first, so that it
 * changes from one state to the next in one piece.
 */
async function readWhole(queries: QueryClient, signal: AbortSignal): Promise<Published> {
  const { data: shown, status } = queries.getQueryState<Published>(publicationKey) ?? {};
  const published = await askRecorded(publication, undefined, signal);
  if (status === 'error') askForWhatFailed(queries);
  const [before, after] = [shown?.support, published.support].map((one) => one && stateOf(one as Version));
  if (before !== undefined && before !== after) await askAgain(queries, before, published.support as Version);
  return published;
}

/** The server is back: what could not be had from it meanwhile is asked for again. */
function askForWhatFailed(queries: QueryClient): void {
  void queries.refetchQueries({
    type: 'active',
    predicate: ({ state, queryKey: [kind] }) => state.status === 'error' && kind !== publicationKey[0],
  });
}

async function askAgain(queries: QueryClient, before: string, after: Version): Promise<void> {
  const shown = queries.getQueryCache().findAll({ queryKey: ['answer', before], type: 'active' });
  const asked = shown.map(({ queryKey: [, , path, params] }) =>
    queries.fetchQuery({
      queryKey: answerKey(stateOf(after), path as Path, params),
      queryFn: async ({ signal }) => {
        const answer = await askRecorded(path as Path, params as ParamsOf<Path>, signal);
        // Published again meanwhile: the page asks for this one by itself, and finds that out.
        if (versionIn(answer) > after.data_version) throw new Error('newer than what is being taken over');
        return answer;
      },
      staleTime: Number.POSITIVE_INFINITY,
      structuralSharing: false,
      retry: false,
    }),
  );
  // What cannot be had now is asked for again, and its failure shown, where it stands.
  await Promise.allSettled(asked);
}

/** The version of the data that an answer is of; 0 where it tells none, as of a run that has published nothing. */
export function versionIn(answer: unknown): number {
  const { support } = answer as { support?: { data_version?: number | null } };
  return support?.data_version ?? 0;
}

let worker: SharedWorker | null = null;

/**
 * Hears of publications as they happen. Where the browser has no worker for all its tabs (Chrome on Android), what is published
 * is asked for each minute, as it is beside the stream.
 */
export function usePublicationEvents(): void {
  const queries = useQueryClient();
  const { data: session } = useSession();
  const mayRead = session?.may_read === true;
  useEffect(() => {
    if (!mayRead || typeof SharedWorker === 'undefined') return;
    worker ??= new SharedWorker(new URL('./stream-worker.ts', import.meta.url), { type: 'module' });
    const { port } = worker;
    port.onmessage = ({ data }: MessageEvent<News>) => {
      const shown = queries.getQueryState<Published>(publicationKey);
      const isNews =
        data.kind === 'publication'
          ? data.data_version !== (shown?.data && versionIn(shown.data))
          : // Gone: is it so for us too? There again: what was shown as gone is asked for.
            data.kind === 'gone' || shown?.status === 'error';
      if (isNews && shown?.fetchStatus !== 'fetching') void refreshPublication(queries);
    };
    port.postMessage('again');
    const leave = (): void => port.postMessage('bye');
    addEventListener('pagehide', leave);
    return () => removeEventListener('pagehide', leave);
  }, [mayRead, queries]);
}
