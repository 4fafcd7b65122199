import type { Stratum } from './strata.js';

/** What one product did, and what as many boats of the factory did in the same months. */
export interface Standardised {
  readonly produto_id: number;
  readonly boats: number;
  readonly withDefect: number;
  /** Boats with a defect that the rates of the months would give it; the sum over all products is what there was. */
  readonly expected: number;
}

/**
 * Indirect standardisation: a product's expected boats with a defect of a phase are the sum, over the strata, of its boats
 * times the share that all boats of the stratum have. What months and ways of recording do to all, it does not see.
 * Phase -> every product that has boats. A pure function.
 */
export function standardise(strata: readonly Stratum[]): Map<number, Standardised[]> {
  const phases = [...new Set(strata.flatMap((one) => [...one.withDefect.keys()]))];
  const products = new Map<number, Sums>();
  for (const stratum of strata) addStratum(products, stratum, phases);
  return new Map(phases.map((fase_id, place) => [fase_id, ofPhase(products, place)]));
}

/** Of one product; the lists have a place for each phase. */
interface Sums {
  boats: number;
  readonly withDefect: Float64Array;
  readonly expected: Float64Array;
}

function addStratum(
  products: Map<number, Sums>,
  { boats, withDefect }: Stratum,
  phases: readonly number[],
): void {
  const defective = new Float64Array(phases.length);
  for (const [place, fase_id] of phases.entries())
    for (const { produto_id, boats: n } of withDefect.get(fase_id) ?? []) {
      defective[place]! += n;
      if (produto_id !== null) sumsOf(products, produto_id, phases.length).withDefect[place]! += n;
    }
  const all = boats.reduce((sum, one) => sum + one.boats, 0);
  for (const { produto_id, boats: n } of boats) {
    if (produto_id === null) continue;
    const sums = sumsOf(products, produto_id, phases.length);
    sums.boats += n;
    for (let place = 0; place < phases.length; place++)
      sums.expected[place]! += (n * defective[place]!) / all;
  }
}

function sumsOf(products: Map<number, Sums>, produto_id: number, phases: number): Sums {
  const known = products.get(produto_id);
  if (known !== undefined) return known;
  const sums = { boats: 0, withDefect: new Float64Array(phases), expected: new Float64Array(phases) };
  products.set(produto_id, sums);
  return sums;
}

function ofPhase(products: ReadonlyMap<number, Sums>, place: number): Standardised[] {
  return [...products].map(([produto_id, sums]) => ({
    produto_id,
    boats: sums.boats,
    withDefect: sums.withDefect[place]!,
    expected: sums.expected[place]!,
  }));
}
