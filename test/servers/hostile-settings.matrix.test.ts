import { randomBytes } from 'node:crypto';
import { expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../src/platform/database.js';
import { onEveryServer } from '../support/database.js';
import { alter, type HostileSetting, hostileSettings, strangers } from './hostile.js';
import { emptyOn } from './support.js';
import { type WholeWay, wholeWay } from './whole-way.js';

const all = Object.keys(hostileSettings) as HostileSetting[];

onEveryServer('settings of others', (server) => {
  let plain: WholeWay | undefined;
  const withoutSettings = async (): Promise<WholeWay> => {
    plain ??= await wholeWay((await emptyOn(server)).database);
    return plain;
  };

  it('on the database: the same rows, figures and findings as without', async () => {
    const { database, url } = await emptyOn(server);
    const name = new URL(url).pathname.slice(1);
    await database.pool.query(strangers);
    for (const statement of alter(`DATABASE ${name}`, all)) await database.pool.query(statement);
    const hostile = await openDatabase(url, 'external');
    onTestFinished(() => hostile.close());
    expect(await wholeWay(hostile)).toEqual(await withoutSettings());
  });

  it('on the role, which is no superuser and owns the database: the same', async () => {
    const { database, url } = await emptyOn(server);
    const address = new URL(url);
    const role = `dono_${randomBytes(4).toString('hex')}`;
    await database.pool.query(`CREATE ROLE ${role} LOGIN PASSWORD 'x'`);
    await database.pool.query(strangers);
    await database.pool.query(`ALTER DATABASE ${address.pathname.slice(1)} OWNER TO ${role}`);
    for (const statement of alter(`ROLE ${role}`, all)) await database.pool.query(statement);
    Object.assign(address, { username: role, password: 'x' });
    const hostile = await openDatabase(address.href, 'external');
    try {
      expect(await wholeWay(hostile)).toEqual(await withoutSettings());
    } finally {
      await hostile.close();
      await database.pool.query(
        `REASSIGN OWNED BY ${role} TO CURRENT_USER; DROP OWNED BY ${role}; DROP ROLE ${role}`,
      );
    }
  });
});
