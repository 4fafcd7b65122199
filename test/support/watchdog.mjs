// Waits for the end of a test run; if the run could not clear up itself (kill, Ctrl-C), stops its servers and
// removes its folder. Plain JavaScript, because nothing compiles it.
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const [, , runPid, root] = process.argv;

while (isAlive(Number(runPid))) await sleep(500);
const clusters = existsSync(root) ? readdirSync(root).map(clusterOf) : [];
const servers = clusters.map(serverOf).filter(isAlive);
for (const pid of servers) process.kill(pid, 'SIGINT');
for (let tries = 0; tries < 100 && servers.some(isAlive); tries++) await sleep(100);
for (const folder of [...clusters, root]) {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
}

function clusterOf(home) {
  return read(join(root, home, 'postgres.location')).trim() || join(root, home, 'postgres');
}

/** An old file may name a process that is not ours by now; its command line tells. */
function serverOf(cluster) {
  const pid = Number(read(join(cluster, 'data', 'postmaster.pid')).split('\n')[0]);
  const ours = process.platform !== 'linux' || read(`/proc/${pid}/cmdline`).includes(cluster);
  return ours ? pid : 0;
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function isAlive(pid) {
  if (!(pid > 0)) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
