import { type Minute, minuteOf } from './time.js';

/**
 * Everything in a sample that is not as it should be, in one place. The rates are those of the two real dumps and
 * of the full one, counted over all rows; what has no real rate says so.
 */
export const rates = {
  /** Finished orders keep phases that nobody started, and phases that nobody ended. */
  leftOver: 0.06,
  leftOpen: 0.0255,
  /** A quarter of the phases was opened and closed in the same minute, at the end of the shift. */
  zeroMinutes: 0.212,
  /** Ends before starts: mostly the two keyed in the wrong order, the rest with the month typed wrong. */
  endBeforeStart: 0.004,
  monthTypedWrong: 0.15,
  /** The text 1900-01-01 00:00:00 where the ERP lost a start. */
  sentinelStart: 0.00034,
  /** Planned days are missing; shifts are missing on work that was done. */
  noPlannedDay: 0.199,
  noShift: 0.2,
  /** Where no weight is taken, half of the cells are NULL and half are 0. */
  weightNull: 0.505,
  /** Orders that never finish and never leave: in a full dump 390 of 1,156 unfinished ones. */
  zombie: 0.0135,
  /** Delivered, but nobody closed the order. */
  neverClosed: 0.0012,
  noShippingDay: 0.09,
  /** Orders that name a product which no sheet lists, and how many such products there are. */
  unknownProduct: 0.014,
  /** A delivered boat comes back for a repair, is used for demonstration, is scrapped ... */
  endsElsewhere: 0.026,
  /** Boats that pass demoulding and have at least one error. */
  faulty: 0.82,
  /** Worker rows that name an employee whom no sheet lists; there are two such employees. */
  unknownWorker: 0.00046,
  /** A second person signed as leader of the same phase. */
  secondLeader: 0.00004,
} as const;

/**
 * Habits of writing things down, which come and go; each is a share that goes in a straight line from `before` (on its first
 * day and earlier) to `after` (on its last day and later).
 */
export const habits = {
  /** Mould lines that are written down at all: in one real dump they went from 129 to 6 per 100 boats in two months. */
  mouldLines: { from: minuteOf(2023, 1, 1), to: minuteOf(2023, 3, 1), before: 1, after: 0.047 },
  /** Defects of the boat that name no culprit: 8.5 % over all years, 0.7 % in the last. */
  noCulprit: { from: minuteOf(2017, 11, 1), to: minuteOf(2021, 1, 1), before: 0.2, after: 0.007 },
  /** Boats whose check list of the final control is typed in where errors belong: some two thousand lines, old ones mostly. */
  finalLines: { from: minuteOf(2017, 11, 1), to: minuteOf(2021, 1, 1), before: 0.22, after: 0.0145 },
} as const;

/** The share that a habit has reached. */
export function habitAt(
  { from, to, before, after }: (typeof habits)[keyof typeof habits],
  at: Minute,
): number {
  const way = Math.min(1, Math.max(0, (at - from) / (to - from)));
  return before + (after - before) * way;
}

/**
 * The two real dumps are a month apart and show none of these; the ERP allows them, and whoever reads dumps must
 * survive them. Kept rare: at full size a month has two or three vanished orders, and some ten phases that
 * reopen and as many that move.
 */
export const changes = {
  orderVanishes: 0.006,
  phaseReopens: 0.001,
  phaseMoves: 0.001,
} as const;

/** Cells that hold nothing but are not NULL: no rate is known, so a handful at full size. */
export const blanks = {
  /** Of the shifts that are empty. */
  emptyText: 0.0004,
  space: 0.0002,
  absent: 0.0006,
  /** A planned day that arrives as text: `2023-04-28 00:00:00`. */
  isoDate: 0.0001,
} as const;

/** Every so many orders, counted back from the default moment, one is like this; at full size as often as in the real dump. */
const placed = {
  /** 7 orders of 27,380 end years before they were created. */
  finishesBeforeCreation: { every: 3911, at: 1400 },
  /** 5 of 27,380 are named by phases, workers and errors, and no sheet lists them. */
  unlisted: { every: 5476, at: 700 },
  /** A phase whose start was typed some years ahead, beyond the default moment. */
  futureStart: { every: 9000, at: 1600 },
} as const;

export type PlacedQuirk = keyof typeof placed;

/** How many orders back from the default moment. Younger and older than that every order is as planned. */
export function isPlaced(quirk: PlacedQuirk, index: number): boolean {
  const { every, at } = placed[quirk];
  return index >= 0 && index % every === at;
}

/** One single date typed 2032, on an order at a third of the history, so that a dump of any size shows it. */
export function isTyped2032(index: number, orders: number): boolean {
  return index === Math.floor(orders * 0.35);
}

/**
 * Faults that the demonstration needs and no real dump had: rows to reject and cells to void. Each happens once,
 * on an order at the given share of the history; the sheets' generators say what exactly they write.
 */
export const demonstrationFaults = {
  /** OrdemFabricoErros: the order id is NULL (rejected: required). */
  errorWithoutOrder: 0.4,
  /** OrdemFabricoErros: three rows that were written twice (counted as exact duplicates). */
  errorWrittenTwice: 0.45,
  /** FasesOrdemFabrico: one more row whose FaseOf_Id is 'R-17' (rejected: not a number). */
  phaseWithTextId: 0.5,
  /** FasesOrdemFabrico: two rows with one FaseOf_Id and different shifts (the key contradicts itself). */
  phaseTwiceDifferently: 0.55,
  /** FasesOrdemFabrico: the weight 'abc' (kept without the weight). */
  weightInLetters: 0.6,
  /** FasesOrdemFabrico: the shift '1.º turno' (kept without the shift). */
  shiftInLetters: 0.65,
} as const;

export type DemonstrationFault = keyof typeof demonstrationFaults;

export function hasFault(fault: DemonstrationFault, index: number, orders: number): boolean {
  return index === Math.floor(orders * demonstrationFaults[fault]);
}

/** Orders that carry a placed quirk neither vanish nor stand still: what they show must be there to be seen. */
export function isKeptPlain(index: number, orders: number): boolean {
  return (
    isTyped2032(index, orders) ||
    (Object.keys(placed) as PlacedQuirk[]).some((quirk) => isPlaced(quirk, index)) ||
    (Object.keys(demonstrationFaults) as DemonstrationFault[]).some((fault) => hasFault(fault, index, orders))
  );
}

/** Ids that no sheet lists. */
export const unknownWorkers = [19_871, 36_901] as const;
export const unknownProducts = { first: 90_001, count: 1600 } as const;
