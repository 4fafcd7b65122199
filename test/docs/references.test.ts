import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { catalogue } from '../../src/platform/errors/catalogue.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

const pages = [
  'README.md',
  'LEIA-ME.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

const folders = ['src', 'web/src', 'migrations', 'test', 'tools', 'bench', 'deploy'];
/** Every file and folder of the project, without an index of the tree: also what is not committed yet. */
const places = folders.flatMap((folder) => [
  folder,
  ...readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    // A benchmark keeps whole builds of earlier commits, and packages of its own.
    .filter((name) => !name.startsWith('.work') && !name.startsWith('node_modules'))
    .map((name) => `${folder}/${name}`),
]);

/** In code spans: whole paths, also with a `*`, and the ends of paths of files (`gates/declared.ts`). */
function placesIn(text: string): string[] {
  const spans = [...text.matchAll(/`([\w.*-]+(?:\/[\w.*-]+)+)\/?`/g)].map(([, span]) => span!);
  return spans.filter(
    (span) => folders.some((folder) => span.startsWith(`${folder}/`)) || /\.(tsx?|sql|mjs)$/.test(span),
  );
}

function isThere(place: string): boolean {
  const pattern = new RegExp(`(^|/)${place.replaceAll('.', '\\.').replaceAll('*', '[^/]*')}$`);
  return places.some((one) => pattern.test(one));
}

it('every file and folder that a document names is there', () => {
  const named = pages.flatMap((page) =>
    placesIn(readFileSync(join(root, page), 'utf8')).map((place) => ({ page, place })),
  );
  expect(named.length).toBeGreaterThan(200);
  expect(named.filter(({ place }) => !isThere(place))).toEqual([]);
});

it('sees a place that is gone', () => {
  expect(placesIn('`src/intake`, `cells/codes.ts`, `test/ingest/bad-*`, `a/b`')).toEqual([
    'src/intake',
    'cells/codes.ts',
    'test/ingest/bad-*',
  ]);
  expect(['src/intake', 'evidence/product-family.ts', 'src/contract/*.sql'].filter(isThere)).toEqual([]);
  expect(['src/source', 'cells/codes.ts', 'src/contract/sheets/*.ts'].filter((one) => !isThere(one))).toEqual(
    [],
  );
});

it('every decision has a number of its own and stands in the list of documents', () => {
  const decisions = readdirSync(join(root, 'docs/decisions'));
  const numbers = decisions.map((name) => name.slice(0, 4));
  expect(numbers).toEqual([...new Set(numbers)]);
  const list = readFileSync(join(root, 'docs/README.md'), 'utf8');
  expect(decisions.filter((name) => !list.includes(`(decisions/${name})`))).toEqual([]);
  for (const name of decisions)
    expect(readFileSync(join(root, 'docs/decisions', name), 'utf8')).toMatch(
      new RegExp(`^# ${name.slice(0, 4)}\\b`),
    );
});

it('every error that the first page names stands in the catalogue', () => {
  const rows = readFileSync(join(root, 'LEIA-ME.md'), 'utf8').matchAll(/^\| (`[A-Z][A-Z_]+`[^|]*) \|/gm);
  const codes = [...rows].flatMap(([, cell]) =>
    [...cell!.matchAll(/`([A-Z][A-Z_]+)`/g)].map(([, code]) => code!),
  );
  expect(codes.length).toBeGreaterThan(30);
  expect(codes.filter((code) => !(code in catalogue))).toEqual([]);
});
