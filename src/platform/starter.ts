import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const lookMs = 400;

/**
 * Calls back once when the npm (npx, yarn, pnpm) that started this process is gone: some of their versions end without a
 * word to what they started, or tell only the shell in between. Whoever was started otherwise, or has left the session
 * of npm (`setsid`), has no such starter and goes on.
 */
export function watchStarter(onGone: () => void): void {
  const starter = findStarter();
  if (starter === null) return;
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent && isAlive(starter)) return;
    clearInterval(timer);
    onGone();
  }, lookMs);
  timer.unref();
}

interface Seen {
  readonly parent: number;
  /** 0 where the system does not say. */
  readonly session: number;
  readonly command: string;
}

/** npm stands right above us, or a shell stands between. */
function findStarter(): number | null {
  const session = look(process.pid)?.session ?? 0;
  let pid = process.ppid;
  for (let level = 0; level < 3 && pid > 1; level++) {
    const seen = look(pid);
    if (seen === null || seen.session !== session) return null;
    if (isPackageRunner(seen.command)) return pid;
    if (!isShell(seen.command)) return null;
    pid = seen.parent;
  }
  return null;
}

export function isPackageRunner(command: string): boolean {
  return /(^|[\\/\s])(npm|npx|yarn|yarnpkg|pnpm|pnpx)(-cli)?(\.[cm]?js|\.cmd)?(\s|$)/.test(command);
}

function isShell(command: string): boolean {
  return /^(\S*[\\/])?(-?(ba|da|z|k|a|fi)?sh|busybox|cmd(\.exe)?)(\s|$)/i.test(command);
}

function look(pid: number): Seen | null {
  if (process.platform === 'linux') return lookInProc(pid);
  const { status, stdout } = spawnSync('ps', ['-o', 'ppid=,command=', '-p', String(pid)], {
    encoding: 'utf8',
  });
  const [, parent, command] = /^\s*(\d+)\s+(.*)/.exec(stdout ?? '') ?? [];
  return status !== 0 || parent === undefined
    ? null
    : { parent: Number(parent), session: 0, command: command! };
}

function lookInProc(pid: number): Seen | null {
  const stat = statOf(pid);
  if (stat === null) return null;
  const command = read(`/proc/${pid}/cmdline`) ?? '';
  return { parent: Number(stat[1]), session: Number(stat[3]), command: command.replaceAll('\0', ' ').trim() };
}

/** A defunct process (it has ended and was not yet waited for) counts as gone. */
function isAlive(pid: number): boolean {
  if (process.platform === 'linux') return !['Z', 'X', undefined].includes(statOf(pid)?.[0]);
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** State, parent, group, session: what follows the name, which may hold anything. */
function statOf(pid: number): string[] | null {
  const text = read(`/proc/${pid}/stat`);
  return text === null ? null : text.slice(text.lastIndexOf(')') + 2).split(' ');
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    // It ended between two looks, or is hidden from us.
    return null;
  }
}
