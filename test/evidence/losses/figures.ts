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

/**
 * The greatest of many values hang on a few rows: where any are said to be missing, it may be these. A utilisation is a
 * pace over the 90th percentile of paces, and hangs on the same rows; the pace itself is judged like any other figure.
 */
const isExtreme = (place: string): boolean => /oldest|longest|p90|p95|utilisation/.test(place);

/**
 * A median moves by more than the share of rows that went: of ages and times, which spread as an exponential does, by
 * 1 / ln 2 of it, and as much by chance.
 */
const medianFactor = 1 / Math.LN2;

/** What is the difference of two figures moves by as much as both of them together, however small it is itself. */
function differenceOf(told: ReadonlyMap<string, number | null>, place: string): number | null {
  if (place === 'littles_law.deviation') return 2;
  if (place.startsWith('littles_law.from_')) return 2 * told.get('wip_average')!;
  if (/^(wip_over|days_to_wait)$/.test(place)) {
    const size = told.get('wip_last')! + told.get('wip_allowed')!;
    return place === 'wip_over' ? size : size / told.get('finished_per_day')!;
  }
  const matched = /^(.*\.)difference_(days|low|high|total_days)$/.exec(place);
  if (matched === null) return null;
  const [, of, what] = matched;
  const both = (told.get(`${of}days_with`) ?? 0) + (told.get(`${of}days_without`) ?? 0);
  return what === 'total_days' ? both * (told.get(`${of}orders_matched`) ?? 0) : both;
}

/**
 * What the answer itself says of the figure: of the defects without a culprit, as many may be fewer as name one that the
 * file lacks.
 */
function statedRange(told: ReadonlyMap<string, number | null>, place: string): readonly [number, number] {
  const figure = told.get(place)!;
  const missing = told.get('defects_culprit_missing') ?? 0;
  if (place === 'defects_without_culprit') return [figure - missing, figure];
  if (place === 'share_without_culprit') return [figure - missing / told.get('defects')!, figure];
  return [figure, figure];
}

/** Figures of the last days only: they rest on what was completed in them, which the answer gives. */
const ofTheWindow = /^factory\.(throughput_per_day|pace_of_year)$/;

/** Rows on which a figure rests: those that a count counts, the few events of a rate per 100, else all of the answer. */
function rowsOf(
  told: ReadonlyMap<string, number | null>,
  place: string,
  figure: number,
  rowsUsed: number,
): number {
  if (ofTheWindow.test(place)) return Math.max(1, told.get('factory.completed')!);
  if (place === 'created_per_day') return Math.max(1, told.get('created_orders')!);
  if (/^(finished_per_day|wip_allowed|lead_days_by_wip)$/.test(place))
    return Math.max(1, told.get('finished_orders')!);
  if (/_per_100_/.test(place)) return Math.max(1, (figure / 100) * rowsUsed);
  const isCount = Number.isInteger(figure) && figure > 1 && !/median/.test(place);
  return isCount ? figure : Math.max(1, rowsUsed);
}

/** An answer, or the part of one that is of another period and has a status of its own. */
type Part = Pick<Reply, 'status' | 'data'> & {
  readonly support: Pick<Reply['support'], 'rows_used'> & {
    readonly gates: readonly { readonly gate: string; readonly rate: number | null }[];
  };
};

/** A headline is its own figures and those of the periods beside it. */
function partsOf(reply: Reply): Map<string, Part> {
  const { previous, all_time, window: _, ...own } = (reply.data ?? {}) as Record<string, Block | null>;
  if (!all_time?.window) return new Map([['', reply]]);
  const parts: [string, Part][] = [['', { ...reply, data: own }]];
  for (const [name, block] of Object.entries({ previous, all_time }))
    if (block) parts.push([`${name}.`, { ...block, data: block.figures } as Part]);
  return new Map(parts);
}

interface Block extends Omit<Part, 'data'> {
  readonly window: object;
  readonly figures: object | null;
}

/** Says what the file lacks, and so is nothing of a whole one. */
const ofTheLossItself = /^defects_culprit_missing$/;

/** What these miss is missing from one figure only, and in a whole file, too: it excuses no other. */
const ofOneFigure: readonly string[] = ['due_date_coverage', 'durations_usable'];

/**
 * Where an answer says less than it should: figures that are further from the truth than the answer itself says that
 * rows are missing, though it calls itself SUPPORTED.
 */
export function untold(truth: Reply, reply: Reply): string[] {
  const trueParts = partsOf(truth);
  return [...partsOf(reply)].flatMap(([name, part]) => {
    const true_ = trueParts.get(name);
    // Where the whole answer was refused there are no periods beside it.
    return true_ === undefined ? [] : untoldOf(true_, part).map((line) => name + line);
  });
}

function untoldOf(truth: Part, reply: Part): string[] {
  if (reply.status !== 'SUPPORTED') return [];
  if (truth.data === null) return ['answers what the whole file does not support'];
  const missing = reply.support.gates
    .filter(({ gate }) => !ofOneFigure.includes(gate))
    .reduce((sum, { rate }) => sum + (rate === null ? 0 : 1 - rate), 0);
  const told = figuresOf(reply.data);
  return [...figuresOf(truth.data)].flatMap(([place, true_]) => {
    const figure = told.get(place) ?? null;
    if (true_ === null || ofTheLossItself.test(place)) return [];
    if (figure === null) return [`${place}: null instead of ${true_}`];
    if (isExtreme(place) && missing > 0) return [];
    const size = differenceOf(told, place) ?? Math.max(Math.abs(true_), Math.abs(figure));
    if (size === 0) return [];
    const rows = rowsOf(told, place, size, reply.support.rows_used);
    const chance = sigmas * Math.sqrt(Math.max(missing, 1 / rows) / rows);
    const [lowest, highest] = statedRange(told, place);
    const off = Math.max(lowest - true_, true_ - highest, 0) / size;
    // A median of whole days is a day further for the rounding alone.
    const allowed = /median/.test(place) ? (missing + chance) * medianFactor + 1 / size : missing + chance;
    if (off <= allowed) return [];
    return [
      `${place}: ${figure} instead of ${true_}, ${missing.toFixed(3)} + ${chance.toFixed(3)} said to be missing`,
    ];
  });
}
