import type { AnyEntry } from './area.js';
import { areas } from './catalogue.js';
import { type FailureKind, kinds, statusOf, type Told } from './kinds.js';

/** docs/generated/errors.md: every code with its kind, exit code, status and sentences, from the catalogue alone. */
export function errorsPage(): string {
  return `${[head, kindTable(), ...areas.map(areaSection), foot].join('\n\n')}\n`;
}

const head = `# Erros · Errors

Feito por \`npm run generate\` a partir de \`src/platform/errors/\`; não se edita. Made from \`src/platform/errors/\`; do not edit.

Um código quer dizer o mesmo na linha de comandos (código de saída), na API (estado HTTP, \`code\` em
\`application/problem+json\`), numa tarefa (\`error.code\`) e no registo de uma carga (\`error_code\`). As frases são em
português; em inglês com \`PRODPLAN_LANG=en\` na linha de comandos e \`Accept-Language: en\` na API. O que fica registado fica
em português. As frases abaixo são exemplos.

A code means the same on the command line (exit code), in the API (HTTP status, \`code\` in \`application/problem+json\`), in a
job (\`error.code\`) and in the record of a run (\`error_code\`). Sentences are Portuguese; English with \`PRODPLAN_LANG=en\` on
the command line and \`Accept-Language: en\` in the API. What is recorded is recorded in Portuguese. The sentences below are
examples.`;

const foot = `## O que não são erros · What are no errors

Achados sobre os dados têm o seu lugar: códigos de células e de linhas rejeitadas em
[data-contract.md](data-contract.md), tipos de aviso em \`prodplan issues --help\` e \`src/evidence/issues/types.ts\`,
diferenças do contrato em \`src/inspection/findings.ts\`. Findings about data have their own home: codes of cells and of
rejected rows, types of issues, differences from the contract.

O que o próprio leitor de opções recusa (uma opção que não existe) acaba também com o código de saída ${kinds.usage.exit}, sem código.
What the reader of options itself refuses (an option that does not exist) also ends with exit code ${kinds.usage.exit}, without a code.`;

function kindTable(): string {
  const rows = Object.entries(kinds).map(
    ([kind, { exit, status, title }]) => `| \`${kind}\` | ${exit} | ${status} | ${title.pt} · ${title.en} |`,
  );
  return ['## Géneros · Kinds', '', '| | exit | HTTP | |', '|---|--:|--:|---|', ...rows].join('\n');
}

function areaSection({ title, entries }: (typeof areas)[number]): string {
  const rows = Object.entries(entries).flatMap(([code, one]) => rowsOf(code, one));
  return [
    `## ${title.pt === title.en ? title.pt : `${title.pt} · ${title.en}`}`,
    '',
    '| código · code | | exit | HTTP | o que se lê | what is read |',
    '|---|---|--:|--:|---|---|',
    ...rows,
  ].join('\n');
}

/** One row for each way in which the sentences differ. */
function rowsOf(code: string, declared: AnyEntry): string[] {
  const { kind } = declared;
  return declared.examples.map((example, place) => {
    const [pt, en] = (['pt', 'en'] as const).map((one) => cell(declared[one](example as never)));
    const first = place === 0 ? `\`${code}\` | ${facts(code, kind)}` : ' | | | ';
    return `| ${first} | ${pt} | ${en} |`;
  });
}

function facts(code: string, kind: FailureKind): string {
  return `\`${kind}\` | ${kinds[kind].exit} | ${statusOf({ code, kind })}`;
}

function cell([what, remedy]: Told): string {
  return [what, ...(remedy === '' ? [] : [`*${remedy.replaceAll('*', '\\*')}*`])]
    .join(' ')
    .replaceAll('|', '\\|');
}
