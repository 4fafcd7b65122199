import { phase } from '../../contract/factory/index.js';
import { type Random, Weighted } from '../random.js';

export interface RouteStep {
  readonly phaseId: number;
  readonly sequence: number;
  readonly coefficientHours: number;
  readonly bonus_eur: number;
}

export interface RouteSize {
  readonly size: number;
  /** How many of its steps come back to a phase that it had. */
  readonly repeated: number;
}

/** How many routes have so many steps: 894 routes, 15,347 steps. */
const sizeCounts: readonly (readonly [steps: number, routes: number])[] = [
  [18, 303],
  [19, 176],
  [16, 126],
  [17, 123],
  [15, 85],
  [14, 43],
  [20, 19],
  [9, 3],
  [21, 1],
  [12, 1],
  [25, 1],
  [26, 1],
];
const shortCounts: readonly (readonly [steps: number, routes: number])[] = [
  [6, 10],
  [7, 2],
];
/** Steps that repeat a phase of their route: 238 of the 15,347. */
const repeatedSteps = 238;

const core = [
  phase.notLaminated,
  phase.mouldPreparation,
  phase.painting,
  phase.lamination,
  phase.cure,
  phase.demould,
  phase.cut,
  phase.assembly,
  phase.finalControl,
  phase.warehouse,
  phase.packed,
  phase.delivered,
] as const;

/** Steps that a longer route takes on, and how gladly. */
const extras: readonly (readonly [phaseId: number, weight: number])[] = [
  [phase.polishing, 40],
  [phase.partBonding, 16],
  [phase.wetSanding, 13],
  [phase.drySanding, 12],
  [phase.assemblyControl, 10],
  [phase.finishPainting, 10],
  [phase.finish2, 4],
  [phase.hullBonding, 2.5],
  [phase.coamingBonding, 1.2],
  [phase.infusion, 0.9],
  [phase.finishPreparation, 0.4],
  [phase.finishSpray, 0.4],
  [phase.finishVarnish, 0.4],
  [phase.finish3, 0.15],
];

/** The order in which the work is done, whatever the order in which a route was made up. */
export const workOrder: readonly number[] = [
  phase.rotomoulding,
  phase.notLaminated,
  phase.mouldPreparation,
  phase.painting,
  phase.infusion,
  phase.lamination,
  phase.cure,
  phase.demould,
  phase.cut,
  phase.partBonding,
  phase.hullBonding,
  phase.coamingBonding,
  phase.finishPainting,
  phase.drySanding,
  phase.finish2,
  phase.finish3,
  phase.finishPreparation,
  phase.finishSpray,
  phase.finishVarnish,
  phase.wetSanding,
  phase.polishing,
  phase.assemblyControl,
  phase.assembly,
  phase.finalControl,
  phase.warehouse,
  phase.packed,
  phase.delivered,
];

const shortRoute = [
  phase.rotomoulding,
  phase.assembly,
  phase.finalControl,
  phase.warehouse,
  phase.packed,
  phase.delivered,
  phase.polishing,
] as const;

/** One size a model; the first models are the short, rotomoulded ones. */
export function routeSizes(random: Random, models: number, rotomoulded: number): readonly RouteSize[] {
  const expand = (counts: typeof sizeCounts) =>
    counts.flatMap(([steps, routes]) => new Array<number>(routes).fill(steps));
  // One short route belongs to a boat that is laminated after all; it is kept short and counted with them.
  const short = expand(shortCounts).slice(0, rotomoulded);
  const long = random.shuffle([...expand(sizeCounts), ...expand(shortCounts).slice(rotomoulded)]);
  const sizes = [...short, ...long].slice(0, models).map((size) => ({ size, repeated: 0 }));
  let left = repeatedSteps;
  while (left > 0) {
    const route = random.pick(sizes);
    if (route.size < 16 || route.repeated > 1) continue;
    route.repeated++;
    left--;
  }
  return sizes;
}

export type StepCoefficients = (
  random: Random,
  phaseId: number,
) => { coefficientHours: number; bonus_eur: number };

