import { expect, it } from 'vitest';
import { orderStates, zombieDays } from '../../src/contract/factory/index.js';
import { factoryFacts } from '../../src/services/answer/factory-facts.js';
import { services } from '../../src/services/index.js';
import { newPlant } from '../ingest/support.js';
import { firstServer } from '../support/database.js';
import { smallDump } from '../support/dump.js';

const queries = [
  ...new Map(services.flatMap((service) => service.queries.map((one) => [one.name, one.text] as const))),
];

/** The values that the comments of a query give to psql: `\set name value`, where quotes hold a value together. */
function settings(text: string): Map<string, string> {
  const comments = text.split('\n').filter((line) => line.startsWith('--'));
  const found = comments.join(' ').matchAll(/\\set (\w+) ('(?:[^']|'')*'|[^\s]+)/g);
  return new Map(
    [...found].map(([, name, value]) => [
      name!,
      value!.startsWith("'") ? value!.slice(1, -1).replaceAll("''", "'") : value!,
    ]),
  );
}

/** What psql sends: every `:name` outside strings and comments replaced by its value, as it stands. */
function asPsqlSends(text: string): string {
  const values = settings(text);
  return text.replaceAll(
    /--[^\n]*|'(?:[^']|'')*'|"[^"]*"|::|:([a-z_][a-z0-9_]*)/g,
    (token, name: string | undefined) => (name === undefined ? token : (values.get(name) ?? token)),
  );
}

/** Nothing whole to paste: pieces that the program chooses are missing in it, or it is such a piece itself. */
function isWhole(text: string): boolean {
  return !text.includes('{{') && /^(?:--[^\n]*\n)*(?:WITH|SELECT)\b/.test(text);
}

it('every query can be pasted into psql with the settings that it names', async () => {
  const { database } = await newPlant(firstServer, smallDump());
  const failures: string[] = [];
  for (const [name, text] of queries.filter(([, text]) => isWhole(text)))
    await database.pool.query(asPsqlSends(text)).catch((error) => failures.push(`${name}: ${error.message}`));
  expect(failures).toEqual([]);
});

it('the settings that a query names are what the contract says', () => {
  const facts = { ...factoryFacts, zombie_days: `${zombieDays}`, states: `'{${orderStates.join(',')}}'` };
  for (const [name, text] of queries)
    for (const [setting, value] of settings(text))
      if (setting in facts)
        expect(`${name} ${setting} ${value}`).toBe(
          `${name} ${setting} ${facts[setting as keyof typeof facts]}`,
        );
});
