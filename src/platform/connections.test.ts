import fc from 'fast-check';
import { expect, it } from 'vitest';
import { divide, leastOf } from './connections.js';

it('shares out no more than there is, at least two to each pool, and all of it up to what pools can use', () => {
  fc.assert(
    fc.property(fc.nat(30), fc.boolean(), fc.nat(100), (sessions, readers, over) => {
      const need = { sessions, readers };
      const available = leastOf(need) + over;
      const share = divide(available, need);
      expect(share.work).toBeGreaterThanOrEqual(2);
      expect(share.work).toBeLessThanOrEqual(10);
      expect(share.readers).toBeLessThanOrEqual(20);
      if (readers) expect(share.readers).toBeGreaterThanOrEqual(2);
      else expect(share.readers).toBe(0);
      expect(sessions + share.work + share.readers).toBeLessThanOrEqual(available);
      if (over >= 40) expect(share.work).toBe(10);
    }),
  );
});

it('an idle server of a default setting gives its readers what they had before', () => {
  expect(divide(40, { sessions: 8, readers: true })).toEqual({ work: 10, readers: 20 });
});
