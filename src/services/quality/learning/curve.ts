import { yearDays } from '../../../contract/factory/index.js';

/** A boat that passed its first inspection. Days since 2000-01-01. */
export interface InspectedBoat {
  readonly of_id: number;
  readonly produto_id: number | null;
  readonly familia: string;
  readonly first_inspection: number;
  readonly inspected_day: number;
  /** `2023-02` */
  readonly month: string;
  readonly defects: number;
}

/** A boat of a new model, by its place among the boats of the model. */
export interface PlacedBoat {
  readonly produto_id: number;
  readonly familia: string;
  /** From 1 on. */
  readonly place: number;
  readonly defects: number;
  /** Defects a boat that the other models of its family had in the same month, by the same kind of route; null: too few boats of them. */
  readonly expected: number | null;
}

/** The learning is looked for in so many boats of a model; a model with fewer has not got so far. */
export const firstBoats = 10;
/** Boats after them, for comparison. */
export const lastPlace = 50;
/** A model is new where the file had been going on for so long without a boat of it. */
export const newAfterDays = yearDays;
/** Fewer boats of the rest of the family in a month carry no rate. */
export const fewestFamilyBoats = 5;

/** The boats of models that are new, model by model, each from its first boat on. `boats` are sorted by their day. */
export function placed(boats: readonly InspectedBoat[], firstActiveDay: number): PlacedBoat[] {
  const others = new Map<string, { boats: number; defects: number }>();
  for (const one of boats) for (const name of [cellOf(one), ownCellOf(one)]) add(others, name, one.defects);
  const places = new Map<number, { firstDay: number; boats: number }>();
  return boats.flatMap((one): PlacedBoat[] => {
    const { produto_id, familia, defects } = one;
    if (produto_id === null) return [];
    const model = places.get(produto_id) ?? { firstDay: one.inspected_day, boats: 0 };
    places.set(produto_id, model);
    model.boats += 1;
    if (model.firstDay < firstActiveDay + newAfterDays) return [];
    return [{ produto_id, familia, place: model.boats, defects, expected: expectedOf(one, others) }];
  });
}

function expectedOf(
  one: InspectedBoat,
  sums: ReadonlyMap<string, { boats: number; defects: number }>,
): number | null {
  const [all, own] = [sums.get(cellOf(one))!, sums.get(ownCellOf(one))!];
  const boats = all.boats - own.boats;
  return boats < fewestFamilyBoats ? null : (all.defects - own.defects) / boats;
}

function cellOf({ month, familia, first_inspection }: InspectedBoat): string {
  return `${month} ${familia} ${first_inspection}`;
}

function ownCellOf(one: InspectedBoat): string {
  return `${cellOf(one)} ${one.produto_id}`;
}

function add(sums: Map<string, { boats: number; defects: number }>, name: string, defects: number): void {
  const known = sums.get(name) ?? { boats: 0, defects: 0 };
  sums.set(name, known);
  known.boats += 1;
  known.defects += defects;
}

export interface ModelRatio {
  readonly boats: number;
  readonly models: number;
  readonly defects: number;
  readonly expected: number;
  readonly ratio: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Of fewer models there is no interval: a single one would make it. */
export const fewestModels = 5;

/** Observed over expected, with the interval that the models themselves give (a ratio of sums, model by model); `quantile` is Student's t for its degrees of freedom. */
export function ratioOf(boats: readonly PlacedBoat[], quantile: (degrees: number) => number): ModelRatio {
  const models = new Map<number, { defects: number; expected: number }>();
  let [defects, expected] = [0, 0];
  for (const one of boats) {
    const model = models.get(one.produto_id) ?? { defects: 0, expected: 0 };
    models.set(one.produto_id, model);
    model.defects += one.defects;
    model.expected += one.expected!;
    defects += one.defects;
    expected += one.expected!;
  }
  const counts = { boats: boats.length, models: models.size, defects, expected };
  if (expected === 0) return { ...counts, ratio: null, low: null, high: null };
  const ratio = defects / expected;
  if (models.size < fewestModels) return { ...counts, ratio, low: null, high: null };
  const squares = [...models.values()].reduce(
    (sum, one) => sum + (one.defects - ratio * one.expected) ** 2,
    0,
  );
  const error = Math.sqrt((squares * models.size) / (models.size - 1)) / expected;
  const reach = quantile(models.size - 1) * error;
  return { ...counts, ratio, low: Math.max(0, ratio - reach), high: ratio + reach };
}
