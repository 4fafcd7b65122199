import { expect, onTestFinished, test } from 'vitest';
import { sheets } from '../../src/contract/index.js';
import { testDatabase } from '../support/database.js';
import { goneIn, unknownIn } from './vocabulary.js';

test('every table, view, column and function is made of words of the glossary, and those of our own of none that has gone', async () => {
  const { database, drop } = await testDatabase();
  onTestFinished(drop);
  const { rows } = await database.pool.query<{ relation: string; name: string }>(`
    SELECT c.relname AS relation, a.attname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v') AND NOT c.relispartition AND a.attnum > 0 AND NOT a.attisdropped
    UNION ALL
    SELECT proname, unnest(coalesce(proargnames, '{}')) FROM pg_proc WHERE pronamespace = 'public'::regnamespace`);
  expect(rows.length).toBeGreaterThan(300);
  expect(unknownIn(rows.flatMap(({ relation, name }) => [relation, name]))).toEqual([]);
  const factory = new Set<string>(sheets.map(({ table }) => table));
  const own = rows.filter(({ relation }) => !factory.has(relation));
  expect(goneIn(own.flatMap(({ relation, name }) => [relation, name]))).toEqual([]);
});
