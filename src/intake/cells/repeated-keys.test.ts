import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Sheet, sheets } from '../../contract/index.js';
import { keysAreAsWritten, RepeatedKeys } from './repeated-keys.js';

const find = (table: string): Sheet => (sheets as readonly Sheet[]).find((one) => one.table === table)!;

function rowsListed(keys: readonly (readonly string[])[]): readonly number[] | null {
  const repeated = new RepeatedKeys(find('fases_ordem_fabrico'));
  for (const [place, key] of keys.entries()) {
    let hash = 0;
    for (const field of key) {
      const bytes = Buffer.from(field);
      hash = RepeatedKeys.hash(hash, bytes, 0, bytes.length);
    }
    repeated.add(hash, place + 1);
  }
  return repeated.rows;
}

describe('repeated keys', () => {
  it('lists every row whose key has stood before, whatever the keys', () => {
    const field = fc.oneof(fc.nat(30).map(String), fc.string({ maxLength: 3 }));
    fc.assert(
      fc.property(fc.array(fc.tuple(field, field), { maxLength: 300 }), (keys) => {
        const seen = new Set<string>();
        const listed = new Set(rowsListed(keys));
        for (const [place, key] of keys.entries()) {
          const name = JSON.stringify(key);
          if (seen.has(name)) expect(listed).toContain(place + 1);
          seen.add(name);
        }
      }),
    );
  });

  it('lists next to none of half a million rows that differ', () => {
    const keys = Array.from({ length: 500_000 }, (_, n) => [String(20_000_000 + 3 * n)]);
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
