import { groupDigitsUnbroken } from '../../../platform/numbers.js';
import type { ColumnProfile, DateFacts, Profile } from '../../findings.js';

import { datesChart, usualMonthsOf } from './charts.js';
import { type Html, html } from './markup.js';

interface Dated {
  readonly sheet: string;
  readonly column: ColumnProfile;
  readonly dates: DateFacts;
}

/** Every date column on one axis: where the columns of one month do not fit together, it is seen here. */
export function timeSection({ sheets, as_of }: Profile): Html {
  const all: Dated[] = sheets.flatMap(({ sheet, columns }) =>
    columns.flatMap((column) => (column.dates === null ? [] : [{ sheet, column, dates: column.dates }])),
  );
  const range = commonRange(all);
  if (range === null) return html`<section id="tempo"></section>`;
  return html`<section id="tempo"><h2>Datas ao longo do tempo <i lang="en">dates over time</i></h2>
<p class="muted small">Linhas por mês, todas as colunas no mesmo eixo. O traço vermelho é o momento do ficheiro; o que está depois dele é plano, ou erro.</p>
<div class="card lines">${all.map(
    ({ sheet, column, dates }) =>
      html`<span><b>${column.header}</b><br/><span class="muted">${sheet} · ${groupDigitsUnbroken(dates.rows)} datas</span>${future(dates)}</span><div>${datesChart(column.header, dates, range, as_of, 800)}</div>`,
  )}</div></section>`;
}

function future({ future_rows, must_have_happened }: DateFacts): Html | null {
  if (future_rows === null || future_rows === 0) return null;
  return must_have_happened
    ? html`<br/><span class="tag is-bad">${groupDigitsUnbroken(future_rows)} no futuro</span>`
    : html`<br/><span class="tag">${groupDigitsUnbroken(future_rows)} por vir</span>`;
}

/** From the first usual month of what has happened to the last usual month of anything. */
function commonRange(all: readonly Dated[]): readonly [string, string] | null {
  const happened = all.filter((one) => one.dates.must_have_happened);
  const ranges = (happened.length > 0 ? happened : all).flatMap(({ dates }) => {
    const range = usualMonthsOf(dates);
    return range === null ? [] : [range];
  });
  const ends = all.flatMap(({ dates }) => usualMonthsOf(dates)?.[1] ?? []);
  if (ranges.length === 0) return null;
  return [ranges.map(([from]) => from).sort()[0]!, ends.sort()[ends.length - 1]!];
}
