import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const [up = ''] = read('migrations/0024_vocabulary.sql').split(/^-- Down Migration$/m);
const renamed = read('CHANGELOG.md')
  .split(/^### Renamed$/m)[1]!
  .split(/^### /m)[0]!;

/** Old names of tables, columns and values, without those that are SQL's own or the factory's. */
const old = [
  ...up.matchAll(/ALTER TABLE (\w+) RENAME TO/g),
  ...up.matchAll(/RENAME COLUMN (\w+) TO/g),
  ...up.matchAll(/WHEN '([a-z_]+)' THEN '[a-z_]+'/g),
  ...up.matchAll(/\('([a-z]+)', '[a-z_]+'\)/g),
].map(([, name]) => name!);

test('what was renamed in the database stands in the changelog, each name as it was', () => {
  expect(new Set(old).size).toBeGreaterThan(180);
  const missing = [...new Set(old)].filter((name) => !new RegExp(`\`(?:\\w+\\.)?${name}\``).test(renamed));
  expect(missing).toEqual([]);
});
