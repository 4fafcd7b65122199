import type { Reply } from '../../../src/services/index.js';

/** Numbers that name something, or only say where a row stands. */
const isName = (key: string): boolean =>
  key === 'rank' || key === 'id' || key === 'position' || key.endsWith('_id');

/** Every figure of an answer by its place: numbers as they are, a list by how many rows it has. */
export function figuresOf(data: unknown, place = ''): Map<string, number | null> {
  if (Array.isArray(data)) return new Map([[`${place}[]`, data.length]]);
  if (typeof data === 'number') return new Map([[place, data]]);
  if (data === null) return new Map([[place, null]]);
  if (typeof data !== 'object') return new Map();
  return new Map(
    Object.entries(data).flatMap(([key, value]) =>
      isName(key) ? [] : [...figuresOf(value, place === '' ? key : `${place}.${key}`)],
    ),
  );
}

/** A few rows more or less are nobody's error to see: three standard deviations of what chance alone would do. */
const sigmas = 3;

/** The greatest of many values hang on a few rows: where any are said to be missing, it may be these. */
const isExtreme = (place: string): boolean => /oldest|longest|p90|p95/.test(place);

/**
 * Where an answer says less than it should: figures that are further from the truth than the answer itself says that
 * rows are missing, though it calls itself SUPPORTED.
 */
export function untold(truth: Reply, reply: Reply): string[] {
  if (reply.status !== 'SUPPORTED') return [];
  if (truth.data === null) return ['answers what the whole file does not support'];
  const missing = reply.support.gates.reduce((sum, { rate }) => sum + (rate === null ? 0 : 1 - rate), 0);
  const told = figuresOf(reply.data);
  return [...figuresOf(truth.data)].flatMap(([place, true_]) => {
    const figure = told.get(place) ?? null;
    if (true_ === null) return [];
    if (figure === null) return [`${place}: null instead of ${true_}`];
    if (isExtreme(place) && missing > 0) return [];
    const size = Math.max(Math.abs(true_), Math.abs(figure));
    if (size === 0) return [];
    const rows = Number.isInteger(true_) && size > 1 ? size : Math.max(1, reply.support.rows_used);
    const chance = sigmas * Math.sqrt(Math.max(missing, 1 / rows) / rows);
    const off = Math.abs(true_ - figure) / size;
    if (off <= missing + chance) return [];
    return [
      `${place}: ${figure} instead of ${true_}, ${missing.toFixed(3)} + ${chance.toFixed(3)} said to be missing`,
    ];
  });
}
