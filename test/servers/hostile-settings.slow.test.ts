import { expect, it, onTestFinished } from 'vitest';
import { openDatabase } from '../../src/platform/database.js';
import { firstServer } from '../support/database.js';
import { alter, type HostileSetting, hostileSettings, strangers } from './hostile.js';
import { emptyOn } from './support.js';
import { type WholeWay, wholeWay } from './whole-way.js';

let plain: WholeWay | undefined;

const empty = () => emptyOn(firstServer);

it.each(Object.keys(hostileSettings) as HostileSetting[])(
  'a database with %s alone gives the same rows, figures and findings as one without',
  async (setting) => {
    plain ??= await wholeWay((await empty()).database);
    const { database, url } = await empty();
    await database.pool.query(strangers);
    for (const statement of alter(`DATABASE ${new URL(url).pathname.slice(1)}`, [setting]))
      await database.pool.query(statement);
    const hostile = await openDatabase(url, 'external');
    onTestFinished(() => hostile.close());
    expect(await wholeWay(hostile)).toEqual(plain);
  },
);
