import { readFileSync } from 'node:fs';
import { basename, dirname, extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ClientBase, QueryResultRow } from 'pg';
import { factoryFacts } from './factory-facts.js';

export type Queryable = Pick<ClientBase, 'query'>;

/** A query file beside the code that runs it. In psql its parameters are set with `\set`, and it can be pasted as it is. */
export interface SqlFile {
  /** Area and file: `prodplan.bottlenecks`, as it is read at /api/queries/prodplan.bottlenecks. */
  readonly name: string;
  readonly text: string;
  /**
   * Runs it. A `:name` in the text takes its value from `params`, or is a fact of the factory; null stands for "not asked for". `{{name}}` is
   * replaced by a piece of SQL that the code chooses, never by what a caller wrote.
   */
  rows<R extends QueryResultRow>(
    client: Queryable,
    params?: Readonly<Record<string, unknown>>,
    pieces?: Readonly<Record<string, string>>,
  ): Promise<R[]>;
}

export interface SqlFileOptions {
  /**
   * Each connection prepares it, once for each set of parameters that are null: worth it where planning costs more than
   * running, and only where there are few such sets and no pieces, since a connection keeps every one.
   */
  readonly prepared?: boolean;
}

/** The file `file` beside the module `module` (its import.meta.url). */
export function sqlFile(
  module: string,
  file: `${string}.sql`,
  { prepared = false }: SqlFileOptions = {},
): SqlFile {
  const path = fileURLToPath(new URL(file, module));
  const text = readFileSync(path, 'utf8');
  const name = `${areaOf(path)}.${basename(path, extname(path))}`;
  return {
    name,
    text,
    async rows<R extends QueryResultRow>(client: Queryable, params = {}, pieces = {}) {
      if (prepared) return (await client.query<R>(preparedQuery(name, text, params, path))).rows;
      const { text: compiled, names } = compileSql(text, pieces);
      const values = names.map((name) => paramOf(params, name, path));
      // Without a name the plan is made for these very values: a filter that is null costs nothing.
      return (await client.query<R>(compiled, values)).rows;
    },
  };
}

/** A filter that is null stands in the text as NULL, so that the plan that is kept has no trace of it. */
function preparedQuery(
  file: string,
  text: string,
  params: Readonly<Record<string, unknown>>,
  path: string,
): { readonly name: string; readonly text: string; readonly values: readonly unknown[] } {
  const nulls = compileSql(text).names.map((name) => paramOf(params, name, path) === null);
  const { text: compiled, names } = compileSql(text, {}, (name) => params[name] == null);
  // The server reads 63 characters of a name.
  const shape = Number.parseInt(`1${nulls.map(Number).join('')}`, 2).toString(36);
  return { name: `${file} ${shape}`, text: compiled, values: names.map((name) => params[name]) };
}

/** Strings, quoted names, comments and casts are passed over; what is left of colons and braces is ours. */
const tokens = /--[^\n]*|\/\*[\s\S]*?\*\/|'(?:[^']|'')*'|"[^"]*"|::|:([a-z_][a-z0-9_]*)/g;

/** Puts the pieces in and numbers the parameters: `:of_id` becomes `$1`, or NULL where it `isNull`. A pure function. */
export function compileSql(
  text: string,
  pieces: Readonly<Record<string, string>> = {},
  isNull: (name: string) => boolean = () => false,
): { readonly text: string; readonly names: readonly string[] } {
  const whole = text.replaceAll(/\{\{([a-z_]+)\}\}/g, (_, name: string) => {
    const piece = pieces[name];
    if (piece === undefined) throw new Error(`no piece of SQL for {{${name}}}`);
    return piece;
  });
  const names: string[] = [];
  const numbered = whole.replaceAll(tokens, (token, name: string | undefined) => {
    if (name === undefined) return token;
    const fact = factoryFacts[name];
    if (fact !== undefined) return fact;
    if (isNull(name)) return 'NULL';
    if (!names.includes(name)) names.push(name);
    return `$${names.indexOf(name) + 1}`;
  });
  return { text: numbered, names };
}

/** A parameter that was forgotten must not pass for one that is null. */
function paramOf(params: Readonly<Record<string, unknown>>, name: string, path: string): unknown {
  if (!(name in params)) throw new Error(`${path}: no value for :${name}`);
  return params[name] ?? null;
}

/** The first folder below `services`: files of one area have different names. */
function areaOf(path: string): string {
  const folders = dirname(path).split(/[\\/]/);
  return folders[folders.lastIndexOf('services') + 1] ?? '';
}
