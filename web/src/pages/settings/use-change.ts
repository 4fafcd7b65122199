import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Failure, type PostPath, tell } from '../../api/client.ts';
import { refreshPublication } from '../../api/publication.ts';

type State = 'idle' | 'sending' | 'saved' | Failure;

/** Decides something for everybody; what this page shows of it, and every figure that rests on it, is then asked for anew. */
export function useChange(path: PostPath, params?: object) {
  const queries = useQueryClient();
  const [state, setState] = useState<State>('idle');
  const change = async (body: object): Promise<void> => {
    setState('sending');
    try {
      await tell(path, { body, ...(params === undefined ? {} : { params }) });
      await Promise.all([
        queries.invalidateQueries({ queryKey: ['fixed', '/api/settings'] }),
        queries.invalidateQueries({ queryKey: ['fixed', '/api/settings/changes'] }),
        refreshPublication(queries),
      ]);
      setState('saved');
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      setState(error);
    }
  };
  return { state, change: (body: object) => void change(body) };
}
