import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { dumpWorkbook, smallDump } from '../../../test/support/dump.js';
import type { ProdplanError } from '../../platform/errors.js';
import { Arrivals, findArrival } from './arrivals.js';
import { fileAway } from './file-away.js';

const dist = fileURLToPath(new URL('../../../dist/jobs/watch/arrivals.js', import.meta.url));
const nobody = 65_534;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'prodplan-test-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
});

/** Two looks, so that what lies there has been seen to stay as it is. */
async function look(): Promise<{ ready: string[]; told: string[] }> {
  const told: string[] = [];
  const onTrouble = (_: string, error: ProdplanError, inode: number): void => {
    told.push(error.code);
    // By it the file is found, whatever it is called: find FOLDER -inum N.
    const inodes = readdirSync(folder, { encoding: 'buffer' }).map(
      (name) => lstatSync(Buffer.concat([Buffer.from(`${folder}/`), name])).ino,
    );
    expect(inodes).toContain(inode);
  };
  const arrivals = new Arrivals({ folder, settleMs: 0, incompleteMs: 60_000, onTrouble });
  await arrivals.look();
  told.length = 0;
  const ready = (await arrivals.look()).map(({ name }) => name);
  return { ready, told };
}

describe('what cannot be taken from a watched folder', () => {
  const workbook = dumpWorkbook(smallDump());

  it('is told, each by its name, and does not keep the others from being taken', async () => {
    writeFileSync(join(folder, 'bom.xlsx'), workbook);
    mkdirSync(join(folder, 'pasta.xlsx'));
    symlinkSync(join(folder, 'nada'), join(folder, 'ligação.xlsx'));
    symlinkSync(join(folder, 'volta.xlsx'), join(folder, 'volta.xlsx'));
    writeFileSync(join(folder, 'notas.txt'), '');
    const { ready, told } = await look();
    expect(ready).toEqual(['bom.xlsx']);
    expect(told).toEqual(['WATCH_UNREADABLE', 'WATCH_UNREADABLE', 'WATCH_UNREADABLE']);
  });

  it('may be called by a name that is not UTF-8', async (context) => {
    const name = Buffer.concat([Buffer.from(`${folder}/Mar`), Buffer.from([0xe7]), Buffer.from('o.xlsx')]);
    try {
      await writeFile(name, workbook);
    } catch {
      context.skip('names that are not UTF-8 are not taken by this file system');
    }
    writeFileSync(join(folder, 'bom.xlsx'), workbook);
    const { ready, told } = await look();
    expect([ready, told]).toEqual([['bom.xlsx'], ['WATCH_BAD_NAME']]);
  });

  it('may be closed to the account of the worker', (context) => {
    writeFileSync(join(folder, 'bom.xlsx'), workbook);
    writeFileSync(join(folder, 'fechado.xlsx'), workbook);
    chmodSync(join(folder, 'fechado.xlsx'), 0);
    chmodSync(folder, 0o755);
    if (!existsSync(dist)) context.skip('the program is not built here');
    const script = `
      const { Arrivals } = await import(process.argv[1]);
      const told = [];
      const arrivals = new Arrivals({ folder: process.argv[2], settleMs: 0, incompleteMs: 1, onTrouble: (_, error) => told.push(error.code) });
      await arrivals.look();
      console.log(JSON.stringify([(await arrivals.look()).map(({ name }) => name), [...new Set(told)]]));`;
    const asNobody = process.geteuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
    const args = ['--input-type=module', '-e', script, dist, folder];
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { ...asNobody, encoding: 'utf8' });
    if (status !== 0 && /EACCES|ERR_MODULE_NOT_FOUND/.test(stderr))
      context.skip('another account may not read this program here');
    expect(JSON.parse(stdout), stderr).toEqual([['bom.xlsx'], ['WATCH_UNREADABLE']]);
  });
});

describe('a file with a name as long as there may be', () => {
  it.each([240, 241, 250, 254, 255])(
    'of %d bytes is filed away with its reports, also several times',
    async (bytes) => {
      const done = join(folder, 'done');
      mkdirSync(done);
      // Two bytes each, so that a cut may fall within a character.
      const stem = 'ç'.repeat(Math.floor((bytes - 5) / 2)) + 'x'.repeat((bytes - 5) % 2);
      const name = `${stem}.xlsx`;
      expect(Buffer.byteLength(name)).toBe(bytes);
      for (let count = 1; count <= 11; count++) {
        writeFileSync(join(folder, name), String(count));
        await fileAway(folder, done, (await findArrival(folder, name))!, { json: '{}', text: String(count) });
        expect(existsSync(join(folder, name))).toBe(false);
      }
      const filed = readdirSync(done, { encoding: 'buffer' }).map((one) => {
        expect(one.length).toBeLessThanOrEqual(255);
        expect(Buffer.from(one.toString()).equals(one)).toBe(true);
        return one.toString();
      });
      const workbooks = filed.filter((one) => one.endsWith('.xlsx'));
      expect(workbooks).toHaveLength(11);
      for (const one of workbooks)
        for (const ending of ['json', 'txt']) expect(filed).toContain(`${one}.relatorio.${ending}`);
    },
  );
});
