/**
 * Warehouse, packed, delivered, to be repaired, in use, to scrap, scrapped, second choice, rubbish, reused: an order that has no end at all and
 * stands there is gone, and nobody waits for it any more.
 */
export const restingPhases = [9, 10, 12, 13, 15, 16, 17, 49, 50, 72] as const;
