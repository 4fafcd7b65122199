import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { counted, rowChangesText } from '../../src/cli/numbers.js';
import { newApi, problemOf } from '../http/support.js';
import { sharedPlant } from '../ingest/bad-input-support.js';
import { dumpWorkbook, smallDump, writeWorkbook } from '../support/dump.js';

const plant = sharedPlant();

it('numbers agree with their words', async () => {
  expect([0, 1, 2, 1000].map((n) => counted(n, 'linha', 'linhas'))).toEqual([
    '0 linhas',
    '1 linha',
    '2 linhas',
    '1 000 linhas',
  ]);
  expect(rowChangesText({ inserted: 1, updated: 1, gone: 1 })).toBe('1 nova, 1 alterada, 1 saiu');
  const dump = smallDump();
  dump.modelos![0] = { ...dump.modelos![0], produto_peso_desmolde: 77 };
  const taken = await plant().cli('ingest', await writeWorkbook(dumpWorkbook(dump)));
  expect(taken.stderr).toContain('sem alterações, ignorada');
  expect((await plant().cli('diff', '1', '2')).stdout).toContain('modelos: 0 novas, 1 alterada, 0 saíram');
  expect((await plant().cli('rollback')).stdout).toContain('Modelos: 0 novas, 1 alterada, 0 saíram');
});

it('a parameter that comes twice is told so, in words of the factory', async () => {
  const api = await newApi();
  const asked = async (address: string, language: string) =>
    JSON.stringify(await problemOf(await api.get(address, { headers: { 'accept-language': language } })));
  for (const address of [
    '/api/prodplan/orders?limit=1&limit=2',
    '/api/quality/pareto?from=2023-01-01&from=2023-02-01',
  ]) {
    const told = await asked(address, 'pt');
    expect(told).toContain('só pode vir uma vez');
    expect(told).not.toMatch(/vetor|array/i);
    expect(await asked(address, 'en')).toContain('may come only once');
  }
});

it('no sentence of the program has the words that were mended', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.ts'),
  );
  expect(files.length).toBeGreaterThan(500);
  const mended = /rejulgamento|novo julgamento|, saltada'|[Ff]az uma chave|da mais nova|\breparos?\b/;
  const found = files.filter((name) => mended.test(readFileSync(join('src', name), 'utf8')));
  expect(found).toEqual([]);
});
