import { groupDigitsUnbroken } from '../../../platform/numbers.js';
import { type CellClass, cellClasses, nullClasses } from '../../count/cell-class.js';
import type { ColumnProfile, DateFacts, Histogram } from '../../findings.js';
import { cut, numberText, shareText, valueText } from '../format.js';
import { classWords } from '../words.js';
import { type Html, html } from './markup.js';

/** Anything there is must be seen: no part of a bar is narrower than this per cent. */
const thinnest = 0.7;

export interface Part {
  readonly label: string;
  readonly share: number;
  readonly rows: number;
  /** Its class in the style sheet. */
  readonly tone: string;
}

/** A bar of parts; what they do not fill stays empty. */
export function bar(label: string, parts: readonly Part[], height = 10): Html {
  const shown = parts.filter((part) => part.rows > 0);
  const widths = widthsOf(shown);
  let at = 0;
  const rects = shown.map(({ share, tone, label: name, rows }, place) => {
    const width = widths[place]!;
    const rect = html`<rect class="${tone}" x="${at.toFixed(2)}" y="0" width="${width.toFixed(2)}" height="10"><title>${name}: ${groupDigitsUnbroken(rows)} (${shareText(share)})</title></rect>`;
    at += width;
    return rect;
  });
  const words = shown.map((part) => `${part.label} ${shareText(part.share)}`).join(', ') || 'nada';
  return html`<svg class="bar" style="height:${height}px" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label="${label}: ${words}"><rect class="track" x="0" y="0" width="100" height="10"/>${rects}</svg>`;
}

/** Widths in per cent: what thin parts are given too much is taken from the widest one. */
function widthsOf(parts: readonly Part[]): number[] {
  const widths = parts.map(({ share }) => Math.max(thinnest, share * 100));
  const excess = widths.reduce((sum, width) => sum + width, 0) - 100;
  if (excess > 0) widths[widths.indexOf(Math.max(...widths))]! -= excess;
  return widths;
}

/** Cells without a value, by form. */
export function nullBar({ cells, null_rows, header }: ColumnProfile, rows: number): Html {
  const parts = nullClasses.map((name) => cellPart(name, cells[name], rows));
  return bar(`${header}, sem valor ${shareText(rows === 0 ? null : null_rows / rows)}`, parts);
}

/** What the cells with a value really are. */
export function typeBar({ cells, header }: ColumnProfile): Html {
  const names = cellClasses.filter((name) => !nullClasses.some((none) => none === name));
  const total = names.reduce((sum, name) => sum + cells[name], 0);
  return bar(
    `${header}, tipos das células com valor`,
    names.map((name) => cellPart(name, cells[name], total)),
  );
}

function cellPart(name: CellClass, cells: number, total: number): Part {
  return {
    label: classWords[name].pt,
    share: total === 0 ? 0 : cells / total,
    rows: cells,
    tone: `t-${name}`,
  };
}

/** The colours of the cell classes, for the legend. */
export function classLegend(names: readonly CellClass[]): Html {
  return html`<ul class="legend">${names.map(
    (name) =>
      html`<li><span class="key t-${name}"></span>${classWords[name].pt} <i lang="en">${classWords[name].en}</i></li>`,
  )}</ul>`;
}

const width = 300;
const height = 64;

interface Column {
  readonly label: string;
  readonly rows: number;
}

/** Upright bars side by side with a label under both ends, and optionally a mark at a place between two of them. */
export function columns(
  label: string,
  all: readonly Column[],
  mark: number | null = null,
  wide = width,
): Html {
  const most = Math.max(1, ...all.map((one) => one.rows));
  const step = wide / Math.max(1, all.length);
  const gap = step > 6 ? 1.5 : step > 3 ? 0.6 : 0;
  const rects = all.map(({ label: name, rows }, place) => {
    if (rows === 0) return html``;
    const tall = Math.max(1, (rows / most) * (height - 4));
    return html`<rect x="${(place * step).toFixed(1)}" y="${(height - tall).toFixed(1)}" width="${Math.max(0.8, step - gap).toFixed(1)}" height="${tall.toFixed(1)}"><title>${name}: ${groupDigitsUnbroken(rows)}</title></rect>`;
  });
  const at = mark === null ? '' : (mark * step).toFixed(1);
  const line =
    mark === null
      ? null
      : html`<line class="mark" x1="${at}" x2="${at}" y1="0" y2="${height}"><title>momento do ficheiro</title></line>`;
  return html`<svg class="columns" viewBox="0 0 ${wide} ${height}" preserveAspectRatio="none" role="img" aria-label="${label}">${rects}<line class="base" x1="0" x2="${wide}" y1="${height}" y2="${height}"/>${line}</svg><div class="ends"><span>${all[0]?.label ?? ''}</span><span>${all.length > 1 ? all[all.length - 1]!.label : ''}</span></div>`;
}

