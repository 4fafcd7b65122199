import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (name: string): string => readFileSync(join(root, name), 'utf8');

const homesIn = (text: string): string[] =>
  [...text.matchAll(/`((?:(?:web\/)?src|migrations)\/[\w./-]+\.\w+)`/g)].map(([, home]) => home!);

test.each(['docs/finding-your-way.md', 'docs/GLOSSARY.md'])('the homes that %s tells are there', (page) => {
  const homes = homesIn(read(page));
  expect(homes.length).toBeGreaterThan(12);
  expect(homes.filter((home) => !existsSync(join(root, home)))).toEqual([]);
});

test('every home of the twelve answers is found by a word of the glossary', () => {
  const named = homesIn(read('docs/GLOSSARY.md'));
  const questions = read('docs/finding-your-way.md')
    .split('\n## ')[0]!
    .split('\n')
    .filter((line) => line.startsWith('| ') && line.includes('`'));
  expect(questions.length).toBe(12);
  const homes = questions.flatMap(homesIn);
  expect(homes.length).toBeGreaterThan(25);
  expect(homes.filter((home) => !named.includes(home))).toEqual([]);
});

test('whatever takes its SQL from the rule of lateness is told beside it', () => {
  const users = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && !name.startsWith('contract/'))
    .filter((name) => /\b(finishedLateSql|finishedOnTimeSql|overdueSql)\b/.test(read(`src/${name}`)))
    .map((name) => `src/${name}`);
  expect(users.length).toBe(3);
  const told = homesIn(read('docs/finding-your-way.md').split('\n## Late\n')[1]!.split('\n## ')[0]!);
  expect(users.filter((home) => !told.includes(home))).toEqual([]);
});
