import { gates, undetectable } from '../evidence/index.js';
import { plainDecimal } from '../platform/numbers.js';
import { fewestBoats } from './headline.js';
import type { Figure, Service } from './service.js';

/** docs/metrics.md: every figure in one paragraph, with its gates and limits. */
export function metricsPage(services: readonly Service[]): string {
  return [
    '# Os indicadores (metrics)',
    '',
    'Gerado a partir de `src/services` por `npm run generate`. Não editar à mão. (Generated; do not edit.)',
    '',
    ...gateSection(),
    ...periodSection(),
    ...services.flatMap(section),
  ].join('\n');
}

function section(service: Service): string[] {
  return [
    `## ${service.summary}`,
    '',
    `\`GET ${service.path}\``,
    '',
    `${service.method}${usualText(service)}`,
    '',
    `Critérios (gates): ${names(service.gates)}.${weakening(service)}${filterGates(service)}${rowsText(service)}`,
    '',
    ...service.figures.flatMap(paragraph),
  ];
}

/** What is meant where no period is named. */
export function usualText({ usual }: Pick<Service, 'usual'>): string {
  return usual === undefined ? '' : ` Sem from nem to, ${usual.said}.`;
}

function filterGates({ filterGates = {} }: Service): string {
  const texts = Object.entries(filterGates).map(([name, gate]) => `com \`${name}\`, também \`${gate}\``);
  return texts.length === 0 ? '' : ` Filtros: ${texts.join('; ')}.`;
}

function paragraph(figure: Figure): string[] {
  const unit = figure.unit === '' ? '' : ` (${figure.unit})`;
  return [
    `**${figure.title}** \`${figure.figure}\`${unit}. ${figure.definition} *Limites:* ${figure.limits}`,
    '',
  ];
}

/** What every answer says of itself, the gates by their names, and what no gate can see. */
function gateSection(): string[] {
  return [
    '## Critérios: quanto do que a resposta assenta está no ficheiro',
    '',
    'Cada critério compara as linhas que há com as que devia haver. Não cumprido, abaixo do mínimo, a resposta é `NOT_SUPPORTED_BY_DATA`; entre o mínimo e o limiar, `DEGRADED`, com a razão. ' +
      'Os critérios que só enfraquecem uma resposta nunca a fecham: o que está lá está certo, mas não é tudo. ' +
      'Medem-se nas linhas em questão, com os filtros que se pediram (o período por meses inteiros, salvo onde se olha ordem a ordem), e em todas: com menos de 100 linhas em questão vale a pior das duas. ' +
      '`support.gates` traz cada critério com a sua parte; a soma do que lhes falta é quanto um valor `SUPPORTED` pode estar longe do ficheiro inteiro. ' +
      'O maior de muitos valores, e o percentil 90, dependem de poucas linhas: onde falte alguma, podem ser essas.',
    '',
    '| critério | o que se conta | limiar | mínimo |',
    '| --- | --- | ---: | ---: |',
    ...gates.map(
      ({ gate, measured, threshold, floor }) =>
        `| \`${gate}\` | ${measured} | ${percent(threshold)} | ${threshold === null ? '–' : percent(floor)} |`,
    ),
    '',
    '### O que um só ficheiro não mostra',
    '',
    'Linhas que faltam ao acaso nestas folhas não deixam rasto num primeiro ficheiro. O ficheiro seguinte mostra-as: os critérios `kept_...` comparam cada folha com o que os ficheiros anteriores tinham, e lembram-se do que falta durante cinco cargas.',
    '',
    ...undetectable.map(({ table, why }) => `- \`${table}\`: ${why}.`),
    '- `ordens_fabrico`: uma ordem sem nenhuma fase nem erro não faz falta a ninguém.',
    '',
  ];
}

/** How headlines speak of time. */
function periodSection(): string[] {
  return [
    '## Períodos: de que dias fala um indicador',
    '',
    'Nenhum indicador faz a média de toda a história sem que lha peçam. `window` diz o período da resposta: `from` e `to` (dias, ambos incluídos), `days`, e `is_default` quando é o habitual porque não se pediu outro (em cada pergunta se diz qual). ' +
      'Só com `from`, o período vai até ao dia do ficheiro; só com `to`, não tem começo. ' +
      'Os panoramas (`kpis/overview`, `quality/overview`) trazem ao lado os mesmos valores do período de igual duração logo antes (`previous`; null se o pedido não tem começo) e os de sempre (`all_time`), cada um com as suas portas, medidas nas suas linhas (`status`, `reason`, `support`). ' +
      `Com menos de ${fewestBoats} barcos (ordens acabadas, ordens vencidas, barcos na primeira inspeção) um período não tem valores: \`figures\` é null com a razão, ou a resposta é \`NOT_SUPPORTED_BY_DATA\`; nunca 0. ` +
      'No CSV e no XLSX há uma linha por período (`period`: WINDOW, PREVIOUS, ALL_TIME).',
    '',
  ];
}

function names(list: readonly string[]): string {
  return list.length === 0 ? 'nenhuma' : list.map(gateText).join(', ');
}

function weakening({ weakening: list = [] }: Service): string {
  return list.length === 0 ? '' : ` Só enfraquecem: ${names(list)}.`;
}

const days = {
  created: 'da criação da ordem',
  finished: 'do acabamento da ordem',
  inspected: 'da primeira inspeção (ou do erro)',
  phase: 'do fim da fase',
} as const;

function rowsText({ rows }: Service): string {
  if (rows === 'file') return ' Fala do próprio ficheiro.';
  const day = rows.day === null ? '' : ` pelo dia ${days[rows.day]}`;
  const open = rows.open ? `${day === '' ? '' : ','} só nas ordens por entregar` : '';
  const also = rows.alsoBy ? ` e pelo dia ${days[rows.alsoBy]}: vale a pior das duas` : '';
  const past = rows.andPast
    ? `, e pelo dia ${days[rows.andPast.day]} nos ${rows.andPast.days} dias até ao ficheiro: vale a pior das duas`
    : '';
  return ` Medem-se${day}${also}${open}${past}.`;
}

function percent(share: number | null): string {
  return share === null ? 'nunca' : `${plainDecimal(Number((100 * share).toFixed(1)))} %`;
}

function gateText(name: string): string {
  if (!gates.some((one) => one.gate === name)) throw new Error(`unknown gate ${name}`);
  return `\`${name}\``;
}
