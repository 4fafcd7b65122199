import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { present } from './baseline.mjs';
import { work } from './paths.mjs';

/** Newer versions of Node, from npm's packages of its binaries, under which the present build is measured as well. */
const versions = ['22.23.5', '24.22.3'];

/** The present build under each of them; a machine for which npm has no binary measures none. */
export function otherNodes() {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  return versions.flatMap((version) => {
    const folder = join(work, `node-${version}`);
    const binary = join(folder, 'node_modules', name, 'bin', 'node');
    if (!existsSync(binary) && !install(folder, `${name}@${version}`)) return [];
    return [{ ...present, name: `Node ${version}`, group: `node-${version.split('.')[0]}`, program: binary }];
  });
}

function install(folder, wanted) {
  console.error(`Fetching ${wanted} ...`);
  mkdirSync(folder, { recursive: true });
  try {
    execFileSync('npm', ['install', '--prefix', folder, '--no-save', '--no-audit', '--no-fund', wanted], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return true;
  } catch {
    console.error(`${wanted} could not be fetched: it is left out.`);
    return false;
  }
}
