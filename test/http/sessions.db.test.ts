import { rm } from 'node:fs/promises';
import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { revokeKey } from '../../src/http/keys/keys.js';
import { localToken, localTokenHash, localTokenPath } from '../../src/http/keys/local-token.js';
import { parseToken } from '../../src/http/keys/token.js';
import { makeCode } from '../../src/http/sessions/sessions.js';
import { type Api, newApi, problemOf } from './support.js';

interface Rights {
  readonly key: string | null;
  readonly role: string | null;
  readonly may_read: boolean;
  readonly may_operate: boolean;
  readonly may_see_names: boolean;
}

/** A browser: it keeps the cookie that it is given, and says which page makes a call that changes something. */
class Browser {
  readonly api: Api;
  cookie: string | null = null;
  constructor(api: Api) {
    this.api = api;
  }

  async call(path: string, options: { post?: boolean; headers?: Record<string, string> } = {}) {
    const response = await fetch(`${this.api.url}${path}`, {
      method: options.post ? 'POST' : 'GET',
      headers: {
        ...(this.cookie === null ? {} : { cookie: this.cookie }),
        ...(options.post ? { origin: this.api.url } : {}),
        ...options.headers,
      },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair] = line.split(';');
      this.cookie = pair!.endsWith('=') ? null : pair!;
    }
    return response;
  }

  signIn(key: string): Promise<Response> {
    return this.call('/api/session', { post: true, headers: { authorization: `Bearer ${key}` } });
  }

  async rights(): Promise<Rights> {
    return (await (await this.call('/api/session')).json()) as Rights;
  }
}

/** fetch says of itself that it is a browser. */
function challengesOf(url: string, headers: Record<string, string>): Promise<string[]> {
  return new Promise((resolve, reject) => {
    request(url, { headers }, (response) => {
      response.resume();
      resolve(response.headersDistinct['www-authenticate'] ?? []);
    })
      .on('error', reject)
      .end();
  });
}

const nothing = { key: null, role: null, may_operate: false, may_see_names: false };

