/**
 * A year of days: how far back the rules look where they learn a pace, a hazard or a baseline from what was. The age of
 * a zombie (`zombieDays`) is another fact, which happens to be as long.
 */
export const yearDays = 365;
