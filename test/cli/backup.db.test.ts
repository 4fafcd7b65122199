import { existsSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { prodplan } from '../support/cli.js';
import { testDatabase } from '../support/database.js';
import { dumpWorkbook, smallDump, temporaryFolder, writeWorkbook } from '../support/dump.js';

test('backup and restore, as they are typed: results, exit codes, and what they refuse', async () => {
  const [from, to] = [await testDatabase(), await testDatabase()];
  onTestFinished(async () => void (await Promise.all([from.drop(), to.drop()])));
  const folder = await temporaryFolder();
  const home = { PRODPLAN_HOME: join(folder, 'casa') };
  const file = join(folder, 'prodplan.backup');
  const onto = (url: string) => ({ ...home, DATABASE_URL: url });

  const workbook = await writeWorkbook(dumpWorkbook(smallDump()));
  expect(await prodplan(['ingest', workbook], onto(from.url))).toMatchObject({ exitCode: 0 });
  const made = await prodplan(['backup', file, '--json'], onto(from.url));
  expect(made).toMatchObject({ exitCode: 0, stderr: '' });
  const told = JSON.parse(made.stdout);
  expect(told).toMatchObject({
    file,
    bytes: statSync(file).size,
    published: { run_id: 1 },
    foreign_tables: [],
  });
  const again = await prodplan(['backup', file], onto(from.url));
  expect(again).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('--overwrite') });
  const replaced = await prodplan(['backup', file, '--overwrite'], onto(from.url));
  expect(replaced).toMatchObject({
    exitCode: 0,
    stdout: expect.stringMatching(/MB, \d+ tabelas, .* conferido/),
  });

  const restored = await prodplan(['restore', file, '--json'], onto(to.url));
  expect(restored).toMatchObject({ exitCode: 0, stderr: '' });
  expect(JSON.parse(restored.stdout)).toMatchObject({
    check: 'ok',
    rows: told.rows,
    published: { run_id: 1 },
  });
  const used = await prodplan(['restore', file], onto(to.url));
  expect(used).toMatchObject({ exitCode: 2, stderr: expect.stringContaining('RESTORE_NOT_EMPTY') });
});

test('neither makes a home: there must be something to keep, and a file that is whole', async () => {
  const folder = await temporaryFolder();
  const home = { PRODPLAN_HOME: join(folder, 'casa') };
  const file = join(folder, 'prodplan.backup');
  const nothing = { exitCode: 4, stderr: expect.stringContaining('NOTHING_TO_BACK_UP') };
  expect(await prodplan(['backup', file], home)).toMatchObject(nothing);
  writeFileSync(file, 'prodplan-backup/LEIA-ME.txt');
  const damaged = await prodplan(['restore', file], home);
  expect(damaged).toMatchObject({ exitCode: 3, stderr: expect.stringContaining('BACKUP_DAMAGED') });
  expect(existsSync(home.PRODPLAN_HOME)).toBe(false);
});
