import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { explained, gone, goneIn, plain, unknownIn, wordsOf } from './vocabulary.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

interface Exported {
  readonly name: string;
  readonly file: string;
  readonly isType: boolean;
}

/** What the modules of `src` declare and export. */
const exported: readonly Exported[] = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts') && !/\.(test|d)\.ts$/.test(file))
  .flatMap(exportsOf);

function exportsOf(file: string): Exported[] {
  const text = readFileSync(join(root, 'src', file), 'utf8');
  const { statements } = ts.createSourceFile(file, text, ts.ScriptTarget.Latest);
  return statements.flatMap((one) => {
    const isExported =
      ts.canHaveModifiers(one) && one.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!isExported) return [];
    const isType =
      ts.isInterfaceDeclaration(one) || ts.isTypeAliasDeclaration(one) || ts.isClassDeclaration(one);
    return namesOf(one).map((name) => ({ name, file, isType }));
  });
}

function namesOf(one: ts.Statement): string[] {
  const declared = ts.isVariableStatement(one)
    ? [...one.declarationList.declarations]
    : [one as ts.Node as ts.NamedDeclaration];
  return declared.flatMap(({ name }) => (name !== undefined && ts.isIdentifier(name) ? [name.text] : []));
}

/** Fields of bodies, and parameters. */
function apiNames(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { properties, in: place, name } = value as Record<string, unknown>;
  const here = typeof properties === 'object' && properties !== null ? Object.keys(properties) : [];
  if (typeof place === 'string' && typeof name === 'string') here.push(name);
  return [...here, ...Object.values(value).flatMap(apiNames)];
}

const api = apiNames(JSON.parse(readFileSync(join(root, 'docs/openapi.json'), 'utf8')));
const types = exported.filter(({ isType }) => isType).map(({ name }) => name);

test('every field and parameter of the API and every exported type is made of words of the glossary', () => {
  expect(api.length).toBeGreaterThan(300);
  expect(types.length).toBeGreaterThan(300);
  expect(unknownIn([...api, ...types])).toEqual([]);
});

test('no exported name uses a word that has gone', () => {
  // Settings and codes of the page's own language may.
  expect(goneIn([...api, ...exported.map(({ name }) => name)])).toEqual([]);
});

test('an exported name exists once', () => {
  const twice = exported.filter(({ name }, at) => exported.findIndex((other) => other.name === name) !== at);
  expect(twice.map(({ name, file }) => `${name} in ${file}`)).toEqual([]);
});

test('a word has one line', () => {
  const all = [...explained, ...plain].filter((word) => word.length > 3);
  expect(all.filter((word, at) => all.indexOf(word) !== at)).toEqual([]);
  expect(wordsOf('firstPassYield2')).toEqual(['first', 'pass', 'yield2']);
  expect(gone).toContain('upkeep');
});
