import { describe, expect, it } from 'vitest';
import { phases as catalogue } from '../../sample/catalogue/phases.js';
import {
  dueStatuses,
  familyOf,
  openStates,
  orderStates,
  phase,
  restingPhases,
  scrapPhases,
} from './index.js';
import { dueStatusWords, familyWords, stateWords } from './words.js';

describe('what is known of the factory', () => {
  it('gives no phase two names, and the demonstration factory has each of them', () => {
    const ids = Object.values(phase);
    expect(new Set(ids).size).toBe(ids.length);
    const made = new Set(catalogue.map(([id]) => id));
    expect(ids.filter((id) => !made.has(id))).toEqual([]);
  });

  it('takes what is scrapped, and nothing that is produced, for gone', () => {
    for (const id of scrapPhases) expect(restingPhases).toContain(id);
    const produced = catalogue
      .filter(([id, , , production]) => production === 1 && id !== 14)
      .map(([id]) => id);
    expect(produced.filter((id) => restingPhases.some((one) => one === id))).toEqual([]);
  });

  it('has a word in both languages for every code', () => {
    expect(Object.keys(stateWords)).toEqual([...orderStates]);
    expect(Object.keys(dueStatusWords)).toEqual([...dueStatuses]);
    expect(openStates.every((state) => orderStates.includes(state))).toBe(true);
    for (const name of ['K1 Vanquish', 'C4 x', 'Slalom'])
      expect(familyWords).toHaveProperty([familyOf(name)!]);
    for (const { pt, en } of Object.values({ ...stateWords, ...dueStatusWords, ...familyWords })) {
      expect(pt.trim()).not.toBe('');
      expect(en.trim()).not.toBe('');
    }
  });
});
