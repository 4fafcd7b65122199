import { afterEach, expect, it, vi } from 'vitest';
import { gather } from './gather.ts';

afterEach(() => vi.unstubAllGlobals());

/** A server that answers each address with itself; `/bad` is refused. */
function serving(): string[] {
  const calls: string[] = [];
  vi.stubGlobal('fetch', async (url: string, { signal }: { signal: AbortSignal }) => {
    calls.push(url);
    await new Promise((resolve) => setTimeout(resolve, 5));
    signal.throwIfAborted();
    const of = new URL(url, 'http://here').searchParams.getAll('of');
    const answer = (one: string) => ({ status: one === '/bad' ? 404 : 200, answer: { is: one } });
    const body = of.length === 0 ? { is: url } : { answers: of.map(answer) };
    return new Response(JSON.stringify(body), { status: 200 });
  });
  return calls;
}

const ask = (url: string, signal = new AbortController().signal) => gather(url, signal, () => ({}));

it('what is asked for at the same moment goes in one call, and each gets its own answer', async () => {
  const calls = serving();
  const asked = ['/api/a?from=2023-01-01&to=2023-01-31', '/bad', '/api/b?state=A,B'];
  const said = await Promise.all(asked.map((one) => ask(one)));
  expect(said).toEqual(
    asked.map((one) => ({ ok: one !== '/bad', status: one === '/bad' ? 404 : 200, body: { is: one } })),
  );
  expect(calls).toEqual([
    '/api/answers?of=/api/a?from=2023-01-01%26to=2023-01-31&of=/bad&of=/api/b?state=A,B',
  ]);
});

it('one alone is asked for by its own address, and more than sixteen by several calls', async () => {
  const calls = serving();
  expect((await ask('/api/a')).body).toEqual({ is: '/api/a' });
  expect(calls).toEqual(['/api/a']);
  const many = Array.from({ length: 18 }, (_, n) => `/api/${n}`);
  const said = await Promise.all(many.map((one) => ask(one)));
  expect(said.map(({ body }) => (body as { is: string }).is)).toEqual(many);
  expect(calls).toHaveLength(3);
});

it('who no longer waits does not end the call of the others; the last one does', async () => {
  const calls = serving();
  const [one, other] = [new AbortController(), new AbortController()];
  const first = ask('/api/a', one.signal);
  const second = ask('/api/b', other.signal);
  one.abort();
  await expect(first).rejects.toThrow(/abort/i);
  expect((await second).body).toEqual({ is: '/api/b' });
  // By then only one was left.
  expect(calls).toEqual(['/api/b']);
  const both = [ask('/api/a', one.signal), ask('/api/b', other.signal)];
  other.abort();
  const ended = await Promise.allSettled(both);
  expect(ended.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});

it('a refusal of the whole call, and a server that is away, are told to each', async () => {
  vi.stubGlobal('fetch', async () => new Response('{"code":"BAD_KEY"}', { status: 401 }));
  const refused = await Promise.all([ask('/api/a'), ask('/api/b')]);
  expect(refused).toEqual([1, 2].map(() => ({ ok: false, status: 401, body: { code: 'BAD_KEY' } })));
  vi.stubGlobal('fetch', async () => {
    throw new TypeError('Failed to fetch');
  });
  const gone = await Promise.allSettled([ask('/api/a'), ask('/api/b')]);
  expect(gone.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
});
