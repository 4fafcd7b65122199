import { groupDigitsUnbroken } from '../../../platform/numbers.js';
import type { DateOrderFacts, ReferenceCounts, ReferenceFacts, Relationships } from '../../findings.js';
import { momentWords, shareText } from '../format.js';
import { bar } from './charts.js';
import { type Html, html } from './markup.js';

export function relationshipSection({ references }: Relationships): Html {
  return html`<section id="relacoes"><h2>Relações entre folhas <i lang="en">match rates</i></h2>
<p class="muted small">Cada coluna que refere outra folha: que parte das suas linhas, e dos seus valores distintos, existe lá; e, ao contrário, que parte das chaves da outra folha é referida.</p>
<ul class="legend"><li><span class="key k-rows"></span>linhas que encontram <i lang="en">matched rows</i></li><li><span class="key k-distinct"></span>valores distintos que encontram <i lang="en">matched distinct values</i></li><li><span class="key k-bad"></span>órfãos <i lang="en">orphans</i></li><li><span class="key k-reverse"></span>cobertura inversa <i lang="en">reverse coverage</i></li></ul>
<div class="card">${references.map(reference)}</div></section>`;
}

function reference({ from, to, status, counts }: ReferenceFacts): Html {
  const name = html`<div><h3>${from.sheet} → ${to.sheet}</h3><span class="muted small"><code>${from.column}</code> → <code>${to.column}</code></span></div>`;
  if (counts === null) {
    const why =
      status === 'missing' ? 'uma das colunas não está no ficheiro' : 'chaves a mais para contar uma a uma';
    return html`<div class="ref">${name}<p class="muted small">não contada: ${why}</p></div>`;
  }
  return html`<div class="ref">${name}<div>${rates(counts)}${orphans(counts)}</div></div>`;
}

function rates(counts: ReferenceCounts): Html {
  const { rows, matched_rows, distinct, matched_distinct, parents, parents_with_child } = counts;
  const rest = [
    counts.null_rows > 0 ? `${groupDigitsUnbroken(counts.null_rows)} linhas sem valor` : '',
    counts.bad_rows > 0 ? `${groupDigitsUnbroken(counts.bad_rows)} linhas com valor inválido` : '',
  ].filter((part) => part !== '');
  return html`${rate('linhas', matched_rows, rows, 'f-rows', 'f-bad')}${rate('distintos', matched_distinct, distinct, 'f-distinct', 'f-bad')}${rate('inversa', parents_with_child, parents, 'f-reverse', null)}${rest.length > 0 && html`<p class="note">${rest.join(', ')} não entram nestas contas</p>`}`;
}

function rate(name: string, found: number, all: number, tone: string, others: string | null): Html {
  const share = all === 0 ? 0 : found / all;
  const parts = [{ label: name, share, rows: found, tone }];
  if (others !== null) parts.push({ label: 'órfãos', share: 1 - share, rows: all - found, tone: others });
  return html`<div class="rate"><span>${name}</span>${bar(name, parts, 12)}<span><b>${shareText(all === 0 ? null : share)}</b> <span class="muted">${groupDigitsUnbroken(found)} de ${groupDigitsUnbroken(all)}</span></span></div>`;
}

function orphans({ orphan_rows, orphan_distinct, orphan_examples }: ReferenceCounts): Html | null {
  if (orphan_rows === 0) return null;
  return html`<details><summary>${groupDigitsUnbroken(orphan_rows)} linhas órfãs, ${groupDigitsUnbroken(orphan_distinct)} valores distintos</summary>${orphan_examples.map(
    ({ key, rows }) =>
      html`<div><code>${key}</code> em ${groupDigitsUnbroken(rows)} ${rows === 1 ? 'linha' : 'linhas'}</div>`,
  )}</details>`;
}

export function dateOrderSection({ date_order }: Relationships): Html {
  return html`<section id="ordem"><h2>Ordem das datas <i lang="en">date order</i></h2>
<div class="card">${date_order.map(dateOrder)}</div></section>`;
}

function dateOrder({
  title,
  code,
  sheet,
  status,
  compared_rows,
  broken_rows,
  broken_share,
  examples,
}: DateOrderFacts): Html {
  const name = html`<div><h3>${title.pt}</h3><span class="muted small"><i lang="en">${title.en}</i> · ${sheet} · <code>${code}</code></span></div>`;
  if (status === 'missing')
    return html`<div class="ref">${name}<p class="muted small">não contada: uma das colunas não está no ficheiro</p></div>`;
  const share = broken_share ?? 0;
  return html`<div class="ref">${name}<div><div class="rate"><span>trocadas</span>${bar(title.pt, [{ label: 'trocadas', share, rows: broken_rows, tone: 'f-bad' }], 12)}<span><b>${shareText(broken_share)}</b> <span class="muted">${groupDigitsUnbroken(broken_rows)} de ${groupDigitsUnbroken(compared_rows)}</span></span></div>${
    examples.length > 0 &&
    html`<details><summary>exemplos <span lang="en">examples</span></summary>${examples.map(
      (one) =>
        html`<div>${one.sheet === undefined ? '' : `${one.sheet}, `}linha ${groupDigitsUnbroken(one.row)} do Excel: ${momentWords(one.later)} devia vir depois de ${momentWords(one.earlier)}</div>`,
    )}</details>`
  }</div></div>`;
}
