import type pg from 'pg';
import { normalise } from '../../aggregates/index.js';
import { noFamily, productFamilies } from '../../contract/factory/index.js';
import { badFilter } from './bad-filter.js';
import { plainText } from './cells.js';

/** What a name stands for: the parameter with its value, and how people read it. */
export interface NamedValue {
  readonly params: Readonly<Record<string, string>>;
  readonly told: string;
}

interface Candidate extends Record<string, unknown> {
  readonly id: number;
  readonly name: string | null;
}

/** A phase, by its name or its number. */
export async function phaseNamed(pool: pg.Pool, text: string, parameter: string): Promise<NamedValue> {
  const { rows } = await pool.query<Candidate>(
    'SELECT fase_id AS id, fase_nome AS name FROM fases_catalogo ORDER BY fase_sequencia, fase_id',
  );
  const found = candidateOf(text, rows);
  return { params: { [parameter]: String(found.id) }, told: nameOf(found) };
}

/** A family, or a model by its name or its number. */
export async function modelNamed(pool: pg.Pool, text: string): Promise<NamedValue> {
  const family = familyNamed(text);
  if (family !== null) return { params: { familia: family }, told: family };
  const { rows } = await pool.query<Candidate>(
    'SELECT produto_id AS id, produto_nome AS name FROM agg_product ORDER BY orders DESC, produto_id',
  );
  const found = candidateOf(text, rows);
  return { params: { produto_id: String(found.id) }, told: nameOf(found) };
}

/** Null: no family is called so. */
export function familyNamed(text: string): string | null {
  const word = normalise(text).trim();
  if (['outros', 'outra', 'outras'].includes(word)) return 'other';
  return [...productFamilies, noFamily].find((family) => family.toLowerCase() === word) ?? null;
}

/** So many are told where more than one, or none, is called so. */
const told = 8;

/** Whole names come before parts of names: `laminagem` is no `Laminagem de peças`. */
function candidateOf(text: string, all: readonly Candidate[]): Candidate {
  const word = normalise(text).trim();
  const named = all.map((one) => ({ one, name: normalise(one.name ?? '').trim() }));
  const parts = word.split(/[\s-]+/).filter((part) => part !== '');
  const tries = [
    named.filter(({ one }) => String(one.id) === word),
    named.filter(({ name }) => name === word || name.replaceAll(/\s+/g, '-') === word),
    named.filter(({ name }) => parts.length > 0 && parts.every((part) => name.includes(part))),
  ];
  const found = tries.find((some) => some.length > 0) ?? [];
  if (found.length === 1) return found[0]!.one;
  if (found.length > 1)
    throw badFilter(text, {
      wrong: 'several_names',
      known: found.slice(0, told).map(({ one }) => nameOf(one)),
    });
  const alike = named.filter(({ name }) => word.length >= 4 && name.startsWith(word.slice(0, 4)));
  throw badFilter(text, { wrong: 'no_name', known: alike.slice(0, told).map(({ one }) => nameOf(one)) });
}

function nameOf({ id, name }: Candidate): string {
  return name === null ? String(id) : `${plainText(name)} (${id})`;
}
