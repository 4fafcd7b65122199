import { Random } from '../random.js';
import { makeRoute, type RouteStep, routeSizes, stepCoefficients } from './routes.js';

export interface Model {
  readonly id: number;
  readonly name: string;
  readonly demouldWeight_kg: number;
  readonly finishWeight_kg: number;
  readonly deckGel_kg: number;
  readonly hullGel_kg: number;
  readonly rotomoulded: boolean;
  /** How prone it is to defects, about 1. */
  readonly faults: number;
  /** How gladly it is taken from a queue, about 0: what sells waits less than what only lies in stock. */
  readonly urgency: number;
  readonly route: readonly RouteStep[];
}

interface Family {
  readonly name: string;
  readonly share: number;
  readonly demould_kg: number;
  readonly finish_kg: number;
  readonly deckGel_kg: number;
  readonly hullGel_kg: number;
}

const families: readonly Family[] = [
  { name: 'K1', share: 245, demould_kg: 8, finish_kg: 11, deckGel_kg: 0.9, hullGel_kg: 1 },
  { name: 'K2', share: 110, demould_kg: 11.5, finish_kg: 16.6, deckGel_kg: 1, hullGel_kg: 1.6 },
  { name: 'K4', share: 32, demould_kg: 20.5, finish_kg: 28.5, deckGel_kg: 1.5, hullGel_kg: 2.1 },
  { name: 'C1', share: 80, demould_kg: 9.5, finish_kg: 13, deckGel_kg: 0.6, hullGel_kg: 1.2 },
  { name: 'C2', share: 40, demould_kg: 12.5, finish_kg: 17.5, deckGel_kg: 0.85, hullGel_kg: 1.6 },
  { name: 'C4', share: 12, demould_kg: 22.5, finish_kg: 30, deckGel_kg: 1.2, hullGel_kg: 2 },
  { name: 'Surfski', share: 130, demould_kg: 9.5, finish_kg: 12.5, deckGel_kg: 1.075, hullGel_kg: 1.075 },
  { name: 'Slalom', share: 60, demould_kg: 6.5, finish_kg: 9, deckGel_kg: 0.5, hullGel_kg: 0.8 },
  { name: 'Turismo', share: 110, demould_kg: 14, finish_kg: 19, deckGel_kg: 1.2, hullGel_kg: 1.4 },
  { name: 'Prancha', share: 45, demould_kg: 5.3, finish_kg: 7.5, deckGel_kg: 0.3, hullGel_kg: 0.3 },
  { name: 'Mini', share: 30, demould_kg: 5, finish_kg: 7, deckGel_kg: 0.25, hullGel_kg: 0.4 },
];

const series =
  'Alvor Aguda Bruma Cávea Corvina Faísca Foz Galha Garça Lontra Marola Nortada Rabelo Ria Sável Tainha Truta Vaga Xaroco'.split(
    ' ',
  );
const sizes = ['S', 'M', 'ML', 'L', 'XL', 'XXL'] as const;
const builds = ['BV', 'CL', 'FX', 'HC', 'KV', 'PX', ''] as const;

const modelCount = 894;
/** Sold more than any other: the rotomoulded boats, whose route is short. */
const rotomouldedCount = 11;

export interface Models {
  readonly models: readonly Model[];
  /** Models by how often they are ordered, most first. */
  readonly bySales: readonly Model[];
  /** The products that are rotomoulded. */
  readonly rotomoulded: ReadonlySet<number>;
  /** What is built when an order names a product that no sheet lists. */
  readonly fallback: Model;
}

export function makeModels(seed: number): Models {
  const random = new Random(seed, 202);
  const wishes = new Random(seed, 203);
  const names = makeNames(random);
  const coefficients = stepCoefficients(random);
  const routes = routeSizes(random, modelCount, rotomouldedCount);
  let id = 20_150;
  const models = names.map(({ name, family, scale }, i): Model => {
    id += random.between(1, 72);
    const rotomoulded = i < rotomouldedCount;
    const route = makeRoute(random, routes[i] ?? { size: 18, repeated: 0 }, rotomoulded, coefficients);
    return {
      id,
      name,
      rotomoulded,
      route,
      faults: 0.6 + random.next() * 0.8,
      urgency: wishes.normal(0, 1),
      ...weigh(random, family, scale),
    };
  });
  const [best, ...others] = models as [Model, ...Model[]];
  const bySales = [best, ...random.shuffle(others)];
  return {
    models: [...models].sort((a, b) => a.id - b.id),
    bySales,
    rotomoulded: new Set(models.filter((model) => model.rotomoulded).map(({ id: product }) => product)),
    fallback: models.find((model) => model.route.length === 18) ?? best,
  };
}

function makeNames(random: Random): { name: string; family: Family; scale: number }[] {
  const named = new Map<string, { name: string; family: Family; scale: number }>();
  for (const family of families) {
    const wanted = named.size + family.share;
    while (named.size < wanted) {
      const size = random.below(sizes.length);
      const name = [family.name, seriesName(random), sizes[size], random.pick(builds)]
        .filter(Boolean)
        .join(' ');
      named.set(name, { name, family, scale: 0.9 + 0.05 * size });
    }
  }
  return random.shuffle([...named.values()]);
}

function seriesName(random: Random): string {
  const name = random.pick(series);
  return random.chance(0.3) ? `${name} ${random.between(2, 9) * 10}` : name;
}

function weigh(random: Random, family: Family, scale: number) {
  const unweighed = random.chance(0.05);
  const ungelled = random.chance(0.087);
  // The ERP's gelcoat column was once a 4-byte float: 1.075 came out of it as 1.07500004768372.
  const gel = (kg: number) => (ungelled ? 0 : narrow(random, roundTo(kg * scale, 0.05)));
  return {
    demouldWeight_kg: unweighed ? 0 : roundTo(family.demould_kg * scale, 0.25),
    finishWeight_kg: unweighed ? 0 : roundTo(family.finish_kg * scale, 0.25),
    deckGel_kg: gel(family.deckGel_kg),
    hullGel_kg: gel(family.hullGel_kg),
  };
}

function narrow(random: Random, kg: number): number {
  return random.chance(0.02) ? Number(Math.fround(kg).toPrecision(15)) : kg;
}

function roundTo(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toFixed(3));
}
