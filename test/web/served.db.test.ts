import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { newApi } from '../http/support.js';

const assets = readdirSync(fileURLToPath(new URL('../../dist/web/assets', import.meta.url)));
const page = { accept: 'text/html,application/xhtml+xml' };

it('every address of a page is the one document, with a policy that takes no code but its own files', async () => {
  const api = await newApi();
  const texts = new Set<string>();
  for (const path of ['/', '/barcos', '/barcos/899297', '/barcos?estado=OPEN', '/que/nao/existe']) {
    const answer = await api.get(path, { headers: page });
    expect([answer.status, answer.headers.get('content-type')], path).toEqual([
      200,
      'text/html; charset=utf-8',
    ]);
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    const policy = answer.headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe');
    texts.add(await answer.text());
  }
  expect(texts.size).toBe(1);
  const [text] = texts;
  expect(text).toContain('<div id="root">');
  // The policy refuses what stands within the document.
  expect(text).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|https?:/);
});

it('what is no page stays what it is: the API, files that are not there, other methods', async () => {
  const api = await newApi();
  for (const path of ['/api/nada', '/assets/nada.js', '/health/nada', '/metrics/nada']) {
    const answer = await api.get(path, { headers: page });
    expect([answer.status, ((await answer.json()) as { code: string }).code], path).toEqual([
      404,
      'NO_SUCH_ADDRESS',
    ]);
  }
  expect((await api.get('/barcos', { headers: { accept: 'application/json' } })).status).toBe(404);
  expect((await fetch(`${api.url}/barcos`, { method: 'POST', headers: page })).status).toBe(404);
  const docs = await api.get('/api/docs/', { headers: page });
  expect(docs.headers.get('content-security-policy')).toContain("'unsafe-inline'");
});

it('hashed files are kept for a year and come as they were compressed; those without a hash are asked for again', async () => {
  const api = await newApi();
  const scripts = assets.filter((name) => name.endsWith('.js'));
  expect(scripts.length).toBeGreaterThan(2);
  for (const name of scripts) {
    const answer = await api.get(`/assets/${name}`, { headers: { 'accept-encoding': 'br' } });
    expect(answer.status, name).toBe(200);
    expect(answer.headers.get('cache-control'), name).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-encoding'), name).toBe('br');
    expect(answer.headers.get('content-type'), name).toMatch(/^(text|application)\/javascript/);
  }
  expect((await api.get('/theme.js')).headers.get('cache-control')).toBe('no-cache');
});

it('is not shown for an address of the API, however it is written', async () => {
  const api = await newApi();
  for (const path of [
    '/api/nada',
    '/API/PRODPLAN/ORDERS',
    '//api/prodplan/orders',
    '/Health/nada',
    '/metrics/x',
  ]) {
    const answer = await api.get(path, { headers: page });
    expect([answer.status, answer.headers.get('content-type')], path).toEqual([
      404,
      expect.stringContaining('application/problem+json'),
    ]);
  }
});

it('is there without a key also where strangers are served: it shows nothing by itself, and asks for one', async () => {
  const api = await newApi({ local: false });
  expect((await api.get('/', { headers: page })).status).toBe(200);
  expect((await api.get('/api/gates')).status).toBe(401);
});

interface Chunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
}

it('the first page loads at most 230 KiB of scripts, compressed, and nothing of the other pages', () => {
  const dist = fileURLToPath(new URL('../../dist/web/', import.meta.url));
  const chunks = JSON.parse(readFileSync(`${dist}.vite/manifest.json`, 'utf8')) as Record<string, Chunk>;
  const [entry] = Object.keys(chunks).filter((name) => chunks[name]!.isEntry);
  const loaded = new Set<string>();
  const load = (name: string): void => {
    if (loaded.has(name)) return;
    loaded.add(name);
    for (const other of chunks[name]!.imports ?? []) load(other);
  };
  load(entry!);
  load('src/pages/home/home.tsx');
  const others = Object.keys(chunks).filter((name) => /^src\/pages\/(?!home)/.test(name));
  expect(others.length).toBeGreaterThan(5);
  expect(others.filter((name) => loaded.has(name))).toEqual([]);
  const bytes = [...loaded].reduce((sum, name) => sum + statSync(`${dist}${chunks[name]!.file}.gz`).size, 0);
  expect(bytes / 1024).toBeLessThanOrEqual(230);
});
