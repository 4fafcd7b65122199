import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sheet, sheets } from '../../../src/contract/index.js';
import { firstServer } from '../../support/database.js';
import { canBeSeen, type Factory, lossesOf, newFactory, type Place } from './case.js';

/**
 * Known to be told too little still, and asserted so that the line goes when it is mended: an error whose culprit is a
 * phase that the file lacks counts as one that names no culprit.
 */
const notYetTold = /^quality\.overview \{\}: (defects|share)_without_culprit: /;

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
      const untold = await factory.untoldOf(loss, place);
      expect(untold.filter((line) => !notYetTold.test(line))).toEqual([]);
      const isKnown = table === 'fases_ordem_fabrico' && loss.share === 0.1 && loss.month !== null;
      expect(untold.some((line) => notYetTold.test(line))).toBe(isKnown);
    },
  );
});
