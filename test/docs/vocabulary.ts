import { readFileSync } from 'node:fs';

const page = readFileSync(new URL('../../docs/GLOSSARY.md', import.meta.url), 'utf8');

function section(title: string): string {
  return page.split(`\n## ${title}\n`)[1]!.split('\n## ')[0]!;
}

/** First cells of a section's table, without its head. */
function firstCells(title: string): string[] {
  return [...section(title).matchAll(/^\| ([^|]+?) \|/gm)].map(([, cell]) => cell!).slice(1);
}

/** The words of a name, whatever its form: `first_pass_yield`, `FirstPassYield`, `first-pass-yield`. Numbers are none. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1_$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => /[a-z]/.test(word));
}

/** Words that have a line of their own. */
export const explained: readonly string[] = [
  ...firstCells("The factory's words"),
  ...firstCells('Our words'),
].flatMap(wordsOf);

/** Words that mean what they mean everywhere. */
export const plain: readonly string[] = wordsOf(section('Plain words').split(':')[1]!);

export const gone: readonly string[] = firstCells('Words that have gone').flatMap(wordsOf);

const known = new Set([...explained, ...plain]);

/** Names with a word that the glossary lacks, as `name: word`. */
export function unknownIn(names: Iterable<string>): string[] {
  return [...new Set(names)].flatMap((name) =>
    wordsOf(name)
      .filter((word) => !known.has(word) && !known.has(singular(word)))
      .map((word) => `${name}: ${word}`),
  );
}

/** Names with a word that has gone. */
export function goneIn(names: Iterable<string>): string[] {
  return [...new Set(names)].filter((name) => wordsOf(name).some((word) => gone.includes(word)));
}

function singular(word: string): string {
  return word
    .replace(/ies$/, 'y')
    .replace(/(?<=[sx])es$/, '')
    .replace(/(?<!s)s$/, '');
}
