import { Random } from '../random.js';
import { makeRoute, type RouteStep, routeSizes, stepCoefficients } from './routes.js';

export interface Model {
  readonly id: number;
  readonly name: string;
  readonly demouldWeightKg: number;
  readonly finishWeightKg: number;
  readonly deckGelKg: number;
  readonly hullGelKg: number;
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
  readonly demouldKg: number;
  readonly finishKg: number;
  readonly deckGelKg: number;
  readonly hullGelKg: number;
}

const families: readonly Family[] = [
  { name: 'K1', share: 245, demouldKg: 8, finishKg: 11, deckGelKg: 0.9, hullGelKg: 1 },
  { name: 'K2', share: 110, demouldKg: 11.5, finishKg: 16.6, deckGelKg: 1, hullGelKg: 1.6 },
  { name: 'K4', share: 32, demouldKg: 20.5, finishKg: 28.5, deckGelKg: 1.5, hullGelKg: 2.1 },
  { name: 'C1', share: 80, demouldKg: 9.5, finishKg: 13, deckGelKg: 0.6, hullGelKg: 1.2 },
  { name: 'C2', share: 40, demouldKg: 12.5, finishKg: 17.5, deckGelKg: 0.85, hullGelKg: 1.6 },
  { name: 'C4', share: 12, demouldKg: 22.5, finishKg: 30, deckGelKg: 1.2, hullGelKg: 2 },
  { name: 'Surfski', share: 130, demouldKg: 9.5, finishKg: 12.5, deckGelKg: 1.075, hullGelKg: 1.075 },
  { name: 'Slalom', share: 60, demouldKg: 6.5, finishKg: 9, deckGelKg: 0.5, hullGelKg: 0.8 },
  { name: 'Turismo', share: 110, demouldKg: 14, finishKg: 19, deckGelKg: 1.2, hullGelKg: 1.4 },
  { name: 'Prancha', share: 45, demouldKg: 5.3, finishKg: 7.5, deckGelKg: 0.3, hullGelKg: 0.3 },
  { name: 'Mini', share: 30, demouldKg: 5, finishKg: 7, deckGelKg: 0.25, hullGelKg: 0.4 },
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
  const urgencies = new Random(seed, 203);
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
      urgency: urgencies.normal(0, 1),
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
    demouldWeightKg: unweighed ? 0 : roundTo(family.demouldKg * scale, 0.25),
    finishWeightKg: unweighed ? 0 : roundTo(family.finishKg * scale, 0.25),
    deckGelKg: gel(family.deckGelKg),
    hullGelKg: gel(family.hullGelKg),
  };
}

function narrow(random: Random, kg: number): number {
  return random.chance(0.02) ? Number(Math.fround(kg).toPrecision(15)) : kg;
}

function roundTo(value: number, step: number): number {
  return Number((Math.round(value / step) * step).toFixed(3));
}
