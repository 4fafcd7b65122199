export function seconds(value) {
  if (value === null) return '–';
  return value < 10 ? `${value.toFixed(2)} s` : `${value.toFixed(1)} s`;
}

export function megabytes(value) {
  return value === null ? '–' : `${Math.round(value)} MB`;
}

export function ratio(value, to) {
  return value === null || to === null ? '–' : `${(value / to).toFixed(2)}x`;
}

export function nanoseconds(value) {
  return value === null ? '–' : `${grouped(Math.round(value))} ns`;
}

export function grouped(value) {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A Markdown table whose columns are as wide as their widest cell; all but the first are set to the right. */
export function table(header, rows, leftColumns = [0]) {
  const widths = header.map((_, place) => Math.max(3, ...[header, ...rows].map((row) => row[place].length)));
  const isLeft = (place) => leftColumns.includes(place);
  const line = (row) =>
    `| ${row.map((cell, i) => (isLeft(i) ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join(' | ')} |`;
  const rule = widths.map((width, i) => (isLeft(i) ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`));
  return [line(header), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n');
}