describe('a browser far from the server', () => {
  it('is told that it may not read, signs in with its key, and reads, operates or sees names as the key may', async () => {
    const api = await newApi({ local: false });
    for (const role of ['reader', 'operator', 'hr'] as const) {
      const browser = new Browser(api);
      expect(await browser.rights()).toEqual({ ...nothing, may_read: false });
      expect((await browser.call('/api/services')).status).toBe(401);
      const answer = await browser.signIn(await api.key(role));
      expect(answer.status).toBe(200);
      expect(answer.headers.getSetCookie()[0]).toMatch(
        /^prodplan_session=[\w-]{43}; Max-Age=34560000; Path=\/; HttpOnly; SameSite=Strict$/,
      );
      const rights = await browser.rights();
      expect(rights).toEqual(await answer.json());
      expect(rights).toMatchObject({
        role,
        may_read: true,
        may_operate: role === 'operator',
        may_see_names: role === 'hr',
      });
      expect((await browser.call('/api/services')).status).toBe(200);
      const job = await browser.call('/api/jobs/99/cancel', { post: true });
      expect(job.status, role).toBe(role === 'operator' ? 404 : 403);
    }
  });

  it('has its cookie sent by https only where it came by https', async () => {
    const api = await newApi({ local: false });
    const key = await api.key('reader');
    const browser = new Browser(api);
    const answer = await browser.call('/api/session', {
      post: true,
      headers: { authorization: `Bearer ${key}`, 'x-forwarded-proto': 'https' },
    });
    expect(answer.headers.getSetCookie()[0]).toMatch(/; Secure/);
  });

  it('signs out, and its secret opens nothing any more', async () => {
    const api = await newApi({ local: false });
    const browser = new Browser(api);
    await browser.signIn(await api.key('reader'));
    const { cookie } = browser;
    expect(await (await browser.call('/api/session/end', { post: true })).json()).toEqual({ ended: true });
    expect(browser.cookie).toBeNull();
    browser.cookie = cookie;
    expect((await browser.call('/api/services')).status).toBe(401);
    // It was told to forget the cookie.
    expect(browser.cookie).toBeNull();
    expect(await (await browser.call('/api/session/end', { post: true })).json()).toEqual({ ended: false });
  });

  it('is signed out where its key is revoked, and after thirty days without a call', async () => {
    const api = await newApi({ local: false });
    const { pool } = api.database;
    const [revoked, forgotten] = [new Browser(api), new Browser(api)];
    const key = await api.key('operator');
    await revoked.signIn(key);
    await forgotten.signIn(await api.key('reader'));
    await revokeKey(pool, parseToken(key)!.id);
    expect((await revoked.call('/api/services')).status).toBe(401);
    const age = async (days: number): Promise<unknown> =>
      await pool.query(`UPDATE api_sessions SET last_used_at = clock_timestamp() - $1 * interval '1 day'`, [
        days,
      ]);
    await age(29.9);
    expect((await forgotten.call('/api/services')).status).toBe(200);
    // That call counts: thirty days begin anew.
    await pool.query(`UPDATE api_sessions SET last_used_at = last_used_at - interval '29 days 23 hours'`);
    expect((await forgotten.call('/api/services')).status).toBe(200);
    await age(30.1);
    expect((await forgotten.call('/api/services')).status).toBe(401);
    // What has lapsed is cleared away with the next session.
    await new Browser(api).signIn(await api.key('reader'));
    expect((await pool.query('SELECT FROM api_sessions')).rowCount).toBe(1);
  });

  it('has no session by a wrong key, by none, by a password, or by another session', async () => {
    const api = await newApi({ local: false });
    const key = await api.key('operator');
    const browser = new Browser(api);
    const basic = `Basic ${Buffer.from(`excel:${key}`).toString('base64')}`;
    for (const [authorization, code] of [
      [`Bearer ${key.slice(0, -1)}${key.endsWith('A') ? 'B' : 'A'}`, 'BAD_KEY'],
      ['Bearer nada', 'BAD_KEY'],
      ['', 'KEY_REQUIRED'],
      [basic, 'KEY_REQUIRED'],
    ] as const) {
      const headers: Record<string, string> = authorization === '' ? {} : { authorization };
      const answer = await browser.call('/api/session', { post: true, headers });
      expect([answer.status, (await problemOf(answer)).code], authorization).toEqual([401, code]);
      expect(answer.headers.getSetCookie()).toEqual([]);
    }
    await browser.signIn(key);
    expect((await browser.call('/api/session', { post: true })).status).toBe(401);
  });

  it('changes nothing for a page that is not ours, though its cookie came along', async () => {
    const friend = 'https://outra.fabrica.example';
    const api = await newApi({ local: false, env: { PRODPLAN_CORS_ORIGINS: friend } });
    const browser = new Browser(api);
    await browser.signIn(await api.key('operator'));
    const from = async (headers: Record<string, string>): Promise<string> =>
      (await problemOf(await browser.call('/api/jobs/99/cancel', { post: true, headers }))).code;
    expect(await from({ origin: friend })).toBe('ORIGIN_REFUSED');
    expect(await from({ origin: 'null' })).toBe('ORIGIN_REFUSED');
    expect(await from({})).toBe('UNKNOWN_JOB_ID');
    const silent = await fetch(`${api.url}/api/jobs/99/cancel`, {
      method: 'POST',
      headers: { cookie: browser.cookie! },
    });
    expect((await problemOf(silent)).code).toBe('ORIGIN_REFUSED');
  });

  it('gets pages without a key: they show nothing by themselves', async () => {
    const api = await newApi({ local: false });
    const page = await api.get('/barcos', { headers: { accept: 'text/html' } });
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect((await api.get('/favicon.svg')).status).toBe(200);
    for (const path of ['/api/docs', '/api/nada', '/metrics', '/api'])
      expect((await api.get(path)).status, path).toBe(401);
  });
});

