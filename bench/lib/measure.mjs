import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const hook = pathToFileURL(join(import.meta.dirname, 'preload-usage.mjs')).href;
const usageFile = join(tmpdir(), `prodplan-bench-usage-${process.pid}.json`);
const stderrRetainedChars = 2000;

const running = new Set();

/** Asks the children that this process started, and no others, to end. */
export function stopRunning() {
  for (const child of running) child.kill('SIGTERM');
}

export function node(script, args, program = process.execPath) {
  return { program, args: ['--import', hook, script, ...args] };
}

/**
 * Runs a command as a whole process. Wall time is from spawn to exit; CPU time and the peak of resident memory are
 * what the operating system counted for that process. Throws where it fails or does not end in time.
 */
export async function measure({ program, args }, { env = {}, timeoutMs } = {}) {
  rmSync(usageFile, { force: true });
  const began = performance.now();
  const child = spawn(program, args, {
    env: { ...process.env, ...env, TZ: 'UTC', BENCH_USAGE_FILE: usageFile },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let timedOut = false;
  const timer = setTimeout(() => {
    timedOut = true;
    child.kill('SIGKILL');
  }, timeoutMs);
  let output;
  try {
    output = await Promise.all([text(child.stdout), text(child.stderr), ended(child)]);
  } finally {
    clearTimeout(timer);
    running.delete(child);
  }
  const [stdout, stderr, end] = output;
  const wallSeconds = (end.at - began) / 1000;
  const used = usage();
  if (timedOut) throw new Error(`no end within ${timeoutMs / 1000} s`);
  if (end.code !== 0)
    throw new Error(`ended with ${end.code}: ${(stderr || stdout).slice(-stderrRetainedChars)}`);
  if (used === null) throw new Error('ended without saying what it used');
  return { wallSeconds, ...used, stdout };
}

/** Null where the process ended before it could say. */
function usage() {
  try {
    const { cpuUs, peakKb } = JSON.parse(readFileSync(usageFile, 'utf8'));
    return { cpuSeconds: cpuUs / 1e6, peakMb: peakKb / 1024 };
  } catch {
    return null;
  } finally {
    rmSync(usageFile, { force: true });
  }
}

function ended(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve({ code: code ?? signal, at: performance.now() }));
  });
}

async function text(stream) {
  let all = '';
  for await (const chunk of stream.setEncoding('utf8')) all += chunk;
  return all;
}
