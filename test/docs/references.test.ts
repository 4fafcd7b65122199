import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { catalogue } from '../../src/platform/errors/catalogue.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

it('every test that a document names is there', () => {
  const pages = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name));
  const named = ['README.md', 'LEIA-ME.md', 'CONTRIBUTING.md', ...pages].flatMap((page) =>
    [...readFileSync(join(root, page), 'utf8').matchAll(/`((?:src|test)\/[\w/.-]+\.test\.ts)`/g)].map(
      ([, file]) => ({ page, file: file! }),
    ),
  );
  expect(named.length).toBeGreaterThan(30);
  expect(named.filter(({ file }) => !existsSync(join(root, file)))).toEqual([]);
});

it('every decision has a number of its own and stands in the list of documents', () => {
  const decisions = readdirSync(join(root, 'docs/decisions'));
  const numbers = decisions.map((name) => name.slice(0, 4));
  expect(numbers).toEqual([...new Set(numbers)]);
  const list = readFileSync(join(root, 'docs/README.md'), 'utf8');
  expect(decisions.filter((name) => !list.includes(`(decisions/${name})`))).toEqual([]);
  for (const name of decisions)
    expect(readFileSync(join(root, 'docs/decisions', name), 'utf8')).toMatch(
      new RegExp(`^# ${name.slice(0, 4)}\\b`),
    );
});

it('every error that the first page names stands in the catalogue', () => {
  const rows = readFileSync(join(root, 'LEIA-ME.md'), 'utf8').matchAll(/^\| (`[A-Z][A-Z_]+`[^|]*) \|/gm);
  const codes = [...rows].flatMap(([, cell]) =>
    [...cell!.matchAll(/`([A-Z][A-Z_]+)`/g)].map(([, code]) => code!),
  );
  expect(codes.length).toBeGreaterThan(30);
  expect(codes.filter((code) => !(code in catalogue))).toEqual([]);
});
