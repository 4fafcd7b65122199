import { randomBytes } from 'node:crypto';
import { onTestFinished } from 'vitest';
import type { TestDatabase, TestServer } from '../support/database.js';

/** A database without any table, for one test. */
export async function emptyOn(server: TestServer): Promise<TestDatabase> {
  const test = await server.createEmpty();
  onTestFinished(() => test.drop());
  return test;
}

export interface Role {
  readonly name: string;
  /** The same database as this role. */
  readonly url: string;
}

/** A role that may log in and nothing else; it goes before its database does. */
export async function newRole({ database, url }: TestDatabase): Promise<Role> {
  const name = `papel_${randomBytes(4).toString('hex')}`;
  await database.pool.query(`CREATE ROLE ${name} LOGIN PASSWORD 'x' NOSUPERUSER`);
  onTestFinished(async () => {
    await database.pool.query(
      `REASSIGN OWNED BY ${name} TO CURRENT_USER; DROP OWNED BY ${name}; DROP ROLE ${name}`,
    );
  });
  const address = new URL(url);
  Object.assign(address, { username: name, password: 'x' });
  return { name, url: address.href };
}

export function nameOf(url: string): string {
  return new URL(url).pathname.slice(1);
}
