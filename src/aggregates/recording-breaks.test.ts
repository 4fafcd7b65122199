import { describe, expect, it } from 'vitest';
import { specialFunctions } from '../platform/special-functions.js';
import { breakRule, findBreaks, type Series } from './recording-breaks.js';

/** Repeatable chance. */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return (state + 0.5) / 2_147_483_648;
  };
}

function poisson(mean: number, next: () => number): number {
  let n = 0;
  for (let left = Math.exp(-mean), product = next(); product > left; product *= next()) n += 1;
  return n;
}

function series(text: string, rates: readonly number[], next: () => number): Series {
  const months = rates.map((rate, place) => ({
    month: `${2017 + Math.floor(place / 12)}-${String(1 + (place % 12)).padStart(2, '0')}-01`,
    boats: 300,
    lines: poisson(rate * 300, next),
  }));
  return { class: 'MOULD', text, fase_id: 6, months };
}

const functions = await specialFunctions();

describe('breaks in recording', () => {
  it('are found in the month in which a text stops, with what the test was', () => {
    const next = dice(5);
    const stopped = series('pára', [...Array(30).fill(0.5), ...Array(20).fill(0.02)], next);
    const steady = series('fica', Array(50).fill(0.5), next);
    const [one, ...others] = findBreaks([stopped, steady], functions);
    expect(others).toEqual([]);
    expect(one).toMatchObject({ text: 'pára', since: '2019-07-01', class: 'MOULD', fase_id: 6 });
    const share = (from: number, to: number): number => {
      const months = stopped.months.slice(from, to);
      return (100 * months.reduce((sum, m) => sum + m.lines, 0)) / (300 * months.length);
    };
    expect(one!.before).toBeCloseTo(share(18, 30), 12);
    expect(one!.after).toBeCloseTo(share(30, 33), 12);
    // Of 50 months all but the first six and the last one can be judged.
    expect(one!.tests).toBe(2 * (50 - breakRule.leastBefore - 1));
    expect(one!.p).toBeLessThan(breakRule.chance / one!.tests);
  });

  it('are rarely seen where there are none, though months scatter more than chance', () => {
    const next = dice(11);
    let alarms = 0;
    for (let history = 0; history < 100; history++) {
      const all = Array.from({ length: 10 }, (_, n) =>
        series(
          `${n}`,
          Array.from({ length: 60 }, () => 0.3 * (0.4 + 1.2 * next())),
          next,
        ),
      );
      alarms += findBreaks(all, functions).length > 0 ? 1 : 0;
    }
    expect(alarms).toBeLessThanOrEqual(3);
  });

  it('say nothing of too short a history, nor of small changes', () => {
    const next = dice(3);
    expect(findBreaks([series('curta', [0.5, 0.5, 0.5, 0.5, 0.5, 0, 0, 0], next)], functions)).toEqual([]);
    expect(
      findBreaks([series('pouco', [...Array(20).fill(2), ...Array(10).fill(1.3)], next)], functions),
    ).toEqual([]);
    expect(findBreaks([], functions)).toEqual([]);
  });
});
