import type { Column } from './column.js';
import { sheets } from './index.js';
import type { Sheet } from './sheet.js';
import { coreTableDdl, sqlType } from './sql.js';
import { contractVersion } from './version.js';

/** The data contract as a page for people, from the declarations. */
export function contractPage(): string {
  return [
    '# O contrato de dados (data contract)',
    '',
    'Gerado a partir de `src/contract` por `npm run generate`. Não editar à mão. (Generated; do not edit.)',
    '',
    `Versão do contrato (version): \`${contractVersion}\`. As folhas estão pela ordem em que são fundidas (merge order).`,
    '',
    '`NULL`, vazio e espaços querem dizer «sem valor». Uma linha só é rejeitada se lhe faltar, ou estiver errada, a',
    'chave ou uma coluna obrigatória; noutra coluna, o valor errado fica vazio e é registado.',
    '',
    ...sheets.map(sheetSection),
  ].join('\n');
}

function sheetSection(sheet: Sheet): string {
  return [
    `## ${sheet.sheet} → \`${sheet.table}\``,
    '',
    `${sheet.title.pt} (${sheet.title.en}). ${keyLine(sheet)}`,
    '',
    '| cabeçalho | coluna | tipo | obrigatória | limites | unidade | o que diz |',
    '|---|---|---|---|---|---|---|',
    ...Object.entries(sheet.columns).map(([name, column]) => columnLine(name, column)),
    ...Object.entries(sheet.derived).map(([name, type]) => `| | \`${name}\` | ${type} | | | | calculada |`),
    '',
    ...sheet.references.map((one) => `- \`${one.column}\` refere \`${one.table}.${one.key}\``),
    ...sheet.contradictions.map(
      (one) => `- \`${one.later}\` antes de \`${one.earlier}\`: assinalado como \`${one.code}\``,
    ),
    '',
  ].join('\n');
}

function keyLine(sheet: Sheet): string {
  if (sheet.key === 'row') return 'Sem chave: a linha inteira normalizada é a identidade (SHA-256).';
  const nulls = sheet.nullableKey.length > 0 ? ', vazios iguais entre si' : '';
  return `Chave: ${sheet.key.map((name) => `\`${name}\``).join(', ')}${nulls}.`;
}

function columnLine(name: string, column: Column): string {
  const header = [column.header, ...column.aliases].join(' / ');
  const limits = column.min === null && column.max === null ? '' : `${column.min ?? ''}–${column.max ?? ''}`;
  const cells = [
    header,
    `\`${name}\``,
    sqlType(column),
    column.required ? 'sim' : '',
    limits,
    column.unit,
    column.zeroIsNone && !column.about.includes('0 ou vazio')
      ? `${column.about}; 0: sem valor`
      : column.about,
  ];
  return `| ${cells.join(' | ')} |`;
}

/** The DDL of the nine core tables, as the first migration holds it. */
export function coreDdl(): string {
  return sheets.map(coreTableDdl).join('\n\n');
}

/** The statements that take the nine core tables away again, those that refer to others first. */
export function coreDropDdl(): string {
  return sheets
    .toReversed()
    .map((sheet) => `DROP TABLE ${sheet.table};`)
    .join('\n');
}
