import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask } from './ask.ts';
import { type AnswerOf, Failure, tell } from './client.ts';

export type Session = AnswerOf<'/api/session'>;

const sessionKey = ['session'];

/** What whoever sits here may do. */
export function useSession(): UseQueryResult<Session, Failure> {
  return useQuery<Session, Failure>({
    queryKey: sessionKey,
    queryFn: ({ signal }) => ask('/api/session', undefined, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

interface Door {
  /** Throws `Failure` for a key that opens nothing. */
  signIn(key: string): Promise<void>;
  signOut(): Promise<void>;
}

/** Whoever comes or goes sees other things: all that was asked is asked again. */
export function useDoor(): Door {
  const queries = useQueryClient();
  const anew = (): Promise<void> => queries.resetQueries();
  return {
    signIn: async (key) => {
      await beginSession(key);
      await anew();
    },
    signOut: async () => {
      await tell('/api/session/end');
      await anew();
    },
  };
}

/** Header values hold Latin letters only: what has others is no key. */
async function beginSession(key: string): Promise<void> {
  const authorization = `Bearer ${/^[\w-]+$/.test(key) ? key : '-'}`;
  await tell('/api/session', { headers: { authorization } });
}

const linkMark = '#entrar=';

/**
 * Signs in by the code that a link carries behind its `#`, where servers and their logs do not see it. The code is taken
 * out of the address, whether it still opens a session or not: what may not be seen then asks for a key.
 */
export async function enterByLink(): Promise<void> {
  if (!location.hash.startsWith(linkMark)) return;
  const code = location.hash.slice(linkMark.length);
  history.replaceState(history.state, '', location.pathname + location.search);
  await beginSession(code).catch((error: unknown) => {
    if (!(error instanceof Failure)) throw error;
  });
}
