/** What a page is told: the server is there, it is gone, or this is what it has published. */
export type News =
  | { readonly kind: 'there' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'publication'; readonly data_version: number };

const firstPauseMs = 1_000;
const longestPauseMs = 30_000;

/**
 * Follows the server's events for as long as somebody wants them. A browser comes back by itself where a connection breaks off,
 * but never after a refusal (503, 401), and would come back every three seconds for ever to a server that said that it ends.
 */
export function followPublication(tell: (news: News) => void): { tryNow(): void } {
  let pauseMs = firstPauseMs;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let source: EventSource | null = null;

  const closeAndWait = (): void => {
    source?.close();
    source = null;
    tell({ kind: 'gone' });
    clearTimeout(timer);
    timer = setTimeout(open, pauseMs);
    pauseMs = Math.min(2 * pauseMs, longestPauseMs);
  };
  function open(): void {
    const opened = new EventSource('/api/publication/events');
    source = opened;
    opened.addEventListener('open', () => {
      pauseMs = firstPauseMs;
      tell({ kind: 'there' });
    });
    opened.addEventListener('publication', ({ data }) => {
      const { data_version } = JSON.parse(data) as { data_version: number };
      tell({ kind: 'publication', data_version });
    });
    opened.addEventListener('end', closeAndWait);
    opened.addEventListener('error', closeAndWait);
  }
  open();
  return {
    tryNow: () => {
      if (source !== null) return;
      clearTimeout(timer);
      pauseMs = firstPauseMs;
      open();
    },
  };
}
