import { groupDigitsUnbroken } from '../../../platform/numbers.js';
import { cellCodes } from '../../../source/cells/index.js';
import type { ColumnProfile, DriftFinding, Profile, Relationships, SheetProfile } from '../../findings.js';
import { cut, shareText } from '../format.js';
import { detailWords, driftWords } from '../words.js';
import { bar } from './charts.js';
import { type Html, html } from './markup.js';

export function overviewSection(profile: Profile, relationships: Relationships): Html {
  const rows = profile.sheets.reduce((sum, one) => sum + one.rows, 0);
  const broken = brokenColumns(profile.sheets);
  const cells = broken.reduce((sum, one) => sum + one.cells, 0);
  const orphans = relationships.references.reduce((sum, one) => sum + (one.counts?.orphan_rows ?? 0), 0);
  const missing = profile.drift.filter((one) => one.code === 'MISSING_SHEET').length;
  const disorder = relationships.date_order.reduce((sum, one) => sum + one.broken_rows, 0);
  return html`<section id="resumo">
<div class="facts">
${fact(groupDigitsUnbroken(rows), 'linhas', 'rows')}
${fact(`${profile.sheets.length} de ${profile.sheets.length + missing}`, 'folhas do contrato', 'sheets', missing > 0 ? 'is-bad' : '')}
${fact(groupDigitsUnbroken(profile.drift.length), 'diferenças do contrato', 'drift', tone(profile.drift.length))}
${fact(groupDigitsUnbroken(cells), 'células fora do contrato', 'cells that break it', tone(cells))}
${fact(groupDigitsUnbroken(orphans), 'referências órfãs', 'orphan references', tone(orphans))}
${fact(groupDigitsUnbroken(disorder), 'datas trocadas', 'dates out of order', tone(disorder))}
</div>
<h2>Linhas por folha <i lang="en">rows per sheet</i></h2>
<div class="card">${rowBars(profile.sheets)}</div>
<h2>Diferenças em relação ao contrato <i lang="en">drift</i></h2>
<div class="card">${driftList(profile.drift)}</div>
<h2>Células fora do contrato <i lang="en">contract breaks</i></h2>
<div class="card">${breakList(broken)}</div>
</section>`;
}

function tone(count: number): string {
  return count === 0 ? 'is-good' : 'is-warn';
}

function fact(value: string, pt: string, en: string, tone = ''): Html {
  return html`<div class="card ${tone}"><b>${value}</b>${pt} <i lang="en">${en}</i></div>`;
}

function rowBars(sheets: readonly SheetProfile[]): Html {
  const most = Math.max(1, ...sheets.map((one) => one.rows));
  const sorted = sheets.toSorted((a, b) => b.rows - a.rows);
  return html`${sorted.map(
    ({ sheet, table, rows }) =>
      html`<div class="rowbar"><a href="#${table}">${sheet}</a>${bar(sheet, [{ label: 'linhas', share: rows / most, rows, tone: 'f-rows' }], 14)}<span>${groupDigitsUnbroken(rows)}</span></div>`,
  )}`;
}

function driftList(drift: readonly DriftFinding[]): Html {
  if (drift.length === 0)
    return html`<p>Nenhuma: o ficheiro tem as folhas, as colunas e os tipos do contrato.</p>`;
  return html`<ul class="list">${drift.map(
    ({ code, sheet, column, ...one }) =>
      html`<li><b>${column === null ? sheet : `${sheet} · ${column}`}</b>: ${driftWords[code].pt}${one.detail === null ? '' : `: ${detailWords({ code, sheet, column, ...one })}`} <i class="muted" lang="en">${driftWords[code].en}</i> <code>${code}</code></li>`,
  )}</ul>`;
}

interface Broken {
  readonly sheet: SheetProfile;
  readonly column: ColumnProfile;
  readonly cells: number;
}

function brokenColumns(sheets: readonly SheetProfile[]): Broken[] {
  return sheets.flatMap((sheet) =>
    sheet.columns.flatMap((column) => {
      const cells = column.breaks.reduce((sum, one) => sum + one.rows, 0);
      return cells === 0 ? [] : [{ sheet, column, cells }];
    }),
  );
}

function breakList(broken: readonly Broken[]): Html {
  if (broken.length === 0) return html`<p>Nenhuma.</p>`;
  return html`<ul class="list">${broken.flatMap(({ sheet, column }) =>
    column.breaks.map(
      ({ code, rows, rejects, examples }) =>
        html`<li><div class="rowbar"><span><b>${sheet.sheet} · ${column.header}</b></span>${bar(`${column.header}, ${code}`, [{ label: code, share: rows / sheet.rows, rows, tone: 'f-bad' }], 12)}<span>${groupDigitsUnbroken(rows)} · ${shareText(rows / sheet.rows)}</span></div>${cellCodes[code]} ${rejects ? 'A linha seria rejeitada.' : 'Só a célula ficaria vazia.'} <code>${code}</code><details><summary>exemplos <span lang="en">examples</span></summary>${examples.map(
          (one) =>
            html`<div>linha ${groupDigitsUnbroken(one.row)} do Excel: ${one.value === null ? (code === 'REQUIRED_MISSING' ? 'sem valor' : '(oculto)') : cut(one.value, 120)}</div>`,
        )}</details></li>`,
    ),
  )}</ul>`;
}
