import { expect, inject, it, onTestFinished } from 'vitest';
import { everyServer, onEveryServer, type Step, type TestDatabase, type TestServer } from './database.js';

async function holding(server: TestServer, ...steps: readonly Step[]): Promise<TestDatabase> {
  const test = await server.createHolding(steps);
  onTestFinished(() => test.drop());
  return test;
}

it('the embedded server and the others have lanes of their own; the given one is among these', () => {
  const names = everyServer.map(({ name }) => name);
  expect(names.includes('embedded')).toBe(inject('lane') === 'database');
  const isGiven = inject('testDatabaseUrl') !== '';
  expect(names.includes('TEST_DATABASE_URL')).toBe(inject('lane') === 'servers' && isGiven);
});

onEveryServer('the database of a test', (server) => {
  it('holds what it was asked to, which is made once; nobody sees what others do with theirs', async () => {
    const made: string[] = [];
    const step = (what: string, sql: string): Step => ({
      what: `${what} of this test`,
      fill: async ({ pool }) => {
        made.push(what);
        await pool.query(sql);
      },
    });
    const [table, row] = [step('table', 'CREATE TABLE t (n int)'), step('row', 'INSERT INTO t VALUES (1)')];
    const [one, two, other] = [
      await holding(server, table, row),
      await holding(server, table, row),
      await holding(server, table),
    ];
    expect(made).toEqual(['table', 'row']);
    await one.database.pool.query('DELETE FROM t');
    const rows = async ({ database }: TestDatabase): Promise<number> =>
      (await database.pool.query('SELECT FROM t')).rowCount!;
    expect([await rows(one), await rows(two), await rows(other)]).toEqual([0, 1, 0]);
    expect(new URL(one.url).pathname).not.toBe(new URL(two.url).pathname);
  });
});
