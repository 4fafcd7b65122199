// Writes the generated pages of docs from the code; with --check it only says whether what stands there is still true.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contractPage } from '../dist/contract/docs.js';
import { metricsPage, services } from '../dist/services/index.js';

const folder = join(dirname(dirname(fileURLToPath(import.meta.url))), 'docs');
const pages = { 'generated/data-contract.md': contractPage(), 'metrics.md': metricsPage(services) };
const check = process.argv.includes('--check');

for (const [name, text] of Object.entries(pages)) {
  const path = join(folder, name);
  if (check && read(path) !== text) {
    console.error(`docs/${name} is not what the code says: run "npm run generate" and commit it.`);
    process.exitCode = 1;
  }
  if (!check) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}

function read(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}
