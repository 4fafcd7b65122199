import { followPublication, type News } from './publication-stream.ts';

/**
 * Runs once for all tabs of this browser: a browser allows six connections to a server, and six open streams would
 * leave none to ask anything over.
 */
const pages = new Set<MessagePort>();
let last: News | null = null;

const stream = followPublication((news) => {
  last = news;
  for (const page of pages) page.postMessage(news);
});

/** A page says `again` when it could sign in, or believes the server to be back, and `bye` when it goes. */
function take(page: MessagePort): void {
  pages.add(page);
  page.onmessage = ({ data }: MessageEvent<string>) => {
    if (data === 'again') stream.tryNow();
    if (data === 'bye') pages.delete(page);
  };
  if (last !== null) page.postMessage(last);
}

addEventListener('connect', (event) => take((event as MessageEvent).ports[0]!));
