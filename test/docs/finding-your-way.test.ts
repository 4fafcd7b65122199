import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (name: string): string => readFileSync(join(root, name), 'utf8');

const homesIn = (text: string): string[] =>
  [...text.matchAll(/`((?:src|migrations)\/[\w./-]+\.\w+)`/g)].map(([, home]) => home!);

test.each(['docs/finding-your-way.md', 'docs/GLOSSARY.md'])('the homes that %s tells are there', (page) => {
  const homes = homesIn(read(page));
  expect(homes.length).toBeGreaterThan(12);
  expect(homes.filter((home) => !existsSync(join(root, home)))).toEqual([]);
});

test('each of the twelve answers is found by a word of the glossary', () => {
  const named = homesIn(read('docs/GLOSSARY.md'));
  const questions = read('docs/finding-your-way.md')
    .split('\n')
    .filter((line) => line.startsWith('| ') && line.includes('`'));
  expect(questions.length).toBe(12);
  for (const line of questions)
    expect(
      homesIn(line).some((home) => named.includes(home)),
      line,
    ).toBe(true);
});
