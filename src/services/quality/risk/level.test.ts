import { expect, it } from 'vitest';
import { levelOf } from './risk.js';

it('one bad order, or a handful of orders, is no risk that anybody knows', () => {
  const above = { interval_low: 0.027, interval_high: 0.977, family_rate: 0.02 };
  expect(levelOf({ ...above, orders: 1, orders_with_defect: 1 })).toBe('MEDIUM');
  expect(levelOf({ ...above, orders: 4, orders_with_defect: 4 })).toBe('MEDIUM');
  expect(levelOf({ ...above, orders: 40, orders_with_defect: 1 })).toBe('MEDIUM');
  expect(levelOf({ ...above, orders: 5, orders_with_defect: 2 })).toBe('HIGH');
  const below = { interval_low: 0.001, interval_high: 0.01, family_rate: 0.02 };
  expect(levelOf({ ...below, orders: 400, orders_with_defect: 1 })).toBe('LOW');
});
