import { expect, it } from 'vitest';
import { funcionarios, funcionariosFasesAptos } from '../../contract/index.js';
import { KeyRegister, RatioCounter } from './count.js';
import { FingerprintSet } from './fingerprint-set.js';
import { IdSet } from './id-set.js';

it('keeps ids and fingerprints apart while it grows', () => {
  const [ids, prints] = [new IdSet(), new FingerprintSet()];
  for (let i = 0; i < 20_000; i++) {
    expect(ids.add(1 + i * 4999)).toBe(true);
    prints.add(Math.imul(i, 0x9e3779b1), i);
    prints.add(Math.imul(i, 0x9e3779b1), i);
  }
  expect([ids.size, ids.has(1), ids.has(2), ids.add(1), prints.size]).toEqual([
    20_000,
    true,
    false,
    false,
    20_000,
  ]);
});

it('counts nulls, repeated rows and what no sheet lists', () => {
  const register = new KeyRegister();
  const people = new RatioCounter(funcionarios, register);
  people.row([7, 'Alguém', 1]);
  people.row([7, 'Alguém', 1]);
  expect(people.result(10, 5).duplicates).toBe(1);
  const skills = new RatioCounter(funcionariosFasesAptos, register);
  for (const row of [
    [7, 1, 'NULL'],
    [8, 1, ' '],
    [8, 2, undefined],
    [7, 2, 45_000],
  ] as const)
    skills.row(row);
  const { nulls, references } = skills.result(10, 5);
  expect(nulls.map((column) => column.nulls)).toEqual([0, 0, 3]);
  expect(references[0]).toMatchObject({ rows: 4, orphanRows: 2, distinct: 2, orphanDistinct: 1 });
});
