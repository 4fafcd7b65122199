// Writes what is generated from the code: pages of docs, the API's description and its client's types; with --check it only says whether what stands there is still true.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import openapiTS, { astToString } from 'openapi-typescript';
import { contractPage } from '../dist/contract/docs.js';
import { codesPage } from '../dist/contract/factory/codes-page.js';
import { openApi } from '../dist/http/openapi/index.js';
import { errorsPage } from '../dist/platform/errors/page.js';
import { metricsPage, services } from '../dist/services/index.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const pages = {
  'docs/generated/data-contract.md': contractPage(),
  'docs/generated/errors.md': errorsPage(),
  'docs/metrics.md': metricsPage(services),
  'docs/openapi.json': `${JSON.stringify(openApi(), null, 2)}\n`,
  'web/src/api/codes.ts': codesPage(),
  'web/src/api/schema.d.ts': await clientTypes(),
};
const check = process.argv.includes('--check');

for (const [name, text] of Object.entries(pages)) {
  const path = join(root, name);
  if (check && read(path) !== text) {
    console.error(`${name} is not what the code says: run "npm run generate" and commit it.`);
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

/** What openapi-fetch needs to know of the API. */
async function clientTypes() {
  const types = astToString(await openapiTS(openApi(), { alphabetize: true }));
  return `// Generated from docs/openapi.json by "npm run generate"; do not edit.\n${types}`;
}
