import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../../lib/paths.mjs';

/** What bin/prodplan.mjs starts once everything is built. */
const program = join(root, 'dist', 'cli', 'main.js');
const saidChars = 20_000;

const running = new Set();
let isStopped = false;

/** A command of Prodplan that is not waited for. */
export function start(args, env) {
  if (isStopped) throw new Error('the campaign was stopped');
  const child = spawn(process.execPath, [program, ...args], {
    env: { ...process.env, DATABASE_URL: '', REDIS_URL: '', NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk) => {
    said.out = (said.out + chunk).slice(-saidChars);
  });
  child.stderr.on('data', (chunk) => {
    said.err = (said.err + chunk).slice(-saidChars);
  });
  const ended = new Promise((resolve) =>
    child.on('close', (code, signal) => {
      running.delete(child);
      resolve({ code, signal });
    }),
  );
  return { child, said, ended, isAlive: () => child.exitCode === null && child.signalCode === null };
}

/** Whether it ended by itself within the time; what is still there then is killed. */
export async function endsWithin(started, patienceMs) {
  const gone = new AbortController();
  const patience = sleep(patienceMs, null, { signal: gone.signal }).catch(() => null);
  const end = await Promise.race([started.ended, patience]);
  gone.abort();
  if (end !== null) return end;
  started.child.kill('SIGKILL');
  await started.ended;
  return null;
}

/** Kills what this campaign started and nothing else, and waits for nothing more: when it is stopped. */
export function killRunning() {
  isStopped = true;
  for (const child of running) child.kill('SIGKILL');
}

/** False where it did not come about in time. */
export async function until(holds, { patienceMs, everyMs = 20 }) {
  for (
    const end = performance.now() + patienceMs;
    performance.now() < end && !isStopped;
    await sleep(everyMs)
  )
    if (await holds()) return true;
  return false;
}
