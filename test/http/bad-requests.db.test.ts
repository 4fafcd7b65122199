import { readdir } from 'node:fs/promises';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { z } from 'zod';
import { endpoints } from '../../src/http/endpoints/index.js';
import { problemOf as problemFor } from '../../src/http/errors/problem.js';
import { dumpWorkbook, smallDump } from '../support/dump.js';
import { type Api, newApi, problemOf } from './support.js';

/** Writes bytes to the server and reads until it closes the connection. */
function raw(api: Api, text: string): Promise<string> {
  const { hostname, port } = new URL(api.url);
  return new Promise((resolve) => {
    let answer = '';
    const socket = connect(Number(port), hostname, () => socket.end(text));
    socket.on('data', (chunk) => (answer += chunk));
    socket.on('close', () => resolve(answer));
    socket.on('error', () => {});
  });
}

async function post(api: Api, type: string, body: string): Promise<Response> {
  return await fetch(`${api.url}/api/ingestion/runs`, {
    method: 'POST',
    headers: { authorization: `Bearer ${api.token}`, 'content-type': type },
    body,
  });
}

describe('what is no request', () => {
  it.each([
    ['a method that does not exist', 'BOGUS / HTTP/1.1\r\nHost: x\r\n\r\n', 400, 'BAD_REQUEST'],
    ['no HTTP at all', 'olá\r\n\r\n', 400, 'BAD_REQUEST'],
    ['headers without end', `GET / HTTP/1.1\r\nX: ${'a'.repeat(20_000)}\r\n`, 431, 'HEADERS_TOO_LARGE'],
  ])('%s is refused as a problem', async (_, text, status, code) => {
    const api = await newApi();
    const answer = await raw(api, text);
    expect(answer).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    expect(answer).toContain('content-type: application/problem+json');
    expect(JSON.parse(answer.split('\r\n\r\n')[1]!)).toMatchObject({ status, code });
    expect((await api.get('/health/live')).status).toBe(200);
  });
});

it('a HEAD with headers without end is refused without a body, which would be taken for the next answer', async () => {
  const api = await newApi();
  const answer = await raw(api, `HEAD / HTTP/1.1\r\nX: ${'a'.repeat(20_000)}\r\n`);
  expect(answer).toMatch(/^HTTP\/1\.1 431 /);
  expect(answer.split('\r\n\r\n')[1]).toBe('');
});

describe('a body that is none', () => {
  const part = '--zz\r\nContent-Disposition: form-data; name="file"; filename="x.xlsx"\r\n\r\n';
  const form = 'multipart/form-data; boundary=zz';
  const bodies = [
    ['a form without a boundary', 'multipart/form-data', 'x', 400, 'BAD_BODY'],
    ['a form with another boundary', form, '--yy\r\n\r\n', 400, 'BAD_BODY'],
    ['a form that ends within its file', form, `${part}abc`, 400, 'BAD_BODY'],
    ['a form of nothing', form, '', 400, 'BAD_BODY'],
    ['two files', form, `${part}a\r\n${part}b\r\n--zz--\r\n`, 400, 'BAD_BODY'],
    ['half a JSON', 'application/json', '{"path":', 400, 'BAD_BODY'],
    ['a JSON list', 'application/json', '[]', 400, 'BAD_BODY'],
    ['nested too deep', 'application/json', '['.repeat(20_000), 400, 'BAD_BODY'],
    ['a prototype', 'application/json', '{"__proto__":{"a":1},"path":"x"}', 400, 'BAD_BODY'],
    ['too long', 'application/json', JSON.stringify({ path: 'x'.repeat(100_000) }), 413, 'TOO_LARGE'],
    ['plain text', 'text/plain', 'x', 415, 'UNSUPPORTED_TYPE'],
    ['another type', 'application/xml', '<x/>', 415, 'UNSUPPORTED_TYPE'],
  ] as const;
  it('is refused, whatever it says of itself', async () => {
    const api = await newApi();
    for (const [what, type, body, status, code] of bodies) {
      const answer = await post(api, type, body);
      expect([answer.status, (await problemOf(answer)).code], what).toEqual([status, code]);
      expect(await filesOf(api)).toEqual([]);
    }
  });

  it('names what is missing and what has another type', async () => {
    const api = await newApi();
    const missing = await problemOf(await post(api, 'application/json', '{}'));
    expect(missing.parameters).toEqual([{ parameter: 'path', message: 'falta' }]);
    const wrong = await problemOf(await post(api, 'application/json', '{"path":5}'));
    expect(wrong.parameters?.[0]?.message).toMatch(/número/);
    const twice = await problemOf(await api.get('/api/prodplan/orders?limit=1&limit=2'));
    expect(twice.parameters?.map((one) => one.parameter)).toEqual(['limit']);
    // Its reader's language is that of every word, not of the title alone.
    const headers = { 'accept-language': 'en' };
    const english = await problemOf(await fetch(`${api.url}/api/prodplan/orders?limt=1`, { headers }));
    expect(english.parameters).toEqual([{ parameter: 'limt', message: 'there is no such parameter here' }]);
    expect(english.detail).toBe('Wrong parameters: limt: there is no such parameter here.');
  });
});

