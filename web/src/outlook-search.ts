import { textOf } from './quality-search.ts';

/** What the page of what comes next shows, as it stands in its address. */
export interface OutlookSearch {
  /** The model of a new order, by its number; the day on which it begins and the one that is wanted. */
  readonly modelo?: string | undefined;
  readonly inicio?: string | undefined;
  readonly pedido?: string | undefined;
  /** The lead time that is wanted, in days. */
  readonly dias?: string | undefined;
  readonly familia?: string | undefined;
  /** Why an order is expected when it is. */
  readonly razao?: string | undefined;
}

export function readOutlookSearch(raw: Readonly<Record<string, unknown>>): OutlookSearch {
  const day = /^\d{4}-\d\d-\d\d$/;
  return {
    modelo: textOf(raw, 'modelo', /^\d{1,8}$/),
    inicio: textOf(raw, 'inicio', day),
    pedido: textOf(raw, 'pedido', day),
    dias: textOf(raw, 'dias', /^[1-9]\d{0,2}$/),
    familia: textOf(raw, 'familia', /^[\w?]{1,10}$/),
    razao: textOf(raw, 'razao', /^[A-Z_]+$/),
  };
}
