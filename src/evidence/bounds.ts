/** How far a figure can be from the truth because some rows do not carry it. */
export interface Bounds {
  /** The figure over the rows that carry it; null where none does. */
  readonly value: number | null;
  /** What it would be if every other row had been the worst. */
  readonly lowest: number;
  /** ... or the best. */
  readonly highest: number;
}

/**
 * Bounds of a share: `hits` of the `covered` rows have the property, `total` rows should have been judged. Without any
 * row the share can be anything.
 */
export function boundsOfShare({
  hits,
  covered,
  total,
}: {
  hits: number;
  covered: number;
  total: number;
}): Bounds {
  if (total === 0) return { value: null, lowest: 0, highest: 1 };
  return {
    value: covered === 0 ? null : hits / covered,
    lowest: hits / total,
    highest: (hits + total - covered) / total,
  };
}

/** Bounds of a mean whose single values lie between `least` and `most`. */
export function boundsOfMean(
  { sum, covered, total }: { sum: number; covered: number; total: number },
  least: number,
  most: number,
): Bounds {
  if (total === 0) return { value: null, lowest: least, highest: most };
  const missing = total - covered;
  return {
    value: covered === 0 ? null : sum / covered,
    lowest: (sum + missing * least) / total,
    highest: (sum + missing * most) / total,
  };
}