async function filesOf(api: Api): Promise<string[]> {
  return await readdir(join(api.config.http.inbox, 'uploads')).catch(() => []);
}

describe('an upload', () => {
  it('that is no workbook is called by the name that its sender gave it', async () => {
    const api = await newApi();
    const body = new FormData();
    body.set('file', new Blob(['nada']), 'Folha de ontem.xlsx');
    const headers = { authorization: `Bearer ${api.token}` };
    const answer = await fetch(`${api.url}/api/ingestion/runs`, { method: 'POST', headers, body });
    expect((await problemOf(answer)).detail).toMatch(/Folha de ontem\.xlsx/);
  });

  it('whose sender goes away leaves nothing behind, and is written down', async () => {
    const api = await newApi();
    const { host, hostname, port } = new URL(api.url);
    const socket = connect(Number(port), hostname);
    socket.write(
      `POST /api/ingestion/runs HTTP/1.1\r\nHost: ${host}\r\nAuthorization: Bearer ${api.token}\r\n` +
        'Content-Type: multipart/form-data; boundary=zz\r\nContent-Length: 9000000\r\n\r\n' +
        '--zz\r\nContent-Disposition: form-data; name="file"; filename="x.xlsx"\r\n\r\n',
    );
    socket.write(dumpWorkbook(smallDump()));
    while ((await filesOf(api)).length === 0) await sleep(20);
    socket.destroy();
    while ((await filesOf(api)).length > 0) await sleep(20);
    const audit = async () => (await api.database.pool.query('SELECT code FROM api_audit')).rows;
    while ((await audit())[0]?.code == null) await sleep(20);
    expect(await audit()).toEqual([{ code: 'CLIENT_GONE' }]);
    expect(api.log()).not.toContain('"level":"error"');
  });

  it('of the same workbook several times at once is one job', async () => {
    const api = await newApi();
    const workbook = new Uint8Array(dumpWorkbook(smallDump()));
    const answers = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const body = new FormData();
        body.set('file', new Blob([workbook]), 'x.xlsx');
        const headers = { authorization: `Bearer ${api.token}` };
        const answer = await fetch(`${api.url}/api/ingestion/runs`, { method: 'POST', headers, body });
        expect(answer.status).toBe(202);
        return (await answer.json()) as { job_id: string; is_new: boolean };
      }),
    );
    expect(new Set(answers.map((one) => one.job_id)).size).toBe(1);
    expect(answers.filter((one) => one.is_new)).toHaveLength(1);
    expect(await filesOf(api)).toEqual([]);
  });
});

it('before anything is published every address says so, or answers what it can', async () => {
  const api = await newApi();
  for (const one of endpoints) {
    const path = one.path.replaceAll('{name}', 'prodplan.orders').replaceAll(/\{\w+\}/g, '1');
    const answer = await fetch(`${api.url}${path}${mustBeGiven(one)}`, {
      method: one.method,
      headers: { authorization: `Bearer ${api.token}`, 'content-type': 'application/json' },
      ...(one.method === 'POST' ? { body: '{}' } : {}),
    });
    if (/^(prodplan|quality|smartinventory|kpis|evidence)\./.test(one.name)) {
      expect(answer.status, path).toBe(409);
      expect(await problemOf(answer)).toMatchObject({
        code: 'NOTHING_PUBLISHED',
        remedy: expect.stringContaining('ingest'),
      });
    } else expect([200, 400, 404], path).toContain(answer.status);
  }
});

/** The parameters of a question that have to be given, apart from those in its path. */
function mustBeGiven({ path, params, method }: (typeof endpoints)[number]): string {
  if (method !== 'GET') return '';
  const shape = params.shape as Record<string, z.ZodType>;
  const names = Object.keys(shape).filter(
    (name) => !path.includes(`{${name}}`) && !shape[name]!.safeParse(undefined).success,
  );
  return names.length === 0 ? '' : `?${names.map((name) => `${name}=1`).join('&')}`;
}

describe('a failure of the database', () => {
  it('is told in its own words, never in those of the database', () => {
    const thrown = (code: string) => Object.assign(new Error('SELECT secret FROM host 10.0.0.1'), { code });
    for (const [code, status, name] of [
      ['57014', 503, 'TIMEOUT'],
      ['57P01', 503, 'DATABASE_LOST'],
      ['ECONNREFUSED', 503, 'DATABASE_UNREACHABLE'],
      ['53300', 503, 'DATABASE_UNREACHABLE'],
      ['53200', 503, 'DATABASE_OUT_OF_MEMORY'],
      ['53100', 503, 'DISK_FULL'],
      ['42601', 500, 'UNEXPECTED'],
    ] as const) {
      const problem = problemFor(thrown(code), 'x', 'pt');
      expect([problem.status, problem.code]).toEqual([status, name]);
      expect(JSON.stringify(problem)).not.toMatch(/secret|10\.0\.0\.1/);
    }
  });
});
