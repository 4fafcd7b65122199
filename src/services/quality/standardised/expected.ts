/** Boats of one model in one month, and their defects. */
export interface MixCell {
  /** First day of the month. */
  readonly month: string;
  readonly first_inspection: number;
  readonly familia: string;
  readonly produto_id: number | null;
  readonly boats: number;
  readonly defects: number;
}

/** A month, against what its own boats would have had at the rates of the baseline. */
export interface MixMonth {
  readonly month: string;
  readonly boats: number;
  readonly defects: number;
  readonly expected: number;
  /** Boats of models that the baseline did not have. */
  readonly boatsWithoutHistory: number;
}

/**
 * So many boats of its family stand beside a model's own in the baseline, and as many of the kind of route beside those of a
 * family: a model with two boats must not be expected to go on as these two went.
 */
export const familyBoats = 20;

/**
 * Indirect standardisation: every boat is expected to have the defects that its model had in the months of the baseline. What
 * only changes which models are made changes observed and expected alike. Over the baseline both sum to the same.
 */
export function mixMonths(cells: readonly MixCell[], baseline: ReadonlySet<string>): MixMonth[] {
  const rates = new Rates(cells.filter(({ month }) => baseline.has(month)));
  const months = new Map<string, { -readonly [K in keyof MixMonth]: MixMonth[K] }>();
  for (const cell of cells) {
    const { month, boats, defects } = cell;
    const sums = months.get(month) ?? { month, boats: 0, defects: 0, expected: 0, boatsWithoutHistory: 0 };
    months.set(month, sums);
    sums.boats += boats;
    sums.defects += defects;
    sums.expected += boats * rates.of(cell);
    if (!rates.knows(cell)) sums.boatsWithoutHistory += boats;
  }
  const all = [...months.values()].sort((a, b) => (a.month < b.month ? -1 : 1));
  const base = all.filter(({ month }) => baseline.has(month));
  const [had, told] = [sumOf(base, 'defects'), sumOf(base, 'expected')];
  return all.map((one) => ({ ...one, expected: told === 0 ? 0 : (one.expected * had) / told }));
}

type Group = Pick<MixCell, 'first_inspection' | 'familia' | 'produto_id'>;

/** Defects a boat, of a model drawn towards its family, of a family towards its kind of route. */
class Rates {
  readonly #sums = new Map<string, { boats: number; defects: number }>();

  constructor(cells: readonly MixCell[]) {
    for (const cell of cells)
      for (const name of namesOf(cell)) {
        const sums = this.#sums.get(name) ?? { boats: 0, defects: 0 };
        this.#sums.set(name, sums);
        sums.boats += cell.boats;
        sums.defects += cell.defects;
      }
  }

  of(group: Group): number {
    let rate = 0;
    for (const [level, name] of namesOf(group).entries()) {
      const { boats, defects } = this.#sums.get(name) ?? { boats: 0, defects: 0 };
      const weight = level === 0 ? 0 : familyBoats;
      if (boats + weight > 0) rate = (defects + weight * rate) / (boats + weight);
    }
    return rate;
  }

  knows(group: Group): boolean {
    return this.#sums.has(namesOf(group).at(-1)!);
  }
}

/** All boats, the kind of route, the family, the model: from the widest on. */
function namesOf({ first_inspection, familia, produto_id }: Group): string[] {
  const family = `${first_inspection} ${familia}`;
  return ['', `${first_inspection}`, family, `${family} ${produto_id}`];
}

export function sumOf<K extends 'boats' | 'defects' | 'expected' | 'boatsWithoutHistory'>(
  rows: readonly Readonly<Record<K, number>>[],
  name: K,
): number {
  return rows.reduce((total, one) => total + one[name], 0);
}
