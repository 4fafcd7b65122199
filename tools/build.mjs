import { spawnSync } from 'node:child_process';
import { cpSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildWeb } from './build-web.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Compiles src to dist and copies the .sql files that stand beside the code. Throws with the compiler's words. */
export function build({ clean = false } = {}) {
  if (clean) rmSync(join(root, 'dist'), { recursive: true, force: true });
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const result = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
    cwd: root,
    encoding: 'utf8',
  });
  if (result.status !== 0) throw new Error(`tsc failed:\n${result.stdout}${result.stderr}`);
  for (const file of readdirSync(join(root, 'src'), { recursive: true })) {
    if (String(file).endsWith('.sql'))
      cpSync(join(root, 'src', String(file)), join(root, 'dist', String(file)));
  }
  // Nothing has to be built before a source is newer than this.
  writeFileSync(join(root, 'dist', '.built'), '');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  build({ clean: true });
  await buildWeb();
}
