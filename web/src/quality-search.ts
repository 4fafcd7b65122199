import type { LineClass } from './api/codes.ts';

/** What the page of quality shows, as it stands in its address. Any page may link to it. */
export interface QualitySearch {
  /** First and last day of the period, by the day on which boats were first inspected: `2023-01-31`. */
  readonly de?: string | undefined;
  readonly ate?: string | undefined;
  readonly familia?: string | undefined;
  /** The phase that is to blame. */
  readonly culpada?: string | undefined;
  /** The phase that found it. */
  readonly encontra?: string | undefined;
  readonly gravidade?: string | undefined;
  readonly classe?: string | undefined;
  /** A text of error lines, by its number. */
  readonly defeito?: string | undefined;
  /** What the Pareto counts by. */
  readonly por?: string | undefined;
  /** What lost first passes are counted by, and sorted by. */
  readonly perda?: string | undefined;
  readonly ordem?: string | undefined;
  /** `semana`: the trend by weeks. */
  readonly passo?: string | undefined;
}

/** Those that tell error lines apart: the list of boats takes the same. */
export const lineKeys = ['de', 'ate', 'culpada', 'encontra', 'gravidade', 'classe', 'defeito'] as const;
export type LineSearch = { readonly [K in (typeof lineKeys)[number]]?: string | undefined };

type Raw = Readonly<Record<string, unknown>>;

export function textOf(raw: Raw, name: string, form: RegExp): string | undefined {
  const value = raw[name];
  return typeof value === 'string' && form.test(value) ? value : undefined;
}

const day = /^\d{4}-\d\d-\d\d$/;
const id = /^[1-9]\d{0,7}$/;

/** Every key is given back, the bad ones undefined. */
export function readLineSearch(raw: Raw): LineSearch {
  return {
    de: textOf(raw, 'de', day),
    ate: textOf(raw, 'ate', day),
    culpada: textOf(raw, 'culpada', id),
    encontra: textOf(raw, 'encontra', id),
    gravidade: textOf(raw, 'gravidade', /^[123]$/),
    classe: textOf(raw, 'classe', /^[A-Z_]+$/),
    defeito: textOf(raw, 'defeito', id),
  };
}

export function readQualitySearch(raw: Raw): QualitySearch {
  return {
    ...readLineSearch(raw),
    familia: textOf(raw, 'familia', /^[\w?]{1,10}$/),
    por: textOf(raw, 'por', /^[a-z_]{1,20}$/),
    perda: textOf(raw, 'perda', /^[a-z_]{1,20}$/),
    ordem: textOf(raw, 'ordem', /^[a-z]{1,20}$/),
    passo: textOf(raw, 'passo', /^semana$/),
  };
}

/** The same as the API takes it. */
export function lineQuery(search: LineSearch) {
  const number = (text: string | undefined): number | undefined =>
    text === undefined ? undefined : Number(text);
  return {
    ...(search.de === undefined ? {} : { from: search.de }),
    ...(search.ate === undefined ? {} : { to: search.ate }),
    ...defined({
      fase_id: number(search.culpada),
      detecting_fase_id: number(search.encontra),
      gravidade: number(search.gravidade),
      descricao_id: number(search.defeito),
    }),
    ...(search.classe === undefined ? {} : { class: search.classe as LineClass }),
  };
}

function defined(values: Readonly<Record<string, number | undefined>>): Record<string, number> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Record<
    string,
    number
  >;
}
