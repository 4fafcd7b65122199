import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { gates } from '../evidence/index.js';
import { decodeCursor, encodeCursor } from './answer/cursor.js';
import { compileSql } from './answer/sql-file.js';
import { readParams, services } from './index.js';

describe('the declared questions', () => {
  it('have names and paths of their own', () => {
    expect(services.length).toBeGreaterThan(0);
    expect(new Set(services.map((one) => one.name)).size).toBe(services.length);
    expect(new Set(services.map((one) => one.path)).size).toBe(services.length);
  });

  it.each(services.map((one) => [one.name, one] as const))('%s is declared whole', (_, service) => {
    const known = gates.map((gate) => gate.gate);
    for (const gate of [...service.gates, ...Object.values(service.filterGates ?? {})]) {
      expect(known).toContain(gate);
    }
    for (const name of Object.keys(service.filterGates ?? {})) {
      expect(Object.keys(service.params.shape)).toContain(name.split('=')[0]);
    }
    const inPath = [...service.path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
    for (const name of inPath) expect(Object.keys(service.params.shape)).toContain(name);
    for (const text of [service.summary, service.method]) expect(text.trim().length).toBeGreaterThan(5);
    // A parameter that nobody declared is refused by its name, never passed over.
    expect(() => readParams(service, { no_such_parameter: '1' })).toThrow(/no_such_parameter/);
  });
});

/** What a day is of, in the words of a description, by what the gates of the question go by. */
const dayOf = {
  created: /da criação da ordem/,
  finished: /do acabamento da ordem/,
  inspected: /em que o barco passou a primeira inspeção/,
  phase: /do fim da fase/,
} as const;

/** Their gates know no such day. */
const otherDays: Readonly<Record<string, RegExp>> = {
  'prodplan.risk_queue': /de expedição previsto/,
  'prodplan.shipments': /de expedição previsto/,
  'prodplan.waits': /em que a fase começou/,
  'prodplan.cumulative_flow': /de cada marco/,
  'prodplan.release': /da criação e do acabamento das ordens/,
  'prodplan.restatement': /contado/,
  'kpis.history': /do ficheiro/,
  'smartinventory.consumption_estimate': /do consumo/,
};

describe('a period', () => {
  it.each(services.filter((one) => 'from' in one.params.shape).map((one) => [one.name, one] as const))(
    '%s says of which day it is',
    (name, { params, rows }) => {
      const expected = otherDays[name] ?? (rows === 'file' || rows.day === null ? /never/ : dayOf[rows.day]);
      for (const side of ['from', 'to']) {
        const { description = '' } = (params.shape[side] as z.ZodOptional<z.ZodString>).unwrap();
        expect(description).toMatch(expected);
        expect(description).toContain('AAAA-MM-DD');
      }
    },
  );

  const service = services.find((one) => 'from' in one.params.shape)!;
  it('is of days that exist, in their order', () => {
    const path = Object.fromEntries(
      [...service.path.matchAll(/\{(\w+)\}/g)].map((match) => [match[1]!, '1']),
    );
    expect(readParams(service, { ...path, from: '2023-01-01', to: '2023-01-01' })).toMatchObject({
      from: '2023-01-01',
    });
    expect(() => readParams(service, { ...path, from: '2023-02-30' })).toThrow(/from/);
    expect(() => readParams(service, { ...path, from: '2023-02-02', to: '2023-02-01' })).toThrow(/from/);
  });
});

describe('compileSql', () => {
  it('numbers parameters by name, and leaves casts, strings and comments alone', () => {
    const { text, names } = compileSql(
      'SELECT :of_id::int, \':no\', "a:b" /* :no */ -- :no\nFROM t WHERE a = :x AND b = :of_id',
    );
    expect(names).toEqual(['of_id', 'x']);
    expect(text).toBe('SELECT $1::int, \':no\', "a:b" /* :no */ -- :no\nFROM t WHERE a = $2 AND b = $1');
  });
  it('puts pieces in, and refuses a piece that nobody gave', () => {
    expect(compileSql('SELECT 1 ORDER BY {{sort}}', { sort: 'a, :b' })).toEqual({
      text: 'SELECT 1 ORDER BY a, $1',
      names: ['b'],
    });
    expect(() => compileSql('{{sort}}')).toThrow(/sort/);
  });

  it('writes NULL for parameters that are null, where it is told so', () => {
    expect(compileSql('WHERE (:a::int IS NULL OR a = :a) AND b = :b', {}, (name) => name === 'a')).toEqual({
      text: 'WHERE (NULL::int IS NULL OR a = NULL) AND b = $1',
      names: ['b'],
    });
  });
});

describe('a cursor', () => {
  const key = z.tuple([z.string().nullable(), z.number()]);
  it('gives back what was put in', () => {
    fc.assert(
      fc.property(fc.option(fc.string({ maxLength: 60 })), fc.integer(), (text, id) => {
        expect(decodeCursor(encodeCursor('due', [text, id]), 'due', key)).toEqual([text, id]);
      }),
    );
  });
  it('of another order, or of nobody, is refused as a parameter', () => {
    expect(() => decodeCursor(encodeCursor('due', ['a', 1]), 'age', key)).toThrow(/cursor/);
    expect(() => decodeCursor(encodeCursor('due', [1, 'a']), 'due', key)).toThrow(/cursor/);
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(() => decodeCursor(text, 'due', key)).toThrow(/cursor/);
      }),
    );
  });
});
