import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { findBinaries } from '../../src/platform/postgres/binaries.js';
import { runCommand } from '../../src/platform/postgres/command.js';
import { startEmbedded, stopEmbedded } from '../../src/platform/postgres/embedded.js';
import { findPlace } from '../../src/platform/postgres/place.js';
import { prodplan } from '../support/cli.js';
import { dumpWorkbook, smallDump, writeWorkbook } from '../support/dump.js';
import { removeHome } from '../support/homes.js';
import { byCommand } from './doors.js';

/** A server that replays what another one writes: here one that waits for it for ever. */
it('a standby: commands that write are refused with one code, commands that read answer', async () => {
  const home = await mkdtemp(join(tmpdir(), 'prodplan-test-'));
  onTestFinished(() => removeHome(home));
  const { url } = await startEmbedded(home, { settings: { wal_level: 'replica' } });
  const workbook = await writeWorkbook(dumpWorkbook(smallDump()));
  const filled = await prodplan(['ingest', workbook], { DATABASE_URL: url, PRODPLAN_HOME: home });
  expect(filled, filled.stderr).toMatchObject({ exitCode: 0 });
  await stopEmbedded(home);

  const { data, log, root, account } = findPlace(home)!;
  await writeFile(join(data, 'standby.signal'), '');
  const options = { account, cwd: root, capture: false };
  const { pgCtl } = findBinaries(account);
  const start = ['start', '-D', data, '-l', join(log, 'standby.log'), '-w'];
  const started = await runCommand(pgCtl, start, options);
  expect(started.status, await readFile(join(log, 'standby.log'), 'utf8')).toBe(0);
  onTestFinished(async () => {
    await runCommand(pgCtl, ['stop', '-D', data, '-m', 'immediate', '-w'], options);
  });

  const refused = { code: 'READ_ONLY_SERVER', as: 2 };
  for (const args of [
    ['ingest', workbook, '--force'],
    ['rollback'],
    ['migrate'],
    ['serve', '--port', '0'],
    ['worker'],
    ['jobs', 'run', 'maintenance'],
  ])
    expect(await byCommand(url, args), args[0]).toEqual(refused);
  for (const args of [['runs'], ['check'], ['issues'], ['rejects', '1']]) {
    const done = await prodplan(args, { DATABASE_URL: url, PRODPLAN_HOME: home });
    expect(done, args[0]).toMatchObject({ exitCode: 0 });
  }
});
