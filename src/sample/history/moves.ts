import { changes, isPlaced } from '../quirks.js';
import type { Random } from '../random.js';
import { day, type Minute, never } from '../time.js';
import { vanishesAt } from './calendar.js';
import type { Factory } from './factory.js';

const neighbours = 6;

/** Work booked on the wrong boat is later given to another one, which must exist and stay. */
export function moveOf(factory: Factory, random: Random, index: number, end: Minute) {
  const stays = { movedAt: never, movedTo: index };
  if (!random.chance(changes.phaseMoves) || end === never) return stays;
  const { size, calendar } = factory;
  const target = index + 1 + random.below(neighbours);
  const movedAt = end + random.between(1, 25) * day;
  if (target > calendar.oldest || isPlaced('unlisted', target)) return stays;
  if (vanishesAt(size, target, calendar.createdAt(target)) !== never) return stays;
  return { movedAt, movedTo: target };
}
