// Writes docs/generated from the code; with --check it only says whether what stands there is still true.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contractPage } from '../dist/contract/docs.js';

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'docs', 'generated');
const pages = { 'data-contract.md': contractPage() };
const check = process.argv.includes('--check');

mkdirSync(folder, { recursive: true });
for (const [name, text] of Object.entries(pages)) {
  const path = join(folder, name);
  if (check && read(path) !== text) {
    console.error(`docs/generated/${name} is not what the code says: run "npm run generate" and commit it.`);
    process.exitCode = 1;
  }
  if (!check) writeFileSync(path, text);
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
