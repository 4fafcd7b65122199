import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { cli, root, work } from './paths.mjs';

/** A build of the project: the present one, or that of an earlier commit. */
export const present = { name: 'ours', cli };

/**
 * Builds an earlier commit beside the present one, once, so that both are measured in one run. Throws where git does not know
 * the revision.
 */
export function buildBaseline(revision) {
  const commit = git(['rev-parse', '--verify', '--short=8', `${revision}^{commit}`]).trim();
  const folder = join(work, `baseline-${commit}`);
  if (!existsSync(folder)) {
    console.error(`Building ${commit} ...`);
    const draft = `${folder}-draft`;
    rmSync(draft, { recursive: true, force: true });
    mkdirSync(draft, { recursive: true });
    const archive = execFileSync('git', ['archive', '--format=tar', commit], {
      cwd: root,
      maxBuffer: 1 << 28,
    });
    execFileSync('tar', ['-x', '-C', draft], { input: archive });
    // Its own locked versions of everything; whatever it builds for itself it builds at the first command.
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], {
      cwd: draft,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    execFileSync(process.execPath, [join(draft, 'bin', 'prodplan.mjs'), '--version'], { stdio: 'ignore' });
    renameSync(draft, folder);
  }
  return { name: commit, cli: join(folder, 'bin', 'prodplan.mjs') };
}

function git(args) {
  return execFileSync('git', args, { cwd: root, encoding: 'utf8' });
}
