import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { compile, runCode } from '../../../test/support/child-process.js';
import { withFileLock } from './file-lock.js';

let folder: string;
let path: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prodplan-lock-'));
  path = join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('one at a time, and nothing is left', async () => {
  let inside = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++inside);
    await sleep(5);
    inside--;
  };
  await Promise.all(Array.from({ length: 8 }, () => withFileLock(path, work)));
  expect(most).toBe(1);
  expect(readdirSync(folder)).toEqual([]);
});

test('work that fails gives the lock back', async () => {
  await expect(withFileLock(path, () => Promise.reject(new Error('x')))).rejects.toThrow('x');
  expect(existsSync(path)).toBe(false);
});

test('a lock whose holder is dead is broken', async () => {
  const child = spawn(process.execPath, ['--eval', '']);
  await once(child, 'exit');
  writeFileSync(path, JSON.stringify({ pid: child.pid, identity: 'x', token: 't' }));
  expect(await withFileLock(path, async () => 'in')).toBe('in');
});

test('a lock whose holder lost its id to another process is broken', async () => {
  writeFileSync(path, JSON.stringify({ pid: process.pid, identity: 'a former life', token: 't' }));
  expect(await withFileLock(path, async () => 'in')).toBe('in');
});

test('a lock that lost its content in a power cut is broken', async () => {
  writeFileSync(path, '');
  writeFileSync(`${path}.breaking`, '');
  const removed = sleep(100).then(() => rmSync(`${path}.breaking`));
  expect(await withFileLock(path, async () => 'in')).toBe('in');
  await removed;
});

test('many processes, one of them killed: each of the others works alone', async () => {
  const compiled = compile('src/platform');
  const code = (work: string) => `
    import { appendFileSync } from 'node:fs';
    import { setTimeout as sleep } from 'node:timers/promises';
    import { withFileLock } from './src/platform/postgres/file-lock.js';
    await withFileLock(${JSON.stringify(path)}, async () => { ${work} });`;
  const first = runCode(compiled, code('console.log("held"); await sleep(60_000);'));
  while (!first.text().includes('held')) await sleep(5);
  const trace = join(folder, 'trace');
  const step = `appendFileSync(${JSON.stringify(trace)}, 'in\\n'); await sleep(10); appendFileSync(${JSON.stringify(trace)}, 'out\\n');`;
  const others = Array.from({ length: 4 }, () => runCode(compiled, code(step)));
  await sleep(300);
  expect(existsSync(trace)).toBe(false);
  first.child.kill('SIGKILL');
  const ends = await Promise.all(others.map(({ ended }) => ended));
  expect(ends.map(({ status }) => status)).toEqual([0, 0, 0, 0]);
  expect(readFileSync(trace, 'utf8')).toBe('in\nout\n'.repeat(4));
  rmSync(compiled, { recursive: true });
});
