import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstServer } from '../../support/database.js';
import { type Factory, month, newFactory, type Place } from './case.js';
import type { Loss } from './losing.js';

/** The slow lane takes every sheet, share, month and place; these are one of each. */
const some: readonly (Loss & { readonly place: Place })[] = [
  { table: 'fases_ordem_fabrico', share: 0.68, month: null, place: 'first' },
  { table: 'fases_ordem_fabrico', share: 0.1, month: null, place: 'first' },
  { table: 'fases_ordem_fabrico', share: 0.95, month, place: 'first' },
  { table: 'ordens_fabrico', share: 0.4, month: null, place: 'first' },
  { table: 'ordens_fabrico', share: 0.4, month, place: 'first' },
  { table: 'modelos', share: 0.4, month: null, place: 'first' },
  { table: 'erros_ordem_fabrico', share: 0.1, month: null, place: 'next' },
  { table: 'funcionarios_fase_ordem_fabrico', share: 0.4, month: null, place: 'next' },
];

let factory: Factory;
beforeAll(async () => {
  factory = await newFactory(firstServer, { orders: 400, seed: 7 });
});
afterAll(() => factory.remove());

describe('rows that a dump lacks', () => {
  it.each(some)(
    '$table, $share, month $month, $place file: no figure passes for whole',
    async ({ place, ...loss }) => {
      expect(await factory.untoldOf(loss, place)).toEqual([]);
    },
  );
});
