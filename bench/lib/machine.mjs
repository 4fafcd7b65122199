import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { availableParallelism, cpus, release, totalmem, type } from 'node:os';
import { root } from './paths.mjs';

/** What the figures were measured on. */
export function machine() {
  return {
    cpu: cpus()[0]?.model.trim() ?? 'unknown',
    cores: availableParallelism(),
    memoryGb: totalmem() / 2 ** 30,
    os: `${distribution()}, ${type()} ${release().split('-')[0]}`,
    node: process.versions.node,
  };
}

/** The commit, and whether what was measured is what it says. */
export function commit() {
  const head = git('rev-parse', '--short', 'HEAD');
  if (head === null) return 'not a git clone';
  const changes = git(
    'status',
    '--porcelain',
    '--',
    '.',
    ':!bench/RESULTS.md',
    ':!bench/API.md',
    ':!bench/DASHBOARD.md',
    ':!bench/PROOF.md',
    ':!bench/FORECAST.md',
    ':!bench/proof',
  );
  return changes ? `${head}, with changes that are not committed` : head;
}

function git(...args) {
  const result = spawnSync('git', args, { cwd: root, encoding: 'utf8' });
  return result.status === 0 ? result.stdout.trim() : null;
}

function distribution() {
  try {
    return /^PRETTY_NAME="?([^"\n]+)/m.exec(readFileSync('/etc/os-release', 'utf8'))[1];
  } catch {
    return process.platform;
  }
}