describe('a link that signs in', () => {
  it('opens one session, once, with the rights of who made it', async () => {
    const api = await newApi({ local: false });
    const key = await api.key('operator');
    const { pool } = api.database;
    const opener = { keyId: parseToken(key)!.id };
    const code = await makeCode(pool, opener);
    const [first, second] = [new Browser(api), new Browser(api)];
    // It is no key: it opens nothing else.
    expect((await api.get('/api/services', { key: code })).status).toBe(401);
    expect((await first.signIn(code)).status).toBe(200);
    expect(await first.rights()).toMatchObject({ key: parseToken(key)!.id, may_operate: true });
    expect((await second.signIn(code)).status).toBe(401);
    // Nor is it a session, nor good for longer than a minute.
    const late = await makeCode(pool, opener);
    second.cookie = `prodplan_session=${parseToken(late)!.secret}`;
    expect((await second.call('/api/services')).status).toBe(401);
    await pool.query(`UPDATE api_sessions SET code_until = code_until - interval '61 seconds'`);
    expect((await second.signIn(late)).status).toBe(401);
  });

  it('by the token of this machine, ends where the token is replaced, and where a proxy brings strangers', async () => {
    const api = await newApi();
    const browser = new Browser(api);
    expect(await browser.rights()).toEqual({ ...nothing, may_read: true });
    const localHash = (await localTokenHash(api.config.home))!;
    await browser.signIn(await makeCode(api.database.pool, { localTokenHash: localHash }));
    expect(await browser.rights()).toMatchObject({ key: 'local', may_operate: true });
    const { cookie } = browser;
    const forwarded = await browser.call('/api/session', { headers: { 'x-forwarded-for': '10.0.0.9' } });
    expect(await forwarded.json()).toEqual({ ...nothing, may_read: false });
    browser.cookie = cookie;
    await rm(localTokenPath(api.config.home));
    await localToken(api.config.home);
    expect(await browser.rights()).toEqual({ ...nothing, may_read: true });
  });
});

describe('a code of this machine', () => {
  it('opens nothing at a server that others reach, and leaves no session behind', async () => {
    const api = await newApi({ local: false });
    const browser = new Browser(api);
    const localHash = (await localTokenHash(api.config.home))!;
    const answer = await browser.signIn(await makeCode(api.database.pool, { localTokenHash: localHash }));
    expect([answer.status, answer.headers.getSetCookie()]).toEqual([401, []]);
    expect((await api.database.pool.query('SELECT FROM api_sessions')).rowCount).toBe(0);
  });
});

describe('a program that knows names and passwords only', () => {
  const basic = (key: string, name = 'excel'): Record<string, string> => ({
    authorization: `Basic ${Buffer.from(`${name}:${key}`).toString('base64')}`,
  });

  it('is told that it may send them, and a page is not', async () => {
    const api = await newApi({ local: false });
    const challenges = (headers: Record<string, string>, path = '/api/services'): Promise<string[]> =>
      challengesOf(`${api.url}${path}`, headers);
    const [bearer, password] = ['Bearer realm="prodplan"', 'Basic realm="prodplan", charset="UTF-8"'];
    expect(await challenges({})).toEqual([bearer, password]);
    for (const headers of [
      { 'sec-fetch-mode': 'cors' },
      { 'x-requested-with': 'prodplan' },
      { accept: 'text/html,*/*' },
      { accept: 'text/event-stream' },
    ])
      expect(await challenges(headers as Record<string, string>)).toEqual([bearer]);
    expect(await challenges({}, '/api/jobs')).toEqual([bearer]);
  });

  it('reads with a key as the password, whatever the name, and does nothing else', async () => {
    const api = await newApi({ local: false });
    const key = await api.key('operator');
    for (const name of ['', 'excel', 'ana.maria', 'domínio\\ana'])
      expect((await api.get('/api/services', { headers: basic(key, name) })).status, name).toBe(200);
    for (const wrong of ['', 'pp_', `${key}x`, `:${key}`])
      expect((await api.get('/api/services', { headers: basic(wrong) })).status, wrong).toBe(401);
    expect((await api.get('/api/jobs', { headers: basic(key) })).status).toBe(401);
    const post = await fetch(`${api.url}/api/jobs/99/cancel`, { method: 'POST', headers: basic(key) });
    expect(post.status).toBe(401);
  });

  it('sees names where its key does', async () => {
    const api = await newApi({ local: false });
    const rights = async (role: 'hr' | 'operator'): Promise<Rights> =>
      (await (await api.get('/api/session', { headers: basic(await api.key(role)) })).json()) as Rights;
    expect(await rights('hr')).toMatchObject({ may_see_names: true, may_operate: false });
    expect(await rights('operator')).toMatchObject({ may_see_names: false, may_operate: false });
  });
});
