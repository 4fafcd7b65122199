import { editDistance } from '../../platform/edit-distance.js';

/** A column that is missing under its own name, and the one that seems to be it under another. */
export interface Renamed {
  readonly missing: string;
  readonly found: string;
}

/**
 * Pairs the missing columns of a sheet with unknown ones: those that differ by accents, signs or two letters at most, and
 * the one that is left of each kind. It is a guess, for a person to look at.
 */
export function renamedColumns(missing: readonly string[], unknown: readonly string[]): Renamed[] {
  const free = new Set(unknown);
  const pairs: Renamed[] = [];
  for (const name of missing) {
    const found = [...free].find((other) => isAlike(name, other));
    if (found === undefined) continue;
    free.delete(found);
    pairs.push({ missing: name, found });
  }
  const left = missing.filter((name) => !pairs.some((pair) => pair.missing === name));
  if (left.length === 1 && free.size === 1) pairs.push({ missing: left[0]!, found: [...free][0]! });
  return pairs;
}

function isAlike(one: string, other: string): boolean {
  const [a, b] = [plain(one), plain(other)];
  return a === b || (Math.min(a.length, b.length) > 4 && editDistance(a, b) <= 2);
}

function plain(name: string): string {
  return name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/g, '');
}
