import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(join(root, 'docs/finding-your-way.md'), 'utf8');

test('the homes that are told to newcomers are there, and the newest text of the view is where it is said to be', () => {
  const homes = [...page.matchAll(/`((?:src|migrations)\/[\w./-]+\.\w+)`/g)].map(([, home]) => home!);
  expect(homes.length).toBeGreaterThan(12);
  expect(homes.filter((home) => !existsSync(join(root, home)))).toEqual([]);
  const withView = readdirSync(join(root, 'migrations'))
    .sort()
    .filter((name) => /^CREATE (OR REPLACE )?VIEW order_facts /m.test(upOf(name)));
  expect(page).toContain(`migrations/${withView.at(-1)}`);
});

function upOf(name: string): string {
  return readFileSync(join(root, 'migrations', name), 'utf8').split(/^-- Down Migration$/m)[0]!;
}
