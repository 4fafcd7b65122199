/** p50, p95 and p99 (the value at that rank, none invented between two), the longest and how many; null without any. */
export function quantiles(values) {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share) => sorted[Math.ceil(share * sorted.length) - 1];
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), longest: sorted.at(-1), count: sorted.length };
}

/** What the checked samples of a stage say, by question and of all together. */
export function figuresOf(samples) {
  const byQuestion = grouped(samples, (one) => one.request.question);
  const figures = new Map();
  for (const [question, own] of byQuestion)
    figures.set(question, {
      ...quantiles(own.map((one) => one.latencyMs)),
      rows: quantiles(own.map((one) => one.rows)).p50,
      bytes: quantiles(own.map((one) => one.bytes)).p50,
    });
  return { byQuestion: figures, all: quantiles(samples.map((one) => one.latencyMs)) };
}

function grouped(list, keyOf) {
  const groups = new Map();
  for (const one of list) {
    const key = keyOf(one);
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(one);
  }
  return groups;
}
