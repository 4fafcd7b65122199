import { expect, it } from 'vitest';
import { type Bottleneck, causeOf } from './cause.ts';

const phase = (told: Partial<Bottleneck>): Bottleneck =>
  ({ relative_pace: 1, utilisation: 0.9, trend: 'STEADY', ...told }) as Bottleneck;

it('says the strongest reason of why boats stand at a phase', () => {
  expect(causeOf(phase({}))).toBe('STEADY');
  expect(causeOf(phase({ utilisation: 0.95 }))).toBe('FULL');
  expect(causeOf(phase({ utilisation: 0.79 }))).toBe('BELOW');
  expect(causeOf(phase({ trend: 'FALLING' }))).toBe('FALLING');
  // What has slowed by itself is told before all else, even at a pace that looks full.
  expect(causeOf(phase({ relative_pace: 0.79, utilisation: 1, trend: 'FALLING' }))).toBe('SLOWED');
});

it('gives no reason where there is too little history', () => {
  expect(causeOf(phase({ relative_pace: null }))).toBe('UNKNOWN');
  expect(causeOf(phase({ utilisation: null }))).toBe('UNKNOWN');
});
