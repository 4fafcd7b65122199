import { originWords } from '../../../source/as-of-words.js';
import type { Inspection } from '../../findings.js';
import { momentWords } from '../format.js';
import { type Html, html } from './markup.js';
import { overviewSection } from './overview.js';
import { dateOrderSection, relationshipSection } from './relationships.js';
import { sheetSections } from './sheets.js';
import { reportStyle } from './style.js';
import { timeSection } from './time.js';

/**
 * The report as one page that opens without a network: no script, no font, no picture from elsewhere, and a policy
 * that forbids them. It is XHTML as well as HTML, so that a test can hold it well formed.
 */
export function reportPage({ profile, relationships }: Inspection): string {
  const { workbook, as_of, as_of_origin } = profile;
  const moment = as_of === null ? 'momento desconhecido' : `momento do ficheiro ${momentWords(as_of)}`;
  const origin = as_of_origin === null ? '' : ` (${originWords[as_of_origin].pt})`;
  const body: Html = html`
<a class="skip" href="#conteudo">Saltar para o conteúdo</a>
<header>
<h1>Inspeção de ${workbook.name}</h1>
<p class="muted">${moment}${origin}. Todos os números foram contados em todas as linhas do ficheiro. <i lang="en">Every figure is counted over all rows.</i></p>
</header>
<nav aria-label="Secções"><ul>
<li><a href="#resumo">Resumo</a></li><li><a href="#relacoes">Relações</a></li><li><a href="#ordem">Ordem das datas</a></li><li><a href="#tempo">Datas no tempo</a></li>
${profile.sheets.map(({ sheet, table }) => html`<li><a href="#${table}">${sheet}</a></li>`)}
</ul></nav>
<main id="conteudo">
${overviewSection(profile, relationships)}
${relationshipSection(relationships)}
${dateOrderSection(relationships)}
${timeSection(profile)}
${sheetSections(profile)}
</main>
<footer><p>Escrito por <code>prodplan inspect</code>. SHA-256 do ficheiro: <code>${workbook.sha256}</code>. Contrato <code>${profile.contract_version}</code>. Os nomes de pessoas nunca são mostrados. <i lang="en">Names of people are never shown.</i></p></footer>`;
  return `<!DOCTYPE html>
<html lang="pt-PT">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
${html`<title>Inspeção de ${workbook.name}</title>`}
<style>${reportStyle}</style>
</head>
<body>${body}
</body>
</html>
`;
}
