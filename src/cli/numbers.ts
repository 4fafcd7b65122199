import { InvalidArgumentError } from 'commander';

/** An option that is a positive whole number. */
export function positiveNumber(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new InvalidArgumentError('tem de ser um número inteiro positivo.');
}
