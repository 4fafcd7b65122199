import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Sheet, sheets } from '../../contract/index.js';
import { keysAreAsWritten, RepeatedKeys } from './repeated-keys.js';

const find = (table: string): Sheet => (sheets as readonly Sheet[]).find((one) => one.table === table)!;

/** Of a sheet whose key is one number, or two where `keys` are pairs. */
function rowsListed(keys: readonly (readonly string[])[]): readonly number[] | null {
  const single = keys[0]?.length === 1;
  const repeated = new RepeatedKeys(find(single ? 'fases_ordem_fabrico' : 'funcionarios_fase_ordem_fabrico'));
  for (const [place, key] of keys.entries()) {
    for (const field of key) {
      const bytes = Buffer.from(field);
      repeated.field(bytes, 0, bytes.length);
    }
    repeated.endRow(place + 1);
  }
  return repeated.rows;
}

/** The rows whose key has stood before, found with a set. */
function rowsRepeated(keys: readonly (readonly string[])[]): number[] {
  const seen = new Set<string>();
  return keys.flatMap((key, place) => {
    const name = JSON.stringify(key);
    const isRepeated = seen.has(name);
    seen.add(name);
    return isRepeated ? [place + 1] : [];
  });
}

describe('repeated keys', () => {
  it('lists every row whose key has stood before, whatever the keys', () => {
    const number = fc.oneof(fc.nat(30), fc.nat(200_000_000), fc.constantFrom(2 ** 27 - 1, 2 ** 27, 2 ** 32));
    const field = fc.oneof(
      number.map(String),
      fc.nat(30).map((n) => `0${n}`),
      fc.string({ maxLength: 3 }),
    );
    const keys = fc.oneof(
      fc.array(fc.tuple(field), { maxLength: 300 }),
      fc.array(fc.tuple(field, field), { maxLength: 300 }),
    );
    fc.assert(
      fc.property(keys, (some) => {
        expect(rowsListed(some)).toEqual(expect.arrayContaining(rowsRepeated(some)));
      }),
    );
  });

  it('lists exactly those where a key is one number', () => {
    const ids = fc.array(fc.tuple(fc.nat(400).map((n) => String(n * 331_999))), { maxLength: 300 });
    fc.assert(
      fc.property(ids, (keys) => {
        expect(rowsListed(keys)).toEqual(rowsRepeated(keys));
      }),
    );
  });

  it('lists next to none of half a million rows that differ', () => {
    const keys = Array.from({ length: 500_000 }, (_, n) => [String(20_000_000 + 3 * n), '7']);
    // 32 bits of half a million keys meet some 29 times.
    expect(rowsListed(keys)!.length).toBeLessThan(100);
  });

  it('gives up where too many repeat', () => {
    expect(rowsListed(Array.from({ length: 20_000 }, () => ['1']))).toBeNull();
  });

  it('are not relied upon where equal keys may be written differently', () => {
    const none = new Set<string>();
    expect(keysAreAsWritten(find('fases_ordem_fabrico'), new Set(['faseof_peso']))).toBe(true);
    expect(keysAreAsWritten(find('funcionarios_fases_aptos'), none)).toBe(false);
    expect(keysAreAsWritten(find('erros_ordem_fabrico'), none)).toBe(true);
    expect(keysAreAsWritten(find('erros_ordem_fabrico'), new Set(['ofch_gravidade']))).toBe(false);
  });
});
