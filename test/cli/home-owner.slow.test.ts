import { execFile } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dumpWorkbook, smallDump } from '../support/dump.js';
import { removeHome } from '../support/homes.js';

const root = process.geteuid?.() === 0;
if (!root) console.log('Not root: the tests of what root does in another account\u2019s home are left out.');
/** A user that every Unix has, with a name. */
const daemon = { uid: 1, gid: 1 };
const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

let base: string;
let home: string;
let workbook: string;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'prodplan-account-'));
  chmodSync(base, 0o755);
  home = join(base, 'casa');
  workbook = join(base, 'Folha_IA.xlsx');
  writeFileSync(workbook, dumpWorkbook(smallDump()));
});
afterEach(async () => {
  await removeHome(home);
  rmSync(base, { recursive: true, force: true });
});

interface Ended {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

function call(args: readonly string[], account: { uid?: number; gid?: number } = {}): Promise<Ended> {
  const { DATABASE_URL: _, REDIS_URL: __, ...inherited } = process.env;
  return new Promise((resolve) => {
    const options = { env: { ...inherited, PRODPLAN_HOME: home }, cwd: base, ...account };
    execFile(process.execPath, [program, ...args], options, (error, stdout, stderr) =>
      resolve({ exitCode: error === null ? 0 : Number(error.code), stdout, stderr }),
    );
  });
}

/** Who owns what there is below a folder. */
function owners(folder: string): Record<string, number> {
  const found: Record<string, number> = { '.': lstatSync(folder).uid };
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
    found[name] = lstatSync(join(folder, name)).uid;
  return found;
}

describe.runIf(root)('root in the home of another account', () => {
  test('leaves every file to that account, which goes on as if it had run the command itself', async () => {
    mkdirSync(home, { mode: 0o700 });
    chownSync(home, daemon.uid, daemon.gid);
    const loaded = await call(['ingest', workbook]);
    expect(loaded).toMatchObject({ exitCode: 0, stderr: expect.stringContaining('daemon') });
    expect(await call(['keys', 'token'])).toMatchObject({ exitCode: 0 });
    expect(await call(['backup', join(home, 'copia')])).toMatchObject({ exitCode: 0 });
    const found = owners(home);
    expect(found).toHaveProperty('api-token');
    expect(found).toHaveProperty('extracts/run-1/manifest.json');
    expect(found).toHaveProperty('postgres/data/PG_VERSION');
    expect(Object.entries(found).filter(([, uid]) => uid !== daemon.uid)).toEqual([]);

    expect(await call(['keys', 'token'], daemon)).toMatchObject({ exitCode: 0 });
    expect(await call(['ingest', workbook, '--force'], daemon)).toMatchObject({ exitCode: 0 });
    expect(await call(['db', 'stop'], daemon)).toMatchObject({ exitCode: 0 });
    expect(await call(['db', 'status'])).toMatchObject({ stdout: expect.stringContaining('Parada') });
  });

  test('makes a new home for the account in whose folder it lies', async () => {
    chownSync(base, daemon.uid, daemon.gid);
    expect(await call(['keys', 'token'])).toMatchObject({ exitCode: 0 });
    expect(new Set(Object.values(owners(home)))).toEqual(new Set([daemon.uid]));
  });

  test('is refused where that account cannot come to its home', async () => {
    const closed = join(base, 'fechada');
    home = join(closed, 'casa');
    mkdirSync(home, { recursive: true });
    chownSync(home, daemon.uid, daemon.gid);
    chmodSync(closed, 0o700);
    expect(await call(['keys', 'token'])).toMatchObject({
      exitCode: 2,
      stderr: expect.stringMatching(/HOME_OF_ANOTHER[\s\S]*sudo -u 'daemon'/),
    });
    expect(readdirSync(home)).toEqual([]);
  });
});

describe.runIf(root)('what root left there before', () => {
  test('is said, fails no run, and hides no old file of names', async () => {
    mkdirSync(join(home, 'extracts'), { recursive: true });
    for (const run of [1, 2, 3]) {
      mkdirSync(join(home, 'extracts', `run-${run}`), { mode: 0o700 });
      writeFileSync(join(home, 'extracts', `run-${run}`, 'funcionarios.csv.gz'), 'nomes');
    }
    writeFileSync(join(home, 'api-token'), 'pp_local_x', { mode: 0o600 });
    chownSync(home, daemon.uid, daemon.gid);
    chownSync(join(home, 'extracts'), daemon.uid, daemon.gid);

    const loaded = await call(['ingest', workbook], daemon);
    expect(loaded).toMatchObject({ exitCode: 0 });
    expect(loaded.stderr).toContain(join(home, 'extracts', 'run-3'));
    expect(loaded.stderr).toContain(join(home, 'api-token'));
    // Another account's folder had the number of this run.
    expect(readdirSync(join(home, 'extracts')).sort()).toEqual(['run-1', 'run-1.2', 'run-2', 'run-3']);
    expect(await call(['keys', 'token'], daemon)).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(/TOKEN_NOT_READABLE[\s\S]*chown/),
    });
    const upkept = await call(['jobs', 'run', 'maintenance'], daemon);
    expect(upkept.exitCode).toBe(0);

    chownSync(join(home, 'extracts'), 0, 0);
    chmodSync(join(home, 'extracts'), 0o700);
    expect(await call(['ingest', workbook, '--force'], daemon)).toMatchObject({
      exitCode: 1,
      stderr: expect.stringMatching(/EXTRACTS_NOT_WRITABLE[\s\S]*chown -R/),
    });
  });
});
