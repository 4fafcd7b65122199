import type pg from 'pg';
import { readLanguage } from '../../platform/config.js';
import type { Service } from '../../services/index.js';
import { badFilter } from './bad-filter.js';
import { daysOf } from './days.js';
import { type FilterWord, filterWords, written } from './filter-words.js';
import { familyNamed, modelNamed, type NamedValue, phaseNamed } from './names.js';

/** A filter as it was understood. */
export interface AskedFilter {
  readonly params: Readonly<Record<string, string>>;
  /** Its word, and its value as people read it. */
  readonly word: string;
  readonly told: string;
  /** It asks for what would have happened after the dump's moment. */
  readonly isAfterMoment: boolean;
}

export interface FilterContext {
  readonly pool: pg.Pool;
  readonly service: Pick<Service, 'params'>;
  /** The day of the dump. */
  readonly today: string;
  /** The word of the day that `from` and `to` of this question are of, where it is not the period. */
  readonly periodIs?: string;
}

/** Reads `name=value` words, one by one, as `params` of the question. Throws `BAD_FILTER`. */
export async function filtersTyped(texts: readonly string[], asking: FilterContext): Promise<AskedFilter[]> {
  const filters: AskedFilter[] = [];
  for (const text of texts) {
    const one = await filterOf(text, asking);
    const taken = new Set(filters.flatMap(({ params }) => Object.keys(params)));
    if (Object.keys(one.params).some((name) => taken.has(name))) throw badFilter(text, { wrong: 'twice' });
    filters.push(one);
  }
  return filters;
}

export function filterParams(filters: readonly AskedFilter[]): Record<string, string> {
  return Object.assign({}, ...filters.map(({ params }) => params));
}

async function filterOf(text: string, asking: FilterContext): Promise<AskedFilter> {
  const [, name = text, value = ''] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
  if (value.trim() === '') throw badFilter(text, { wrong: 'no_value' });
  const known = wordsFor(asking);
  const word = known.find(({ names }) => names.includes(written(name)));
  if (word !== undefined) return { word: nameIn(word), ...(await readValue(word, value, asking)) };
  // What the API calls it is understood too, as it is there.
  const parameter = name.trim();
  if (parameter !== 'cursor' && Object.hasOwn(asking.service.params.shape, parameter))
    return { word: parameter, params: { [parameter]: value }, told: value, isAfterMoment: false };
  throw badFilter(name, { wrong: 'unknown', known: known.map(nameIn) });
}

function nameIn({ names }: FilterWord): string {
  return names[readLanguage() === 'pt' ? 0 : 1]!;
}

/** The filters that a question has. */
function wordsFor({ service, periodIs }: FilterContext): FilterWord[] {
  const has = (parameter: string): boolean => Object.hasOwn(service.params.shape, parameter);
  const all = periodIs === undefined ? filterWords : filterWords.flatMap((one) => ofPeriod(one, periodIs));
  return all.filter(({ kind, parameter }) => has(kind === 'days' ? ends(parameter)[0] : parameter));
}

/** Where the period is of another day than what happened: its word stands for `from` and `to`. */
function ofPeriod(one: FilterWord, periodIs: string): FilterWord[] {
  if (one.names[0] === periodIs) return [{ ...one, parameter: '' }];
  if (one.kind === 'days' && one.parameter === '') return [];
  const { isPast: _, ...rest } = one;
  return [one.kind === 'first_day' ? rest : one];
}

const ends = (of: string): [string, string] => (of === '' ? ['from', 'to'] : [`${of}_from`, `${of}_to`]);

type Value = Omit<AskedFilter, 'word'>;

async function readValue(word: FilterWord, text: string, asking: FilterContext): Promise<Value> {
  switch (word.kind) {
    case 'days':
    case 'first_day':
    case 'last_day':
      return readDays(word, text, asking);
    case 'phase':
      return named(await phaseNamed(asking.pool, text, word.parameter));
    case 'model':
      return named(await modelNamed(asking.pool, text));
    case 'family': {
      const family = familyNamed(text);
      // Left as it was written: the question says which there are.
      return named({ params: { familia: family ?? text }, told: family ?? text });
    }
    case 'codes':
      return readCodes(word, text.split(','));
    case 'choice':
      return readCodes(word, [text]);
    case 'yes_no':
      return readCodes({ ...word, codes: yesNo }, [text]);
    case 'plain':
      return named({ params: { [word.parameter]: text.trim() }, told: text.trim() });
  }
}

const yesNo = {
  sim: ['true'],
  nao: ['false'],
  yes: ['true'],
  no: ['false'],
  true: ['true'],
  false: ['false'],
};

function named({ params, told }: NamedValue): Value {
  return { params, told, isAfterMoment: false };
}

function readDays({ kind, parameter, isPast }: FilterWord, text: string, { today }: FilterContext): Value {
  const span = daysOf(text, today);
  if (span === null) throw badFilter(text, { wrong: 'no_day' });
  const { from, to } = span;
  const [first, last] = kind === 'days' ? ends(parameter) : ['from', 'to'];
  const params = {
    ...(from === null || kind === 'last_day' ? {} : { [first]: from }),
    ...(to === null || kind === 'first_day' ? {} : { [last]: to }),
  };
  const isAfterMoment = isPast === true && from !== null && from > today;
  return { params, told: from === to ? from! : `${from ?? ''}..${to ?? ''}`, isAfterMoment };
}

/** Several with commas between them. */
function readCodes({ names, parameter, codes = {} }: FilterWord, texts: readonly string[]): Value {
  const found = texts.map((text) => {
    const word = Object.keys(codes).find((one) => stem(one) === stem(written(text)));
    if (word === undefined) throw badFilter(names[0]!, { wrong: 'no_word', known: Object.keys(codes) });
    return { word, codes: codes[word]! };
  });
  const values = [...new Set(found.flatMap((one) => one.codes))];
  return named({ params: { [parameter]: values.join(',') }, told: found.map(({ word }) => word).join(', ') });
}

/** `atrasado`, `atrasadas`: gender and number say nothing here. */
function stem(word: string): string {
  return word
    .toLowerCase()
    .replace(/s$/, '')
    .replace(/(?<=[a-z]{3})[ao]$/, '');
}
