import { yearDays } from '../../contract/factory/index.js';

/** An order as the forecast sees it; days are whole numbers since 2000-01-01. */
export interface PastOrder {
  readonly of_id: number;
  readonly family: string;
  /** Null: no product is named, nothing is learnt about it alone. */
  readonly product: number | null;
  readonly created: number;
  /** An end before the creation is no end. */
  readonly finished: number | null;
  /** It has no end at all and stands where boats stay: nobody waits for it any more. */
  readonly gone: boolean;
}

/** An order older than this at a day is left behind; no backtest speaks of it, and no forecast either. */
export const oldestOpenDays = yearDays;

/** Was it open on the morning of `day`, as far as was known then? */
export function wasOpen({ created, finished, gone }: PastOrder, day: number): boolean {
  return !gone && created < day && day - created <= oldestOpenDays && (finished === null || finished >= day);
}
