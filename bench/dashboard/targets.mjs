/** What the dashboard has to keep to, with the processor four times slower than it is. */
export const throttle = 4;

export const targets = {
  firstPageKib: 230,
  coldMs: 1500,
  warmMs: 800,
  interactionMs: 100,
  /** The first opening of a list. */
  firstOpeningMs: 170,
  filterMs: 250,
  /** Of frames while the list of all boats is scrolled: the share of slow ones, and none above the other. */
  slowFrameMs: 50,
  slowFrameShare: 0.01,
  slowestFrameMs: 100,
  wallboardMb: 20,
  requests: 12,
  streams: 1,
};

export const p75 = (values) => quantile(values, 0.75);

export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}
