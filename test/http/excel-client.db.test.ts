import { writeFile } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openWorkbook } from '../../src/workbook/index.js';
import { smallDump, temporaryFolder } from '../support/dump.js';
import { type Api, newApi } from './support.js';

/** What Excel («Da Web») and Power BI send: a program's name, any type, nothing of a browser. */
const likeExcel = {
  'user-agent': 'Microsoft.Data.Mashup (https://go.microsoft.com/fwlink/?LinkID=304225)',
  accept: '*/*',
};

interface Told {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** Not `fetch`, which says of itself that it is a browser. */
async function call(
  url: string,
  method: 'GET' | 'HEAD' | 'POST',
  headers: OutgoingHttpHeaders,
): Promise<Told> {
  return await new Promise((resolve, reject) => {
    const asked = request(url, { method, headers: { ...likeExcel, ...headers } }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('error', reject);
      response.on('end', () =>
        resolve({ status: response.statusCode!, headers: response.headers, body: Buffer.concat(pieces) }),
      );
    });
    asked.on('error', reject);
    asked.end();
  });
}

const basic = (password: string) => ({
  authorization: `Basic ${Buffer.from(`excel:${password}`).toString('base64')}`,
});

/**
 * They ask without a key, learn from the challenge how they may sign in, ask again with a name and a password, follow
 * redirects, and look at the head before they take the whole.
 */
async function fetchLikeExcel(url: string, password: string): Promise<Buffer> {
  let at = url;
  for (let hops = 0; hops < 5; hops++) {
    const first = await call(at, 'HEAD', {});
    if (first.status >= 300 && first.status < 400) {
      at = new URL(first.headers.location!, at).href;
      continue;
    }
    expect(first.status).toBe(401);
    expect(String(first.headers['www-authenticate'])).toMatch(/Basic realm="prodplan"/);
    const head = await call(at, 'HEAD', basic(password));
    expect([head.status, head.body.length]).toEqual([200, 0]);
    const whole = await call(at, 'GET', basic(password));
    expect(whole.status).toBe(200);
    return whole.body;
  }
  throw new Error('too many redirects');
}

async function rowsOf(content: Buffer): Promise<number> {
  const path = join(await temporaryFolder(), 'x.xlsx');
  await writeFile(path, content);
  const workbook = await openWorkbook(path);
  let rows = 0;
  await workbook.readSheet(workbook.sheets[0]!, () => {
    rows++;
  });
  await workbook.close();
  return rows;
}

/** As a proxy does that sends whoever comes by the old address to the new one. */
async function redirecting(api: Api): Promise<string> {
  const server = createServer((asked, response) => {
    response.writeHead(308, { location: `${api.url}${asked.url}` }).end();
  });
  onTestFinished(() => void server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as { port: number }).port}`;
}

it('Excel and Power BI sign in with a key as password, and read each format', async () => {
  const api = await newApi({ holding: smallDump(), local: false });
  const key = await api.key('reader');
  const { data } = (await (await api.get('/api/prodplan/orders?limit=1000', { key })).json()) as {
    data: unknown[];
  };
  const path = '/api/prodplan/orders?format=';
  for (const base of [api.url, await redirecting(api)]) {
    const workbook = await fetchLikeExcel(`${base}${path}xlsx`, key);
    expect(await rowsOf(workbook)).toBe(data.length + 1);
    const csv = (await fetchLikeExcel(`${base}${path}csv-pt`, key)).toString();
    expect(csv.trimEnd().split('\r\n')).toHaveLength(data.length + 1);
    const json = JSON.parse((await fetchLikeExcel(`${base}${path}json&limit=1000`, key)).toString()) as {
      data: unknown[];
    };
    expect(json.data).toEqual(data);
  }
});

it('a wrong password is refused, and never opens what changes something', async () => {
  const api = await newApi({ holding: smallDump(), local: false });
  const wrong = await call(`${api.url}/api/prodplan/orders?format=xlsx`, 'GET', basic('pp_nada'));
  expect(wrong.status).toBe(401);
  const operator = await api.key('operator');
  expect((await call(`${api.url}/api/prodplan/orders`, 'GET', basic(operator))).status).toBe(200);
  expect((await call(`${api.url}/api/jobs`, 'POST', basic(operator))).status).toBe(401);
});
