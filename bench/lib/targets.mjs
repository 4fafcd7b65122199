import { scales } from './cases.mjs';
import { seconds } from './format.mjs';
import { fullSizeOrders } from './options.mjs';

/** A further row must not cost more than so many times what one costs at a smaller size. */
const flatRatio = 1.25;
export const targetCores = 2;

const ours = [
  'extract/ours',
  'ingest/cold',
  'ingest/same',
  'ingest/day',
  'ingest/week',
  'ingest/next',
  'ingest/server-up',
  ...scales.flatMap((factor) => [`scale/extract/${factor}`, `scale/ingest/${factor}`]),
];

/** Each target with what was measured: [what, target, measured, met or missed]. */
export function judge(samples, { orders }) {
  const full = orders === fullSizeOrders;
  const extract = samples.median('extract/ours');
  const exceljs = samples.median('extract/exceljs');
  const merge = samples.median('ingest/server-up', (one) => one.seconds.merge);
  const bare = samples.median('merge/bare');
  const targets = [
    most('extract to CSV.gz', 1.5, extract, seconds),
    least('extract, times as fast as ExcelJS', 12, divided(exceljs, extract), times),
    most('whole ingest from nothing', 10, samples.median('ingest/cold'), seconds),
    most('the next day, against extract alone', 2, divided(samples.median('ingest/day'), extract), times),
    most('the next week, against extract alone', 2.5, divided(samples.median('ingest/week'), extract), times),
    ...against(samples, 'next', 0.45, 'a tenth changed, against the baseline'),
    ...against(samples, 'cold', 0.68, 'from nothing, against the baseline'),
    most('merge, against a bare INSERT ... SELECT', 2, divided(merge, bare), times),
    { ...most('the same file again', 1, samples.median('ingest/same'), seconds), target: '< 1.00 s' },
    most("Node's peak memory at any size", 300, peak(samples), (mb) => `${Math.round(mb)} MB`),
    most(
      'cost of a further row, extract: large sizes against small ones',
      flatRatio,
      growth(samples, 'extract/ours', 'scale/extract'),
      times,
    ),
    most(
      'cost of a further row, ingest: large sizes against small ones',
      flatRatio,
      growth(samples, 'ingest/server-up', 'scale/ingest'),
      times,
    ),
  ];
  return targets.map(({ what, target, measured, met, show }) => {
    if (measured === null) return [what, target, '–', 'not measured'];
    const verdict = met ? 'met' : '**missed**';
    return [what, target, show(measured), full ? verdict : `${verdict}, but not at full size`];
  });
}

/** Only where an earlier build was measured beside. */
function against(samples, name, limit, what) {
  const before = samples.median(`baseline/${name}`);
  return before === null ? [] : [most(what, limit, divided(samples.median(`ingest/${name}`), before), times)];
}

function most(what, limit, measured, show) {
  return { what, target: `<= ${show(limit)}`, measured, met: measured !== null && measured <= limit, show };
}

function least(what, limit, measured, show) {
  return { what, target: `>= ${show(limit)}`, measured, met: measured !== null && measured >= limit, show };
}

const times = (value) => `${value.toFixed(2)}x`;

function divided(value, by) {
  return value === null || by === null ? null : value / by;
}

function peak(samples) {
  const peaks = ours
    .map((id) => samples.of(id, (one) => one.peakMb)?.max ?? null)
    .filter((mb) => mb !== null);
  return peaks.length === 0 ? null : Math.max(...peaks);
}

/** Time between two sizes over rows between them: what starting costs at any size is in neither. */
function growth(samples, middle, scaled) {
  const [small, large] = scales.map((factor) => `${scaled}/${factor}`);
  const [first, second] = [furtherRowNs(samples, small, middle), furtherRowNs(samples, middle, large)];
  // On tiny workbooks the noise is larger than the difference.
  return first > 0 && second > 0 ? second / first : null;
}

export function furtherRowNs(samples, smaller, larger) {
  if (!samples.has(smaller) || !samples.has(larger)) return null;
  const rows = (id) => samples.median(id, (one) => one.rows);
  return ((samples.median(larger) - samples.median(smaller)) * 1e9) / (rows(larger) - rows(smaller));
}
