import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const out = join(root, 'dist', 'web');

/** Builds web to dist/web, each text also compressed; does nothing in a tree without web. Throws with Vite's words. */
export async function buildWeb({ clean = false } = {}) {
  if (!existsSync(join(root, 'web', 'vite.config.ts'))) return;
  if (clean) rmSync(out, { recursive: true, force: true });
  const { build } = await import('vite');
  await build({ configFile: join(root, 'web', 'vite.config.ts'), logLevel: 'warn' });
  await Promise.all(texts().map(compress));
  // Beside the folder, not in it: everything in it is served.
  writeFileSync(join(root, 'dist', '.web-built'), '');
}

function texts() {
  return readdirSync(out, { recursive: true })
    .map((file) => join(out, String(file)))
    .filter((path) => /\.(js|css|html|svg|json|webmanifest)$/.test(path));
}

/** Done once here, as small as can be, and never while somebody waits. */
async function compress(path) {
  const text = readFileSync(path);
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  writeFileSync(`${path}.br`, await promisify(brotliCompress)(text, quality));
  writeFileSync(`${path}.gz`, await promisify(gzip)(text, { level: 9 }));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildWeb({ clean: true });
