/** Phases that the rules, or the demonstration factory, speak of; the numbers are the factory's. */
export const phase = {
  lamination: 1,
  cure: 2,
  cut: 3,
  hullBonding: 4,
  finishPainting: 5,
  demould: 6,
  finalControl: 8,
  warehouse: 9,
  packed: 10,
  notLaminated: 11,
  delivered: 12,
  awaitingRepair: 13,
  repair: 14,
  inUse: 15,
  toScrap: 16,
  scrapped: 17,
  painting: 18,
  drySanding: 22,
  finish2: 33,
  finish3: 35,
  wetSanding: 40,
  polishing: 42,
  assembly: 46,
  coamingBonding: 47,
  secondChoice: 49,
  rubbish: 50,
  mouldPreparation: 51,
  partBonding: 53,
  finishPreparation: 63,
  finishSpray: 65,
  finishVarnish: 66,
  infusion: 67,
  rotomoulding: 71,
  reused: 72,
  assemblyControl: 74,
  varnishRepair: 76,
  surfaceRepair: 77,
} as const;

/** Phases of boats that are given up. */
export const scrapPhases = [phase.toScrap, phase.scrapped, phase.rubbish] as const;

/** Phases of boats that are finished and wait to be shipped. */
export const shippingPhases = [phase.warehouse, phase.packed] as const;

/** An order that has no end at all and stands in one of these is gone, and nobody waits for it any more. */
export const restingPhases = [
  ...shippingPhases,
  phase.delivered,
  phase.awaitingRepair,
  phase.inUse,
  phase.toScrap,
  phase.scrapped,
  phase.secondChoice,
  phase.rubbish,
  phase.reused,
] as const;
