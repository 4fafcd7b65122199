import { expect, it } from 'vitest';
import { specialFunctions } from './special-functions.js';
import { studentQuantile } from './student.js';

const functions = await specialFunctions();

it("is the inverse of Student's distribution", () => {
  for (const share of [0.6, 0.9, 0.975, 0.995])
    for (const degrees of [1, 2, 5, 11, 40, 300])
      expect(functions.stdtr(degrees, studentQuantile(functions, share)(degrees))).toBeCloseTo(share, 9);
});
