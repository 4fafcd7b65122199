import { spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { startEmbedded, stopEmbedded } from '../../../dist/platform/postgres/embedded.js';
import { bench, root } from '../../lib/paths.mjs';
import { installPeers } from '../../lib/peers.mjs';
import { connected } from '../lib/places.mjs';
import { until } from '../lib/processes.mjs';

/** The module of each version's package; today's version is the one that Prodplan itself would take. */
const packages = {
  15: join(root, 'node_modules', 'postgres-15-linux-x64', 'dist', 'index.js'),
  16: join(bench, 'node_modules', 'postgres-16-linux-x64', 'dist', 'index.js'),
  17: join(bench, 'node_modules', 'postgres-17-linux-x64', 'dist', 'index.js'),
  18: undefined,
};

/** The versions whose programs are there: 18 everywhere, the older ones on Linux x64. */
export function versionsHere() {
  installPeers();
  return Object.entries(packages)
    .filter(([, path]) => path === undefined || existsSync(path))
    .map(([version]) => Number(version));
}

/** A server of one version, for many databases. */
export async function startVersion(scratch, version) {
  const home = join(scratch, `version-${version}`);
  const binaries = packages[version];
  const settings = { fsync: 'off', max_connections: '60' };
  const { url } = await startEmbedded(home, { ...(binaries === undefined ? {} : { binaries }), settings });
  const admin = await connected(url);
  return {
    ...{ url, admin, version },
    stop: async () => {
      await admin.end().catch(() => {});
      await stopEmbedded(home);
    },
  };
}

/** A new role that is no superuser, and the URL with it. */
export async function newRole(admin, url, { limit = -1 } = {}) {
  const role = `prove_${randomBytes(4).toString('hex')}`;
  await admin.query(`CREATE ROLE ${role} LOGIN PASSWORD 'x' CONNECTION LIMIT ${limit}`);
  const its = new URL(url);
  Object.assign(its, { username: role, password: 'x' });
  return { role, url: its.href };
}

export const hasPgbouncer = spawnSync('pgbouncer', ['--version']).status === 0;

/** A PgBouncer in front of a URL: {url, stop}. It does not run as root. */
export async function pgbouncer(scratch, url, { mode, options }) {
  const { hostname, port, username, password, pathname } = new URL(url);
  const own = await freePort();
  const folder = join(scratch, `pgbouncer-${own}`);
  mkdirSync(folder, { mode: 0o755 });
  chmodSync(folder, 0o755);
  const name = pathname.slice(1);
  const ignored = options ? 'ignore_startup_parameters = extra_float_digits, options\n' : '';
  writeFileSync(
    join(folder, 'pgbouncer.ini'),
    `[databases]\n${name} = host=${hostname} port=${port} dbname=${name} user=${username} password=${password}\n` +
      `[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = ${own}\nunix_socket_dir =\nauth_type = any\npool_mode = ${mode}\n` +
      `default_pool_size = 20\nmax_client_conn = 100\n${ignored}`,
    { mode: 0o644 },
  );
  const nobody = 65_534;
  const account = process.geteuid?.() === 0 ? { uid: nobody, gid: nobody } : {};
  const child = spawn('pgbouncer', [join(folder, 'pgbouncer.ini')], { stdio: 'ignore', ...account });
  const stop = async () => void child.kill('SIGKILL');
  const answers = await until(async () => !(await isFree(own)), { patienceMs: 15_000, everyMs: 50 });
  if (!answers || child.exitCode !== null) throw new Error('pgbouncer did not start');
  return { url: `postgres://${username}@127.0.0.1:${own}/${name}`, stop };
}

/** A port behind which somebody speaks something else, or says nothing at all. */
export async function otherServer(kind) {
  const server = createServer((socket) => {
    socket.on('error', () => {});
    if (kind === 'http')
      socket.on('data', () => socket.end('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n'));
    if (kind === 'ssh') socket.write('SSH-2.0-OpenSSH_9.2\r\n');
    if (kind === 'closes') socket.destroy();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `postgres://x:x@127.0.0.1:${server.address().port}/x`,
    stop: async () => void server.close(),
  };
}

async function freePort() {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function isFree(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
