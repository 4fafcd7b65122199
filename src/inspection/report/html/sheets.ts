import { groupDigitsUnbroken } from '../../../platform/numbers.js';
import type { ColumnProfile, Profile, SheetProfile } from '../../findings.js';
import { cut, momentWords, numberText, partsText, shareText, valueText } from '../format.js';
import {
  classLegend,
  datesChart,
  histogramChart,
  nullBar,
  topChart,
  typeBar,
  usualMonthsOf,
} from './charts.js';
import { type Html, html } from './markup.js';

export function sheetSections(profile: Profile): Html {
  return html`<section><h2>Folha a folha <i lang="en">sheet by sheet</i></h2>
${classLegend(['number', 'date', 'text', 'number_text', 'date_text', 'boolean', 'error', 'formula', 'null_text', 'blank', 'empty'])}
${profile.sheets.map((sheet) => sheetSection(sheet, profile.as_of))}</section>`;
}

function sheetSection(
  { sheet, table, title, rows, parts, columns }: SheetProfile,
  asOf: string | null,
): Html {
  return html`<details class="card sheet" id="${table}" open="open"><summary>${sheet}</summary>
<p class="muted small">${title.pt} <i lang="en">${title.en}</i> · <code>${table}</code> · ${groupDigitsUnbroken(rows)} linhas${partsText(parts)}</p>
${columns.map((column) => columnRow(column, rows, asOf))}</details>`;
}

function columnRow(column: ColumnProfile, rows: number, asOf: string | null): Html {
  return html`<div class="col"><div><h3>${column.header}</h3><span class="small muted">${column.about}${column.unit === '' ? '' : ` (${column.unit})`}</span><br/>${tags(column)}</div>
<div><div class="cap"><span>sem valor</span><span>${shareText(column.null_share)}</span></div>${nullBar(column, rows)}<div class="cap"><span>tipos das células com valor</span></div>${typeBar(column)}</div>
<div>${picture(column, rows, asOf)}</div>
<div>${figures(column)}</div></div>`;
}

function tags(column: ColumnProfile): Html {
  const broken = column.breaks.reduce((sum, one) => sum + one.rows, 0);
  const future = column.dates?.must_have_happened ? (column.dates.future_rows ?? 0) : 0;
  return html`${column.kind === null && html`<span class="tag is-warn">desconhecida do contrato</span>`}${column.required && html`<span class="tag">obrigatória</span>`}${column.masked && html`<span class="tag">valores ocultos</span>`}${column.sentinel_rows > 0 && html`<span class="tag">${groupDigitsUnbroken(column.sentinel_rows)} × «sem data» (1900-01-01)</span>`}${future > 0 && html`<span class="tag is-bad">${groupDigitsUnbroken(future)} no futuro</span>`}${broken > 0 && html`<span class="tag is-bad">${groupDigitsUnbroken(broken)} fora do contrato</span>`}`;
}

/** The picture that fits the column: dates over time, a histogram, or the most frequent values. */
function picture(column: ColumnProfile, rows: number, asOf: string | null): Html {
  const { dates, numbers, kind, top_values, header, distinct_values } = column;
  if (column.masked) return html`<p class="note">Valores não mostrados: podem identificar pessoas.</p>`;
  const range = dates === null ? null : usualMonthsOf(dates);
  if (dates !== null && range !== null) return datesChart(header, dates, range, asOf);
  const few = distinct_values <= 10;
  if (numbers?.histogram && kind !== 'id' && !few) return histogramChart(header, numbers.histogram);
  if (top_values.length > 0) return topChart(column, rows);
  return html`<p class="note">${distinct_values === 0 ? 'Nenhum valor.' : 'Os valores são todos diferentes.'}</p>`;
}

function figures(column: ColumnProfile): Html {
  const { numbers, dates, texts } = column;
  const about =
    column.distinct_standard_error > 0 ? `≈ (±${shareText(column.distinct_standard_error)}) ` : '';
  return html`<dl><dt>distintos</dt><dd>${about}${groupDigitsUnbroken(column.distinct_values)}</dd>${
    dates !== null &&
    html`<dt>de</dt><dd>${momentWords(dates.min)}</dd><dt>mediana</dt><dd>${momentWords(dates.quantiles.p50)}</dd><dt>a</dt><dd>${momentWords(dates.max)}</dd>`
  }${
    numbers !== null &&
    html`<dt>mín. · máx.</dt><dd>${valueText(numbers.min, column.kind)} · ${valueText(numbers.max, column.kind)}</dd>${
      column.kind !== 'id' &&
      html`<dt>5 % · 50 % · 95 %</dt><dd>${numberText(numbers.quantiles.p05)} · ${numberText(numbers.quantiles.p50)} · ${numberText(numbers.quantiles.p95)}</dd>`
    }`
  }${
    texts !== null &&
    html`<dt>textos</dt><dd>${groupDigitsUnbroken(texts.rows)}, de ${texts.shortest_characters} a ${texts.longest_characters} car.</dd>`
  }</dl>${texts?.longest != null && html`<p class="note" title="${texts.longest}">mais longo: ${cut(texts.longest, 60)}</p>`}`;
}
