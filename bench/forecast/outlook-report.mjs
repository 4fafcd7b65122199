import { table } from '../lib/format.mjs';

/** The targets: coverage of the 80 % intervals, their score against independent boats, errors against the pace. */
const covers = [0.72, 0.9];
const scoreAtMost = 0.8;
const errorAtMost = { 28: 0.95, 56: 0.85 };

/** Intervals of open boats, output, and the order in which boats are finished: by seed and pooled. */
export function outlookSections(tried) {
  return [openSection(tried), outputSection(tried), orderSection(tried)];
}

const percent = (share) => `${(100 * share).toFixed(1)} %`;
const met = (is) => (is ? 'met' : '**missed**');
const sum = (rows, name) => rows.reduce((all, one) => all + one[name], 0);

function openSection(tried) {
  const horizons = tried[0].open.map(({ horizon_days }) => horizon_days);
  const rows = horizons.flatMap((days) => {
    const own = tried.map(({ seed, open }) => ({
      label: `seed ${seed}`,
      ...open.find((one) => one.horizon_days === days),
    }));
    const names = ['weeks', 'covered', 'covered_alone', 'score', 'score_alone'];
    const pooled = Object.fromEntries(names.map((name) => [name, sum(own, name)]));
    return [...own, { label: '**pooled**', ...pooled }].map((one) => {
      const [share, ratio] = [one.covered / one.weeks, one.score / one.score_alone];
      const isMet = share >= covers[0] && share <= covers[1] && ratio <= scoreAtMost;
      return [
        `${days} days`,
        one.label,
        String(one.weeks),
        percent(share),
        percent(one.covered_alone / one.weeks),
        ratio.toFixed(3),
        met(isMet),
      ];
    });
  });
  const header = ['', '', 'weeks', 'covered', 'were they independent', 'score ratio', 'target'];
  return `## Boats out of those open: 80 % intervals\n\n${table(header, rows, [0, 1, 6])}\n\nTarget: ${percent(covers[0])} to ${percent(covers[1])} covered, an interval score of at most ${scoreAtMost} of that of independent boats.`;
}

function outputSection(tried) {
  const rows = tried.flatMap(({ seed, output }) =>
    output.map((one) => {
      const ratio = one.error / one.error_pace;
      return [
        `${one.horizon_days / 7} weeks`,
        `seed ${seed}`,
        String(one.weeks),
        percent(one.error),
        percent(one.error_pace),
        ratio.toFixed(3),
        one.judged === 0 ? '' : percent(one.covered / one.judged),
        met(ratio <= errorAtMost[one.horizon_days]),
      ];
    }),
  );
  const header = ['', '', 'weeks', 'median error', "the pace's", 'ratio', 'covered', 'target'];
  return `## Boats out in all\n\n${table(header, rows, [0, 1, 7])}\n\nTarget: a median error of at most ${errorAtMost[28]} of the 13-week pace's over 4 weeks, ${errorAtMost[56]} over 8.`;
}

function orderSection(tried) {
  const rows = tried.map(({ seed, order }) => [
    `seed ${seed}`,
    String(order.cutoffs),
    order.ours.toFixed(3),
    order.base.toFixed(3),
    met(order.ours > order.base),
  ]);
  return `## Order of finishing\n\n${table(['', 'cut-offs', 'rank correlation', "the baseline's", 'target'], rows, [0, 4])}`;
}
