import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import pg from 'pg';
import { prodplan } from './cli.mjs';
import { cli } from './paths.mjs';

/** What statfs calls a file system that lives in memory: a database there would be measured without a disk. */
const tmpfsType = 0x01021994;
const sampleMs = 100;

/** By folder the build that it is of. */
const homes = new Map();
let made = 0;

/** A folder for everything that goes away at the end. The server's account must be able to pass through it. */
export function makeScratch(wanted) {
  const folder = mkdtempSync(join(wanted ?? diskFolder(), 'prodplan-bench-'));
  chmodSync(folder, 0o711);
  return folder;
}

function diskFolder() {
  const inMemory = process.platform === 'linux' && statfsSync(tmpdir()).type === tmpfsType;
  return inMemory && existsSync('/var/tmp') ? '/var/tmp' : tmpdir();
}

/** A place for a database that nobody has used: PRODPLAN_HOME of the commands that are given it. */
export function newHome(scratch, program = cli) {
  made++;
  const home = join(scratch, `home-${made}`);
  homes.set(home, program);
  return home;
}

export const inHome = (home) => ({ PRODPLAN_HOME: home, DATABASE_URL: '' });

/** Stops the server of a home and removes the home, and its data where they had to stand elsewhere. */
export async function removeHome(home) {
  if (!homes.has(home)) return;
  if (existsSync(home)) {
    const { data } = await serverStatus(home);
    await prodplan(['db', 'stop'], inHome(home), homes.get(home));
    if (data) remove(dirname(data));
    remove(home);
  }
  homes.delete(home);
}

export async function removeAllHomes() {
  for (const home of [...homes.keys()]) {
    try {
      await removeHome(home);
    } catch (error) {
      console.error(`A temporary database could not be taken away: ${error.message}`);
    }
  }
}

export function remove(path) {
  rmSync(path, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

export async function serverStatus(home) {
  return JSON.parse(await prodplan(['db', 'status', '--json'], inHome(home), homes.get(home)));
}

/** With the password. */
export async function serverUrl(home) {
  return (await prodplan(['db', 'url'], inHome(home), homes.get(home))).trim();
}

export async function serverVersion(home) {
  const client = new pg.Client({ connectionString: await serverUrl(home) });
  await client.connect();
  try {
    return (await client.query('SHOW server_version')).rows[0].server_version;
  } finally {
    await client.end();
  }
}

/**
 * Looks now and then how much memory the server's processes hold together; shared pages are counted once (PSS).
 * Looking costs time: only the warm-up run is watched. Null where the system does not say.
 */
export function watchServer(pid) {
  let peakMb = null;
  const look = () => {
    try {
      const kb = [pid, ...childrenOf(pid)].map(pssKb).reduce((sum, one) => sum + one, 0);
      peakMb = Math.max(peakMb ?? 0, kb / 1024);
    } catch {
      // Not Linux, or a kernel that does not tell.
    }
  };
  const timer = setInterval(look, sampleMs);
  return { peakMb: () => peakMb, stop: () => clearInterval(timer) };
}

function childrenOf(parent) {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.filter((pid) => {
    const stat = readIfThere(`/proc/${pid}/stat`);
    // The program's name stands in brackets and may hold spaces; the parent is the second field after it.
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]) === parent;
  });
}

function pssKb(pid) {
  return Number(/^Pss:\s+(\d+)/m.exec(readIfThere(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0);
}

/** A process may end between the listing and the look. */
function readIfThere(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
