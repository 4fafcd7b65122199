import { expect, it } from 'vitest';
import { type KnownValues, rememberIn } from './remember.js';

/** Something that is made when the test says so. */
function slow() {
  let end: { resolve(value: number): void; reject(error: Error): void } | undefined;
  let made = 0;
  const make = (): Promise<number> => {
    made += 1;
    return new Promise((resolve, reject) => {
      end = { resolve, reject };
    });
  };
  return { make, made: () => made, end: () => end! };
}

it('is made once, however many ask before it is there, and never again', async () => {
  const remembered: KnownValues = new Map();
  const { make, made, end } = slow();
  const asked = [1, 2, 3].map(() => rememberIn(remembered, 'days', make));
  end().resolve(7);
  expect(await Promise.all(asked)).toEqual([7, 7, 7]);
  expect(await rememberIn(remembered, 'days', make)).toBe(7);
  expect(made()).toBe(1);
});

it('fails for who made it alone; those who waited make it themselves, once for all of them', async () => {
  const remembered: KnownValues = new Map();
  const { make, made, end } = slow();
  const [first, ...others] = [1, 2, 3].map(() => rememberIn(remembered, 'days', make));
  end().reject(new Error('cut off'));
  await expect(first).rejects.toThrow('cut off');
  await expect.poll(made).toBe(2);
  end().resolve(7);
  expect(await Promise.all(others)).toEqual([7, 7]);
  expect(made()).toBe(2);
});
