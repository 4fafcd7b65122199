import pc from 'picocolors';
import { readLanguage } from '../platform/config.js';
import type { Language } from '../platform/errors/kinds.js';
import type { ProdplanError } from '../platform/errors.js';
import { decimalText } from '../platform/numbers.js';

/** Results go to stdout, everything else to stderr: a pipe gets only what was asked for. */
export function print(text = ''): void {
  process.stdout.write(`${text}\n`);
}

export function tell(text = ''): void {
  process.stderr.write(`${text}\n`);
}

const labels: Readonly<Record<Language, readonly [wrong: string, remedy: string]>> = {
  pt: ['Erro:', 'O que fazer:'],
  en: ['Error:', 'What to do:'],
};

/** An error as a person reads it: what is wrong, and what to do. */
export function tellError({ code, failure }: ProdplanError): void {
  const language = readLanguage();
  const [what, remedy] = failure.told(language);
  const [isWrong, toDo] = labels[language];
  tell(`${pc.red(isWrong)} ${what}${pc.dim(` (${code})`)}`);
  if (remedy !== '') tell(`${pc.bold(toDo)} ${remedy}`);
}

export function secondsText(seconds: number): string {
  return `${decimalText(seconds, seconds < 10 ? 2 : 1)} s`;
}

export type Align = 'left' | 'right';

/** A table for a terminal: columns as wide as their widest cell, two spaces between. */
export function textTable(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  align: readonly Align[],
): string {
  const all = [header, ...rows];
  const widths = header.map((_, place) => Math.max(...all.map((row) => (row[place] ?? '').length)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, place) =>
        align[place] === 'right' ? cell.padStart(widths[place]!) : cell.padEnd(widths[place]!),
      )
      .join('  ')
      .trimEnd();
  return [pc.bold(line(header)), ...rows.map(line)].join('\n');
}
