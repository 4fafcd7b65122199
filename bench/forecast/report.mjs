import { grouped, table } from '../lib/format.mjs';
import { outlookSections } from './outlook-report.mjs';

/** The target: pooled over the seeds, so many points from what each quantile says, at most. */
const targetPoints = 4;
const judged = [0.5, 0.8, 0.9];

const populations = { OPEN: 'Open orders', NEW: 'New orders' };

/** The page of what was tried. */
export function report({ command, commit, date, orders, tried }) {
  return `${[
    '# Does the forecast cover what it says?',
    [
      `- workbooks: \`prodplan sample --orders ${orders}\`, seeds ${tried.map(({ seed }) => seed).join(', ')}`,
      `- ${date}, commit ${commit}, \`${command}\``,
    ].join('\n'),
    ...Object.entries(populations).map(([name, title]) => section(title, ofPopulation(tried, name))),
    ...outlookSections(tried),
    method(tried),
  ].join('\n\n')}\n`;
}

function ofPopulation(tried, name) {
  return tried.map(({ seed, populations }) => ({
    label: `seed ${seed}`,
    ...populations.find(({ population }) => population === name),
  }));
}

function section(title, lines) {
  const rows = [...lines.map(seedLine), pooledLine(lines)];
  const header = [
    '',
    'cut-offs',
    'won',
    'orders',
    'ratio',
    '95 % interval',
    'p50',
    'p80',
    'p90',
    'within 4 points',
  ];
  return `## ${title}\n\n${table(header, rows, [0, 9])}`;
}

function seedLine({ label, cutoffs, cutoffs_better, orders, ratio, ratio_low, ratio_high, quantiles }) {
  return [
    label,
    String(cutoffs),
    String(cutoffs_better),
    grouped(orders),
    ratio.toFixed(3),
    `${ratio_low.toFixed(3)} to ${ratio_high.toFixed(3)}`,
    ...judged.map((share) => percent(coverage(quantiles, share))),
    '',
  ];
}

function pooledLine(lines) {
  const all = lines.flatMap(({ quantiles }) => quantiles);
  const sum = (name) => lines.reduce((total, one) => total + one[name], 0);
  const shares = judged.map((share) => coverage(all, share));
  const isMet = judged.every((share, at) => 100 * Math.abs(shares[at] - share) <= targetPoints);
  return [
    '**pooled**',
    String(sum('cutoffs')),
    String(sum('cutoffs_better')),
    grouped(sum('orders')),
    '',
    '',
    ...shares.map(percent),
    isMet ? 'met' : '**missed**',
  ];
}

function coverage(quantiles, share) {
  const own = quantiles.filter(({ quantile }) => quantile === share);
  const sum = (name) => own.reduce((total, one) => total + one[name], 0);
  return sum('covered') / sum('judged');
}

function percent(share) {
  return `${(100 * share).toFixed(1)} %`;
}

function method(tried) {
  const days = [...new Set(tried.map(({ censorDays }) => censorDays))].join(', ');
  return `## How it is measured

- Each workbook is taken in by \`prodplan ingest\` into a database of its own; the backtest is the product's (job \`refresh_backtest\`), read as the question \`prodplan.risk_backtest\` answers it, all families together.
- A cut-off is the 15th of a month; at each the forecast is made from what had happened by then. Open: orders in work then, by the days until they were finished. New: orders created in the 30 days from then on.
- p50, p80, p90: of the orders of which it is known whether they were finished by the day that the quantile told, those that were. Pooled: both counts added over all cut-offs and seeds. The target is ${targetPoints} points of each quantile.
- Ratio: pinball loss over that of the baseline, cut at ${days} days; below 1 is better, the interval by drawing cut-offs. Won: cut-offs with a smaller loss.
- Boats out: the job tries the outlook on each of the last 208 weeks from what had happened by then; intervals are told from the 52 weeks over by each. An interval score is the width, and ten times what a count lies outside.`;
}
