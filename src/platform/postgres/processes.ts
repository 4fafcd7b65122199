import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';

/** Whether a process with this id exists; one that belongs to somebody else exists as well. */
export function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * What tells a process from a later one with the same id: the moment of its start. '' where the system does not
 * say; a process id alone is not enough, because ids are given out again, at once after a reboot.
 */
export function processIdentity(pid: number): string {
  if (process.platform === 'linux') {
    const startedAt = statOf(pid)[19];
    return startedAt === undefined ? '' : `${bootId()}-${startedAt}`;
  }
  if (process.platform === 'darwin') return ps(pid, 'lstart=');
  return '';
}

/**
 * Whether this process is the PostgreSQL server of this data directory. A dead server leaves its postmaster.pid
 * behind and its id may by now be anybody's. A server works in its data directory, also after that was renamed, so
 * this decides; where the system does not let us look, or the directory is gone, its command line does. A defunct
 * process has neither.
 */
export function isServerOf(pid: number, data: string): boolean {
  if (!isProcessAlive(pid)) return false;
  if (process.platform === 'linux') {
    const words = readProc(pid, 'cmdline').split('\0');
    if (!words.includes('-D') || !(words[0] ?? '').includes('postgres')) return false;
    const [works, lies] = [folderId(`/proc/${pid}/cwd`), folderId(data)];
    return works !== null && lies !== null ? works === lies : words[words.indexOf('-D') + 1] === data;
  }
  if (process.platform === 'darwin') {
    const command = ps(pid, 'command=');
    return command.includes('postgres') && command.includes(data);
  }
  return true;
}

/**
 * Whether the process that has this id now still runs, asked as often as wanted. A server that ends loses its command
 * line and its folder some milliseconds before it is gone: to `isServerOf` it is none any more while it still holds its
 * port and its files. A defunct process holds nothing.
 */
export function lifeOf(pid: number): () => boolean {
  const identity = processIdentity(pid);
  return () => isProcessAlive(pid) && !isDefunct(pid) && processIdentity(pid) === identity;
}

function isDefunct(pid: number): boolean {
  return process.platform === 'linux' && ['Z', 'X'].includes(statOf(pid)[0] ?? '');
}

/** From the third field on: its state, ..., [19] its start. The name before them stands in brackets and may hold spaces. */
function statOf(pid: number): string[] {
  const stat = readProc(pid, 'stat');
  return stat === '' ? [] : stat.slice(stat.lastIndexOf(')') + 2).split(' ');
}

function folderId(path: string): string | null {
  try {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return null;
  }
}

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}

function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

function ps(pid: number, column: string): string {
  const result = spawnSync('/bin/ps', ['-ww', '-o', column, '-p', String(pid)], {
    encoding: 'utf8',
    // In another locale ps would write the letters of a Portuguese path as escapes.
    env: { LC_ALL: 'en_US.UTF-8' },
  });
  return result.status === 0 ? result.stdout.trim() : '';
}
