import { type LineSearch, readLineSearch, textOf } from './quality-search.ts';

/** What the list of boats shows, as it stands in its address; the boats with certain error lines, too. Any page may link to it. */
export interface BoatSearch extends LineSearch {
  /** Words of the number, the model, the family or the phase. */
  readonly texto?: string | undefined;
  /** `OPEN` for all that are to be delivered, else states with commas between them. */
  readonly estado?: string | undefined;
  readonly familia?: string | undefined;
  /** A model, by its number. */
  readonly produto?: string | undefined;
  readonly fase?: string | undefined;
  /** `RISK` for at risk or late, else one due status. */
  readonly prazo?: string | undefined;
  /** One shipping day: `2023-05-19`. */
  readonly expedicao?: string | undefined;
  /** One day on which they were finished. */
  readonly acabados?: string | undefined;
  /** A column, with a minus before it for the other way round. */
  readonly ordem?: string | undefined;
  /** `mapa`: the factory's phases side by side in place of the list. */
  readonly vista?: string | undefined;
}

/** Every key is given back, the bad ones undefined: what is left out would stay as it was typed. */
export function readBoatSearch(raw: Readonly<Record<string, unknown>>): BoatSearch {
  const text = (name: string, form: RegExp): string | undefined => textOf(raw, name, form);
  return {
    ...readLineSearch(raw),
    produto: text('produto', /^\d{1,8}$/),
    texto: text('texto', /^.{1,100}$/u),
    estado: text('estado', /^[A-Z_]+(,[A-Z_]+)*$/),
    familia: text('familia', /^[\w?]{1,10}$/),
    fase: text('fase', /^\d{1,8}$/),
    prazo: text('prazo', /^[A-Z_]+$/),
    expedicao: text('expedicao', /^\d{4}-\d\d-\d\d$/),
    acabados: text('acabados', /^\d{4}-\d\d-\d\d$/),
    ordem: text('ordem', /^-?[a-z_]+$/),
    vista: text('vista', /^mapa$/),
  };
}
