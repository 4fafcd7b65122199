import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { failureOf } from './area.js';
import { areas, catalogue } from './catalogue.js';
import { exceptionalCodes, exitOf, kinds, type Language, statusOf, type Told } from './kinds.js';

const languages: readonly Language[] = ['pt', 'en'];
const entries = Object.entries(catalogue);
const source = fileURLToPath(new URL('../../', import.meta.url));

/** The code of the program, without its tests and without the catalogue. */
const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.ts$/.test(name) && !/\.test\.ts$|^platform\/errors\//.test(name))
  .map((name) => ({ name, text: readFileSync(join(source, name), 'utf8') }));

/** Codes that a thrower takes from a value: what gives these values names them, and the compiler holds that they fit. */
const handedOn = [
  ...codesIn(/new WorkbookError\(\s*'([A-Z_]+)'/g),
  ...codesIn(
    /^ *(?:\.\.\.\{ |return .*\[\{ |return \{ |found\.push\(\{ )?code: '([A-Z_]+)'/gm,
    /guard-dump\.ts$|guards\.ts$/,
  ),
  ...codesIn(/contractFailure\([^)]*? \? '([A-Z_]+)' : '[A-Z_]+'/g),
  ...codesIn(/contractFailure\([^)]*? \? '[A-Z_]+' : '([A-Z_]+)'/g),
];

function codesIn(pattern: RegExp, name = /./): string[] {
  return files
    .filter((file) => name.test(file.name))
    .flatMap(({ text }) => [...text.matchAll(pattern)].map(([, code]) => code!));
}

describe('the catalogue of errors', () => {
  it('has each code once', () => {
    const codes = areas.flatMap(({ entries }) => Object.keys(entries));
    expect(codes.toSorted()).toEqual([...new Set(codes)].toSorted());
    expect(codes.toSorted()).toEqual(Object.keys(catalogue).toSorted());
  });

  it('has every code that is thrown, and no other', () => {
    const thrown = [...codesIn(/\b\w+Failure\(\s*'([A-Z_]+)'/g), ...codesIn(/failureOf\(\s*'([A-Z_]+)'/g)];
    const all = new Set([...thrown, ...handedOn]);
    expect([...all].filter((code) => !(code in catalogue))).toEqual([]);
    expect(Object.keys(catalogue).filter((code) => !all.has(code))).toEqual([]);
  });

  it('alone makes errors', () => {
    const makers = files.filter(({ text }) => /new ProdplanError\(|extends ProdplanError/.test(text));
    // One error carries what is wrong with each parameter; one file gives an error other words.
    expect(makers.map(({ name }) => name).toSorted()).toEqual([
      'platform/errors.ts',
      'services/answer/parameter-error.ts',
    ]);
  });

  it.each(entries)('says what %s is, in both languages', (code, declared) => {
    expect(declared.examples.length).toBeGreaterThan(0);
    for (const example of declared.examples) {
      const [pt, en] = languages.map((language) => declared[language](example as never)) as [Told, Told];
      for (const [what, remedy] of [pt, en]) {
        expect(what).toMatch(/^.{10,}[.\]]$|: \S/s);
        expect(`${what} ${remedy}`).not.toMatch(/undefined|\[object|NaN| {2}/);
      }
      expect(pt[0]).not.toBe(en[0]);
      // What can be done is said in both languages, or in neither.
      expect(pt[1] === '').toBe(en[1] === '');
      expect(withoutRemedy.includes(code) || pt[1] !== '').toBe(true);
    }
  });

  it.each(entries)('%s tells all that it is given, in both languages', (_, declared) => {
    for (const language of languages) {
      const tell = (params: object): string => {
        try {
          return declared[language](params as never).join('\n');
        } catch {
          return 'it was looked at';
        }
      };
      const seen = new Map<string, boolean>();
      for (const example of declared.examples) {
        for (const { path, changed } of changes(example))
          seen.set(path, (seen.get(path) ?? false) || tell(changed) !== tell(example));
      }
      // In one example at least: a figure may matter only where another is there.
      expect([...seen].filter(([, isTold]) => !isTold).map(([path]) => path)).toEqual([]);
    }
  });

  it('gives to callers over the network no host, path or query', () => {
    const inner = /\/srv|\/var|\/dados|\/copias|fabrica|:\d{4}|chown|permission denied|ECONN|ENOENT/;
    for (const [code, declared] of entries) {
      if (kinds[declared.kind].outside === undefined) continue;
      for (const example of declared.examples)
        for (const language of languages)
          expect(failureOf(code, declared, example).outside(language).join(' ')).not.toMatch(inner);
    }
  });

  it('ends commands and answers calls by the kind, but for the statuses that HTTP has of its own', () => {
    const exits = {
      system: 1,
      unavailable: 1,
      usage: 2,
      missing: 2,
      denied: 2,
      setup: 2,
      input: 3,
      contract: 4,
      state: 4,
      locked: 5,
    };
    for (const [kind, exit] of Object.entries(exits)) expect(exitOf({ kind })).toBe(exit);
    expect(Object.keys(exits).toSorted()).toEqual(Object.keys(kinds).toSorted());
    // Of an older version, in a record.
    expect(exitOf({ kind: 'empty' })).toBe(1);
    for (const [code, { kind }] of entries) {
      const isOwn = statusOf({ code, kind }) !== kinds[kind].status;
      expect(isOwn, code).toBe(exceptionalCodes.includes(code));
    }
    expect(exceptionalCodes.filter((code) => !(code in catalogue))).toEqual([]);
  });
});

/** Where nothing can be done, or the sentence says it already. */
const withoutRemedy = [
  'STOPPED',
  'BAD_REQUEST',
  'BAD_BODY',
  'TOO_LARGE',
  'HEADERS_TOO_LARGE',
  'DATABASE_IN_PLACE',
  'BAD_LABEL',
];

/** An example with one value in it changed, for each of its values. */
function* changes(example: object, at = ''): Generator<{ path: string; changed: object }> {
  for (const [key, value] of Object.entries(example)) {
    const path = Array.isArray(example) ? `${at}[]` : `${at}.${key}`;
    const put = (other: unknown): object =>
      Array.isArray(example) ? example.with(Number(key), other) : { ...example, [key]: other };
    if (typeof value === 'string') yield { path, changed: put(`${value}§`) };
    else if (typeof value === 'number') yield { path, changed: put(value + 7) };
    else if (typeof value === 'boolean') yield { path, changed: put(!value) };
    else if (value instanceof Date) yield { path, changed: put(new Date(value.getTime() + 86_400_000)) };
    else if (value !== null && typeof value === 'object')
      for (const inner of changes(value as object, path))
        yield { path: inner.path, changed: put(inner.changed) };
  }
}
