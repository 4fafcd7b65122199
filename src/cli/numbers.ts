import { InvalidArgumentError } from 'commander';

/** An option that is a positive whole number. */
export function positiveNumber(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value > 0) return value;
  throw new InvalidArgumentError('tem de ser um número inteiro positivo.');
}

export function portNumber(text: string): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= 0 && value <= 65_535 && text.trim() !== '') return value;
  throw new InvalidArgumentError('Tem de ser um número de 0 a 65535.');
}