/** Standard hours and bonuses are agreed per phase, with exceptions; the piece rates are odd fractions of a lot. */
export function stepCoefficients(random: Random): StepCoefficients {
  const hours = new Weighted([30, 24, 22, 7, 7, 3, 2, 2]);
  const hourValues = [1, 2, 1.5, 0.5, 2.75, 4, 1.25, 0.75];
  const bonusValues = [20 / 27, 2 / 3, 15 / 14, 10 / 9, 4 / 3, 25 / 14, 0.34, 0.75, 1, 1.25, 40 / 27, 5 / 18];
  const usual = new Map<number, { coefficientHours: number; bonus_eur: number }>();
  for (const phaseId of workOrder)
    usual.set(phaseId, {
      coefficientHours: hourValues[hours.draw(random)] ?? 1,
      bonus_eur: digits15(random.pick(bonusValues)),
    });
  const anyHours = (draw: Random) => hourValues[hours.draw(draw)] ?? 1;
  const hoursOf = (draw: Random, phaseId: number, own: number) => {
    // A few standards were typed for a mould or a batch, not for a boat.
    if (draw.chance(0.0008)) return draw.pick([24, 96, 133, 160]);
    if (phaseId === phase.demould) return 0.5;
    return draw.chance(0.6) ? own : anyHours(draw);
  };
  const bonusOf = (draw: Random, phaseId: number, own: number) => {
    if (!bonusPhases.has(phaseId) || !draw.chance(0.72)) return 0;
    return draw.chance(0.7) ? own : digits15(draw.pick(bonusValues));
  };
  return (draw, phaseId) => {
    if (phaseId === phase.lamination || phaseId === phase.infusion)
      return { coefficientHours: 8, bonus_eur: draw.chance(0.9) ? 6 : 8 };
    const own = usual.get(phaseId) ?? { coefficientHours: 1, bonus_eur: 0 };
    return {
      coefficientHours: hoursOf(draw, phaseId, own.coefficientHours),
      bonus_eur: bonusOf(draw, phaseId, own.bonus_eur),
    };
  };
}

const bonusPhases: ReadonlySet<number> = new Set([
  phase.painting,
  phase.cut,
  phase.partBonding,
  phase.hullBonding,
  phase.finishPainting,
  phase.drySanding,
  phase.wetSanding,
  phase.polishing,
  phase.finish2,
]);

export function makeRoute(
  random: Random,
  { size, repeated }: RouteSize,
  rotomoulded: boolean,
  coefficients: StepCoefficients,
): readonly RouteStep[] {
  const chosen: number[] = rotomoulded
    ? shortRoute.slice(0, size)
    : core.slice(0, Math.min(size, core.length));
  // A cut-down route still ends with the boat at the customer's.
  if (!rotomoulded && size < core.length) chosen.splice(-1, 1, phase.delivered);
  chosen.push(...chooseExtras(random, size - repeated - chosen.length));
  // Cutting comes back most often; only a phase that the route has can come back.
  const repeatable = [
    phase.cut,
    phase.cut,
    phase.cut,
    phase.lamination,
    phase.partBonding,
    phase.wetSanding,
  ].filter((phaseId) => chosen.includes(phaseId));
  while (chosen.length < size) chosen.push(random.pick(repeatable));
  chosen.sort((a, b) => workOrder.indexOf(a) - workOrder.indexOf(b));
  const gapAt = random.chance(0.06) ? random.between(8, 12) : Number.POSITIVE_INFINITY;
  return chosen.map((phaseId, i) => ({
    phaseId,
    sequence: i + 1 + (i + 1 >= gapAt ? 1 : 0),
    ...coefficients(random, phaseId),
  }));
}

function chooseExtras(random: Random, count: number): number[] {
  const left = extras.map((extra) => [...extra] as [number, number]);
  const chosen: number[] = [];
  while (chosen.length < count && left.length > 0) {
    const i = new Weighted(left.map(([, weight]) => weight)).draw(random);
    chosen.push((left[i] as [number, number])[0]);
    left.splice(i, 1);
  }
  return chosen;
}

/** The ERP keeps fifteen digits: 0.740740740740741. */
function digits15(value: number): number {
  return Number(value.toPrecision(15));
}
