import { groupDigitsUnbroken } from '../../platform/numbers.js';
import { originWords } from '../../source/as-of-words.js';
import type { ColumnProfile, Profile, SheetProfile } from '../findings.js';
import { cut, momentWords, partsText, shareText, valueText } from './format.js';
import { detailWords, driftWords } from './words.js';

/** The data dictionary of one file, for people: what each column says, and what is in it. */
export function dictionaryPage(profile: Profile): string {
  const { workbook, as_of, as_of_origin } = profile;
  const moment =
    as_of === null || as_of_origin === null
      ? 'desconhecido'
      : `${momentWords(as_of)} (${originWords[as_of_origin].pt})`;
  return [
    '# Dicionário de dados (data dictionary)',
    '',
    `Ficheiro \`${plain(workbook.name)}\`, ${groupDigitsUnbroken(workbook.size_bytes)} bytes, SHA-256 \`${workbook.sha256}\`. Momento do ficheiro: ${moment}.`,
    `Contrato \`${profile.contract_version}\`. Escrito por \`prodplan inspect\`; todos os valores foram contados em todas as linhas (counted over all rows).`,
    'Os nomes de pessoas nunca são mostrados.',
    '',
    ...driftLines(profile),
    ...profile.sheets.flatMap(sheetLines),
  ].join('\n');
}

function driftLines({ drift }: Profile): string[] {
  if (drift.length === 0) return ['O ficheiro tem exatamente as folhas e as colunas do contrato.', ''];
  return [
    '## Diferenças em relação ao contrato (drift)',
    '',
    ...drift.map((one) => {
      const { code, sheet, column, detail } = one;
      const place = column === null ? plain(sheet) : `${plain(sheet)} / ${plain(column)}`;
      return `- ${driftWords[code].pt}: **${place}**${detail === null ? '' : ` (${plain(detailWords(one))})`} \`${code}\``;
    }),
    '',
  ];
}

function sheetLines({ sheet, table, title, rows, parts, columns }: SheetProfile): string[] {
  return [
    `## ${sheet} → \`${table}\``,
    '',
    `${title.pt} (${title.en}). ${groupDigitsUnbroken(rows)} linhas${plain(partsText(parts))}.`,
    '',
    '| coluna | na base de dados | tipo | o que diz | sem valor | distintos | do menor ao maior | exemplos |',
    '|---|---|---|---|--:|--:|---|---|',
    ...columns.map(columnLine),
    '',
  ];
}

function columnLine(column: ColumnProfile): string {
  const name = column.column === null ? 'desconhecida do contrato' : `\`${column.column}\``;
  const about = [column.about, column.required ? '**obrigatória**' : '']
    .filter((part) => part !== '')
    .join('; ');
  const estimated = column.distinct_standard_error > 0 ? '≈ ' : '';
  const cells = [
    plain(column.header),
    name,
    column.kind === null ? '' : `${column.kind}${column.unit === '' ? '' : ` (${column.unit})`}`,
    plain(about),
    shareText(column.null_share),
    `${estimated}${groupDigitsUnbroken(column.distinct_values)}`,
    plain(rangeOf(column)),
    plain(examplesOf(column)),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** From the smallest to the largest value; texts by their length. */
function rangeOf({ kind, numbers, dates, texts, masked }: ColumnProfile): string {
  if (dates !== null) return `${momentWords(dates.min)} … ${momentWords(dates.max)}`;
  if (numbers !== null) return `${valueText(numbers.min, kind)} … ${valueText(numbers.max, kind)}`;
  if (texts === null) return '';
  const length = `${texts.shortest_characters} a ${texts.longest_characters} caracteres`;
  return masked ? `${length}, ocultos` : length;
}

function examplesOf({ kind, top_values, dates, numbers, masked, distinct_values }: ColumnProfile): string {
  if (masked) return '(ocultos)';
  if (top_values.length > 0)
    return top_values
      .slice(0, 3)
      .map(({ value, rows }) => `${cut(valueText(value, kind), 40)} (${groupDigitsUnbroken(rows)})`)
      .join(', ');
  if (distinct_values === 0) return '';
  if (dates !== null) return `${momentWords(dates.quantiles.p50)} (mediana)`;
  return numbers === null
    ? 'todos diferentes'
    : `${valueText(numbers.quantiles.p50, kind)} (mediana; todos diferentes)`;
}

/** Text that Markdown takes as it stands, on one line. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replace(/[\\`[\]|_*]/g, (one) => (one === '*' ? '*' : `\\${one}`));
}
