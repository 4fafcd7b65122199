import { once } from 'node:events';
import { createServer, request } from 'node:http';
import { settled, visitor } from './browser.mjs';

export const tabs = 8;

/** Open streams of events at once, while so many tabs are open: counted by what stands between browser and server. */
export async function countStreams({ browser, url }) {
  const counted = { open: 0, most: 0 };
  const { port } = new URL(url);
  const proxy = createServer((asked, answer) => {
    const isStream = asked.url.includes('/events');
    const passed = request(
      { host: '127.0.0.1', port, method: asked.method, path: asked.url, headers: asked.headers },
      (got) => {
        answer.writeHead(got.statusCode, got.headers);
        got.pipe(answer);
      },
    );
    if (isStream) {
      counted.open++;
      counted.most = Math.max(counted.most, counted.open);
      answer.once('close', () => {
        counted.open--;
        passed.destroy();
      });
    }
    passed.on('error', () => answer.destroy());
    asked.pipe(passed);
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const context = await visitor(browser, `http://127.0.0.1:${proxy.address().port}`);
  try {
    for (let n = 0; n < tabs; n++) {
      const page = await context.newPage();
      await page.goto(['/', '/fluxo', '/qualidade', '/expedicoes'][n % 4]);
      await settled(page);
    }
    return { tabs, streams: counted.open, most: counted.most };
  } finally {
    await context.close();
    proxy.closeAllConnections();
    proxy.close();
  }
}
