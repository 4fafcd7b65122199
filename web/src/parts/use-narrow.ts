import { useSyncExternalStore } from 'react';

const narrow = matchMedia('(max-width: 48rem)');

function watch(changed: () => void): () => void {
  narrow.addEventListener('change', changed);
  return () => narrow.removeEventListener('change', changed);
}

/** Whether lists are shown as cards: the same width as in the styles. */
export function useNarrow(): boolean {
  return useSyncExternalStore(watch, () => narrow.matches);
}
