import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bench } from './paths.mjs';

const stamp = join(bench, 'node_modules', '.bench-installed');
const lockText = () => readFileSync(join(bench, 'package-lock.json'), 'utf8');

/** Installs the peers from npm, once for each state of the lock file. */
export function installPeers() {
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lockText()) return;
  console.error('Installing what the benchmarks need from npm, this once ...');
  const npm = process.env.npm_execpath;
  const [command, first] = npm ? [process.execPath, [npm]] : ['npm', []];
  const result = spawnSync(command, [...first, 'ci', '--no-audit', '--no-fund', '--ignore-scripts'], {
    cwd: bench,
    encoding: 'utf8',
    shell: !npm && process.platform === 'win32',
  });
  if (result.status !== 0) throw new Error(`npm ci in bench failed:\n${result.stdout}${result.stderr}`);
  writeFileSync(stamp, lockText());
}

/** The version that is installed in bench/node_modules. */
export function npmVersion(name) {
  return JSON.parse(readFileSync(join(bench, 'node_modules', name, 'package.json'), 'utf8')).version;
}

/** Null where this Python lacks the library. */
export function pythonVersion(python, name) {
  const code = `import importlib.metadata as m; print(m.version(${JSON.stringify(name)}))`;
  const result = spawnSync(python, ['-c', code], { encoding: 'utf8', timeout: 30_000 });
  return result.status === 0 ? result.stdout.trim() : null;
}
