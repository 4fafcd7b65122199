import { commandFailure } from '../platform/errors/command.js';

/** An option that is a positive whole number. */
export function positiveNumber(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw commandFailure('BAD_NUMBER', { text, lowest: 1, highest: null });
}

export function portNumber(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value <= 65_535 && text.trim() !== '') return value;
  throw commandFailure('BAD_NUMBER', { text, lowest: 0, highest: 65_535 });
}
