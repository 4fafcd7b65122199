import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(join(root, 'docs/finding-your-way.md'), 'utf8');

test('the homes that are told to newcomers are there', () => {
  const homes = [...page.matchAll(/`((?:src|migrations)\/[\w./-]+\.\w+)`/g)].map(([, home]) => home!);
  expect(homes.length).toBeGreaterThan(12);
  expect(homes.filter((home) => !existsSync(join(root, home)))).toEqual([]);
});
