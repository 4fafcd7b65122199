import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, chmodSync, constants, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { until } from '../ingest/running.js';
import { freePort } from '../support/redis.js';

const program = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin']
  .map((folder) => join(folder, 'pgbouncer'))
  .find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

export const canStartPgBouncer = program !== undefined;
if (!canStartPgBouncer) console.log('pgbouncer is not installed: the tests with a pooler are skipped.');

export interface BouncerOptions {
  readonly mode: 'session' | 'transaction' | 'statement';
  /** How many connections to the server it keeps for a database. */
  readonly size?: number;
  /** It hands them out in turn, not the warmest first. */
  readonly roundRobin?: boolean;
}

/** Puts a PgBouncer before the database of a URL, for one test; returns the URL that leads through it. */
export async function bouncerBefore(
  url: string,
  { mode, size = 20, roundRobin = false }: BouncerOptions,
): Promise<string> {
  const { hostname, port, username, password, pathname } = new URL(url);
  const folder = mkdtempSync(join(tmpdir(), 'prodplan-bouncer-'));
  chmodSync(folder, 0o755);
  const listenPort = await freePort();
  const user = decodeURIComponent(username);
  const secret = decodeURIComponent(password);
  const settings = `[databases]
* = host=${hostname} port=${port || 5432}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${listenPort}
unix_socket_dir =
auth_type = plain
auth_file = ${folder}/users.txt
pool_mode = ${mode}
default_pool_size = ${size}
server_round_robin = ${roundRobin ? 1 : 0}
max_client_conn = 200
`;
  writeFileSync(join(folder, 'pgbouncer.ini'), settings, { mode: 0o644 });
  writeFileSync(join(folder, 'users.txt'), `"${user}" "${secret}"\n`, { mode: 0o644 });
  // It refuses to run as root, as PostgreSQL does.
  const account = process.geteuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  const child = spawn(program!, ['-q', join(folder, 'pgbouncer.ini')], { stdio: 'ignore', ...account });
  onTestFinished(async () => {
    await ended(child);
    rmSync(folder, { recursive: true, force: true });
  });
  await until('the pooler listens', () => listens(listenPort));
  const through = new URL(`postgres://127.0.0.1:${listenPort}${pathname}`);
  Object.assign(through, { username, password });
  return through.href;
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
}

async function listens(port: number): Promise<boolean> {
  const socket = connect({ host: '127.0.0.1', port });
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
