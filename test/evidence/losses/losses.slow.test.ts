import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sheet, sheets } from '../../../src/contract/index.js';
import { firstServer } from '../../support/database.js';
import { canBeSeen, type Factory, lossesOf, newFactory, type Place } from './case.js';

let factory: Factory;
beforeAll(async () => {
  factory = await newFactory(firstServer, { orders: 400, seed: 7 });
});
afterAll(() => factory.remove());

describe.each(sheets as readonly Sheet[])('rows of $sheet that are not there', ({ table }) => {
  const cases = lossesOf(table).flatMap((loss) =>
    (['first', 'next'] as const).map((place: Place) => ({ ...loss, place })),
  );
  it.each(cases.filter((one) => canBeSeen(one, one.place)))(
    'are told: $share of them, month $month, in the $place file',
    async ({ place, ...loss }) => {
      expect(await factory.untoldOf(loss, place)).toEqual([]);
    },
  );
});
