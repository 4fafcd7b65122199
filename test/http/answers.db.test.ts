import { expect, it } from 'vitest';
import { smallDump } from '../support/dump.js';
import { type Api, newApi } from './support.js';

interface Several {
  readonly answers: readonly { readonly status: number; readonly answer: Record<string, unknown> }[];
}

const several = (of: readonly string[]): string =>
  `/api/answers?${of.map((one) => `of=${encodeURIComponent(one)}`).join('&')}`;

async function ask(api: Api, of: readonly string[], key?: string): Promise<Several['answers']> {
  const answer = await api.get(several(of), key === undefined ? {} : { key });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as Several).answers;
}

it('each of several answers is what its own address gives, refusals too', async () => {
  const api = await newApi({ holding: smallDump() });
  const of = [
    '/api/session',
    '/api/gates',
    '/api/factory',
    '/api/ingestion/runs/1',
    '/api/prodplan/orders?state=DONE,IN_PROGRESS&limit=2',
    '/api/prodplan/orders/999999',
    '/api/prodplan/orders?familia=nada',
    '/api/nada',
  ];
  const answers = await ask(api, of);
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 404, 400, 404]);
  for (const [n, path] of of.entries()) {
    const alone = await api.get(path);
    const { instance: _, ...body } = answers[n]!.answer;
    const { instance: __, ...expected } = (await alone.json()) as Record<string, unknown>;
    expect([answers[n]!.status, body], path).toEqual([alone.status, expected]);
  }
});

it('whoever may not see one is refused that one, and nothing that changes something is done', async () => {
  const api = await newApi({ holding: smallDump(), local: false });
  const reader = await api.key('reader');
  const of = ['/api/session', '/api/gates', '/api/keys'];
  expect((await ask(api, of)).map(({ status }) => status)).toEqual([200, 401, 401]);
  expect((await ask(api, of, reader)).map(({ status }) => status)).toEqual([200, 200, 403]);
  const changing = [
    '/api/session/end',
    '/api/publication/events',
    '/api/answers?of=/api/session',
    '//other/api/gates',
  ];
  expect((await ask(api, changing, reader)).map(({ status }) => status)).toEqual([404, 404, 404, 404]);
  const files = await ask(api, ['/api/gates?format=csv'], reader);
  expect([files[0]!.status, files[0]!.answer.code]).toEqual([406, 'NOT_ACCEPTABLE']);
});

it('is not sent again where nothing has changed, and speaks the language that is asked for', async () => {
  const api = await newApi({ holding: smallDump() });
  const path = several(['/api/gates', '/api/session']);
  const first = await api.get(path);
  const etag = first.headers.get('etag')!;
  expect((await api.get(path, { headers: { 'if-none-match': etag } })).status).toBe(304);
  const next = smallDump();
  next.ordens_fabrico!.pop();
  await api.ingest(next, { force: true });
  const after = await api.get(path, { headers: { 'if-none-match': etag } });
  expect(after.status).toBe(200);
  const english = await api.get(several(['/api/nada']), { headers: { 'accept-language': 'en' } });
  const { answers } = (await english.json()) as Several;
  expect(answers[0]!.answer.detail).toContain('There is nothing at');
});

it('more than sixteen, or none, are refused', async () => {
  const api = await newApi({ holding: smallDump() });
  expect((await api.get('/api/answers')).status).toBe(400);
  const many = Array.from({ length: 17 }, () => '/api/session');
  expect((await api.get(several(many))).status).toBe(400);
  expect((await api.get(several(many.slice(1)))).status).toBe(200);
});