export function histogramChart(header: string, { from, to, rows, rows_below, rows_above }: Histogram): Html {
  const bin = (to - from) / rows.length;
  const all = rows.map((count, place) => ({
    label:
      rows.length === 1
        ? numberText(from)
        : `${short(from + place * bin)} a ${short(from + (place + 1) * bin)}`,
    rows: count,
  }));
  const ends = all.map((one, place) => ({
    ...one,
    label: place === 0 ? short(from) : place === all.length - 1 ? short(to) : one.label,
  }));
  const label = `Distribuição de ${header}: de ${short(from)} a ${short(to)}`;
  return html`${columns(label, ends)}${outside(rows_below > 0 && `${groupDigitsUnbroken(rows_below)} abaixo`, rows_above > 0 && `${groupDigitsUnbroken(rows_above)} acima`)}`;
}

function short(value: number): string {
  return numberText(Number(value.toPrecision(4)));
}

/** What lies beyond the two ends of a chart. */
function outside(below: string | false, above: string | false): Html | null {
  const words = [below, above].filter((part) => part !== false);
  return words.length === 0 ? null : html`<p class="note">fora do gráfico: ${words.join(', ')}</p>`;
}

const mostTop = 6;

/** The most frequent values as lying bars with their texts. */
export function topChart({ header, kind, top_values }: ColumnProfile, rows: number): Html {
  const largest = top_values[0]?.rows ?? 1;
  const items = top_values.slice(0, mostTop).map(({ value, rows: count }) => {
    const text = valueText(value, kind);
    const width = Math.max(1, (count / largest) * 100).toFixed(1);
    return html`<li title="${cut(text, 200)}: ${groupDigitsUnbroken(count)} (${shareText(count / rows)})"><span class="fill" style="width:${width}%"></span><span class="what">${cut(text, 60)}</span><span class="many">${shareText(count / rows)}</span></li>`;
  });
  return html`<ol class="top" aria-label="Valores mais frequentes de ${header}">${items}</ol>`;
}

/** Months from the one to the other, both included. */
export function monthRange(from: string, to: string): string[] {
  const months: string[] = [];
  let [year, month] = from.split('-').map(Number) as [number, number];
  for (;;) {
    const name = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
    if (name > to) return months;
    months.push(name);
    month = month === 12 ? 1 : month + 1;
    if (month === 1) year++;
  }
}

const mostMonths = 96;

/** Rows over time, by month or, where that would be too many bars, by year. */
export function datesChart(
  header: string,
  { months }: DateFacts,
  [from, to]: readonly [string, string],
  asOf: string | null,
  wide = width,
): Html {
  const rows = new Map(months);
  const names = monthRange(from, to);
  const byYear = names.length > mostMonths;
  const all = byYear ? years(names, rows) : names.map((label) => ({ label, rows: rows.get(label) ?? 0 }));
  const unit = asOf?.slice(0, byYear ? 4 : 7);
  const place = all.findIndex((one) => one.label === unit);
  const part = asOf === null ? 0 : byYear ? Number(asOf.slice(5, 7)) / 12 : Number(asOf.slice(8, 10)) / 31;
  const [before, after] = [sum(months, (month) => month < from), sum(months, (month) => month > to)];
  const label = `${header} ${byYear ? 'por ano' : 'por mês'}, de ${from} a ${to}`;
  return html`${columns(label, all, place < 0 ? null : place + part, wide)}${outside(before > 0 && `${groupDigitsUnbroken(before)} antes`, after > 0 && `${groupDigitsUnbroken(after)} depois`)}`;
}

function years(names: readonly string[], rows: ReadonlyMap<string, number>): Column[] {
  const found = new Map<string, number>();
  for (const name of names)
    found.set(name.slice(0, 4), (found.get(name.slice(0, 4)) ?? 0) + (rows.get(name) ?? 0));
  return [...found].map(([label, count]) => ({ label, rows: count }));
}

function sum(months: DateFacts['months'], test: (month: string) => boolean): number {
  return months.reduce((total, [month, rows]) => total + (test(month) ? rows : 0), 0);
}

/** The months that hold all but the outliers of a date column; null where it has none from 1950 to 2199. */
export function usualMonthsOf({ months, quantiles }: DateFacts): readonly [string, string] | null {
  const [first, last] = [months[0]?.[0], months[months.length - 1]?.[0]];
  if (first === undefined || last === undefined) return null;
  const clamp = (month: string): string => (month < first ? first : month > last ? last : month);
  return [clamp(quantiles.p01.slice(0, 7)), clamp(quantiles.p99.slice(0, 7))];
}
