import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { inHome } from '../lib/homes.mjs';
import { cli } from '../lib/paths.mjs';

const startPatienceMs = 60_000;
const stopPatienceMs = 15_000;

/** `prodplan serve` as anybody starts it, with the one setting that lets a benchmark call as often as it must. */
export async function startServer(home, { scratch, callsPerMinute }) {
  const child = spawn(process.execPath, [cli, 'serve', '--port', '0', '--host', '127.0.0.1'], {
    env: { ...process.env, ...inHome(home), PRODPLAN_CALLS_PER_MINUTE: String(callsPerMinute) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = createWriteStream(join(scratch, 'serve.log'));
  child.stderr.pipe(log);
  const ended = once(child, 'exit');
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    const hard = setTimeout(() => child.kill('SIGKILL'), stopPatienceMs);
    await ended;
    clearTimeout(hard);
  };
  try {
    return { url: await addressOf(child), pid: child.pid, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The server prints its address once it answers there. */
async function addressOf(child) {
  let said = '';
  const patience = AbortSignal.timeout(startPatienceMs);
  for (;;) {
    const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said);
    if (found !== null) return found[0];
    const next = await Promise.race([
      once(child.stdout, 'data', { signal: patience }),
      once(child, 'exit', { signal: patience }).then(() => null),
    ]);
    if (next === null) throw new Error(`prodplan serve ended before it answered: ${said}`);
    said += String(next[0]);
  }
}

/** How many answers came from the cache and how many were computed, by question, since the server started. */
export async function answerCounts(url) {
  const text = await (await fetch(`${url}/metrics`)).text();
  const counts = new Map();
  const line = /^prodplan_http_answers_total\{question="([^"]+)",from="(cache|database)"\} (\d+)/gm;
  for (const [, question, from, count] of text.matchAll(line))
    counts.set(`${question} ${from}`, Number(count));
  return counts;
}

/** What was added between two counts, of all questions together. */
export function added(before, after) {
  const sum = (counts, from) =>
    [...counts].filter(([key]) => key.endsWith(` ${from}`)).reduce((total, [, count]) => total + count, 0);
  return {
    cache: sum(after, 'cache') - sum(before, 'cache'),
    database: sum(after, 'database') - sum(before, 'database'),
  };
}
