import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type pg from 'pg';
import { expect, onTestFinished, test } from 'vitest';
import { testDatabase } from '../../test/support/database.js';
import {
  boatDefectClasses,
  dueStatuses,
  finishedLateSql,
  isBoatDefectSql,
  lineClasses,
  orderStates,
  phase,
} from '../contract/factory/index.js';
import { issueTypes } from '../evidence/index.js';
import { migrationsFolder } from './migration-files.js';

const folder = join(migrationsFolder, 'views');
const names = readdirSync(folder).map((file) => file.replace(/\.sql$/, ''));
const text = (name: string): string => readFileSync(join(folder, `${name}.sql`), 'utf8');

const definitions = `
  SELECT c.relname AS name, pg_get_viewdef(c.oid) AS definition FROM pg_class c
  WHERE c.relnamespace = $1::regnamespace AND c.relkind = 'v'
  UNION ALL SELECT p.proname, pg_get_functiondef(p.oid) FROM pg_proc p WHERE p.pronamespace = $1::regnamespace`;

async function definitionsIn(client: pg.ClientBase, schema: string): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; definition: string }>(definitions, [schema]);
  return Object.fromEntries(
    rows.map(({ name, definition }) => [name, definition.replace(`FUNCTION ${schema}.`, 'FUNCTION ')]),
  );
}

test('each view and function stands in its file as the migrations have made it', async () => {
  const { database, drop } = await testDatabase();
  onTestFinished(drop);
  const client = await database.pool.connect();
  try {
    const made = await definitionsIn(client, 'public');
    expect(Object.keys(made).toSorted()).toEqual(names.toSorted());
    for (const name of names) {
      await client.query('BEGIN; CREATE SCHEMA fresh; SET LOCAL search_path = fresh, public');
      await client.query(text(name));
      expect((await definitionsIn(client, 'fresh'))[name], name).toBe(made[name]);
      await client.query('ROLLBACK');
    }
  } finally {
    client.release(true);
  }
});

test('what they repeat of the factory is what the contract says', () => {
  expect(boatDefectClasses.length).toBe(2);
  expect(text('error_coverage')).toContain(isBoatDefectSql('e.class'));
  expect(text('unlisted_order')).toContain(`f.faseof_fase_id = ${phase.demould})`);
  const numbers = names.flatMap((name) => [...text(name).matchAll(/fase_id = (\d+)/g)].map(([, id]) => id));
  expect(numbers).toEqual([`${phase.demould}`]);
});

const codesIn = (sql: string): string[] =>
  [...sql.matchAll(/'([A-Z]+(?:_[A-Z]+)*)'/g)].map(([, code]) => code!);

test('they know no state, due status, class or finding but those of the contract', () => {
  const states = names.flatMap((name) =>
    [...text(name).matchAll(/\bstate (?:=|<>|IN) (\([^)]*\)|'\w+')/g)].flatMap(([, codes]) =>
      codesIn(codes!),
    ),
  );
  expect(new Set(states)).toEqual(new Set(['SCRAPPED', 'CREATED', 'DONE', 'AWAITING_SHIPPING']));
  expect(states.filter((code) => !orderStates.some((one) => one === code))).toEqual([]);
  const others = names.flatMap((name) => codesIn(text(name))).filter((code) => !states.includes(code));
  const known: readonly string[] = [...dueStatuses, ...lineClasses, ...Object.keys(issueTypes)];
  expect(others.filter((code) => !known.includes(code))).toEqual([]);
});

test('the view of orders decides by the rule of lateness, and gives every due status', () => {
  const view = text('order_facts');
  const rule = view.slice(view.indexOf("a.state = 'SCRAPPED'"), view.indexOf('AS due_status'));
  expect(rule).toContain(`WHEN ${finishedLateSql('a.finished_day', 'a.due_day')} THEN 'LATE'`);
  expect(rule).toMatch(
    /WHEN a\.is_open THEN\s+CASE\s+WHEN a\.due_day < \(SELECT as_of::date FROM publication\) THEN 'LATE'/,
  );
  expect(new Set(codesIn(rule))).toEqual(new Set([...dueStatuses, 'SCRAPPED']));
});
