import { groupDigits } from '../numbers.js';
import { area, type ErrorEntry, entry, plain } from './area.js';
import { type Tripped, trippedTold } from './guards.js';
import { quoted } from './words.js';

/** The row in which the headers stand, and the first and the last cell of them: `1`, `A1`, `L1`. */
export interface HeaderRow {
  readonly row: number;
  readonly first: string;
  readonly last: string;
}

interface BadHeader {
  /** What the file calls the sheet. */
  readonly sheet: string;
  readonly missing: readonly string[];
  /** With their cells. */
  readonly doubled: readonly string[];
  readonly found: readonly string[];
  /** Null where it is not known. */
  readonly at: HeaderRow | null;
}

/** None of the sheet's headers stand where they should. */
interface NoHeader {
  readonly sheet: string;
  readonly expected: readonly string[];
  readonly at: HeaderRow | null;
}

function rowPt({ row, first, last }: HeaderRow): string {
  return `linha ${row} (${first} a ${last})`;
}

function rowEn({ row, first, last }: HeaderRow): string {
  return `row ${row} (${first} to ${last})`;
}

function badHeaderPt({ sheet, missing, doubled, found, at }: BadHeader): string {
  const parts = [
    missing.length > 0 ? `faltam as colunas ${missing.join(', ')}` : '',
    doubled.length > 0 ? `estão repetidas as colunas ${doubled.join(', ')}` : '',
  ].filter((part) => part !== '');
  return `Na folha ${sheet} ${parts.join(' e ')}. Cabeçalhos encontrados${at === null ? '' : ` na ${rowPt(at)}`}: ${found.join(', ')}.`;
}

function badHeaderEn({ sheet, missing, doubled, found, at }: BadHeader): string {
  const parts = [
    missing.length > 0 ? `lacks the columns ${missing.join(', ')}` : '',
    doubled.length > 0 ? `has these columns more than once: ${doubled.join(', ')}` : '',
  ].filter((part) => part !== '');
  return `The sheet ${sheet} ${parts.join(' and ')}. Headers found${at === null ? '' : ` in ${rowEn(at)}`}: ${found.join(', ')}.`;
}

const once = {
  pt: 'Corrija a exportação do ERP para que cada coluna exista uma só vez; nada foi carregado.',
  en: 'Correct the export of the ERP so that each column is there once; nothing was loaded.',
} as const;

const firstRow = {
  pt: 'Corrija a exportação do ERP para que a primeira linha da folha tenha os cabeçalhos; nada foi carregado.',
  en: 'Correct the export of the ERP so that the first row of the sheet has the headers; nothing was loaded.',
} as const;

const example: BadHeader = {
  sheet: 'Fases',
  missing: ['Fase_Nome'],
  doubled: ['Fase_Id (A1 e C1)'],
  found: ['Fase_Id', 'Fase_Sequencia'],
  at: { row: 1, first: 'A1', last: 'E1' },
};

/** A guard: what was found against a dump, under the code of the first guard that was tripped. */
function guard(
  examples: readonly (readonly Tripped[])[],
): ErrorEntry<{ readonly tripped: readonly Tripped[] }> {
  return {
    kind: 'contract',
    pt: ({ tripped }) => trippedTold(tripped, 'pt'),
    en: ({ tripped }) => trippedTold(tripped, 'en'),
    examples: examples.map((tripped) => ({ tripped })),
  };
}

/** What a file that can be read breaks: the contract, the reconciliation, a limit of the reader. */
export const contractFailure = area({
  MISSING_SHEET: entry<{ readonly missing: readonly string[]; readonly found: readonly string[] }>({
    kind: 'contract',
    pt: ({ missing, found }) => [
      `Faltam folhas no ficheiro: ${missing.join(', ')}. Folhas encontradas: ${found.join(', ') || 'nenhuma'}.`,
      'Exporte o ficheiro outra vez com todas as folhas, ou use --allow-missing-sheets (numa tarefa: --param allow_missing_sheets=true) para continuar sem elas (as tabelas respetivas ficam como estão).',
    ],
    en: ({ missing, found }) => [
      `The file lacks sheets: ${missing.join(', ')}. Sheets found: ${found.join(', ') || 'none'}.`,
      'Export the file again with all sheets, or use --allow-missing-sheets (in a job: --param allow_missing_sheets=true) to go on without them (their tables stay as they are).',
    ],
    examples: [
      { missing: ['Fases', 'Modelos'], found: ['OrdensFabrico'] },
      { missing: ['Fases'], found: [] },
    ],
  }),
  DOUBLED_SHEET: entry<{ readonly sheets: readonly string[] }>({
    kind: 'contract',
    pt: ({ sheets }) => [
      `Há folhas repetidas no ficheiro: ${quoted(sheets, 'pt')}.`,
      'Retire ou mude o nome da folha que não é a do ERP; nada foi carregado.',
    ],
    en: ({ sheets }) => [
      `The file has sheets twice: ${quoted(sheets, 'en')}.`,
      'Remove or rename the sheet that is not the one of the ERP; nothing was loaded.',
    ],
    examples: [{ sheets: ['Fases', 'fases'] }],
  }),
  EMPTY_SHEET: entry<{ readonly sheet: string; readonly expected: readonly string[] }>({
    kind: 'contract',
    pt: ({ sheet, expected }) => [
      `A folha ${sheet} está vazia, nem cabeçalhos tem. Cabeçalhos esperados: ${expected.join(', ')}.`,
      firstRow.pt,
    ],
    en: ({ sheet, expected }) => [
      `The sheet ${sheet} is empty, without even headers. Headers expected: ${expected.join(', ')}.`,
      firstRow.en,
    ],
    examples: [{ sheet: 'Fases', expected: ['Fase_Id', 'Fase_Nome'] }],
  }),
  SHEET_PART_MISSING: entry<{
    readonly gaps: readonly { readonly sheet: string; readonly number: number; readonly before: string }[];
  }>({
    kind: 'contract',
    pt: ({ gaps }) => [
      `Uma folha continua noutra, mas a numeração tem falhas: ${gaps.map(({ sheet, number, before }) => `falta a parte ${number} da folha ${sheet}, antes de «${before}»`).join('; ')}.`,
      'Indique todos os livros da exportação, ou exporte outra vez com todas as partes. Se alguma dessas folhas não for a continuação, mude-lhe o nome. Nada foi carregado.',
    ],
    en: ({ gaps }) => [
      `A sheet goes on in another, but their numbers have gaps: ${gaps.map(({ sheet, number, before }) => `part ${number} of the sheet ${sheet} is missing, before “${before}”`).join('; ')}.`,
      'Name all workbooks of the export, or export again with all parts. If one of these sheets is no further part, rename it. Nothing was loaded.',
    ],
    examples: [{ gaps: [{ sheet: 'Fases', number: 2, before: 'Fases (3)' }] }],
  }),
  SHEET_FULL: entry<{
    readonly place: string;
    /** What the part that follows is to be called. */
    readonly next: string;
    readonly row: number;
    /** The grid of Excel before 2007. */
    readonly old: boolean;
  }>({
    kind: 'contract',
    pt: ({ place, next, row, old }) => [
      `A folha ${place} está cheia: acaba na linha ${groupDigits(row, 'pt')}, a última que ${old ? 'o Excel antigo (.xls)' : 'o Excel'} tem. O que viria a seguir ficou por exportar.`,
      `Nada foi publicado. Exporte o resto para uma folha «${next}» do mesmo livro, ou para outro livro com a mesma folha, e indique os dois. Se a folha acabar mesmo nessa linha, repita com --force (numa tarefa: --param force=true).`,
    ],
    en: ({ place, next, row, old }) => [
      `The sheet ${place} is full: it ends in row ${groupDigits(row, 'en')}, the last that ${old ? 'the old Excel (.xls)' : 'Excel'} has. What would come next was not exported.`,
      `Nothing was published. Export the rest to a sheet “${next}” of the same workbook, or to another workbook with the same sheet, and name both. If the sheet really ends in that row, repeat with --force (in a job: --param force=true).`,
    ],
    examples: [
      { place: 'Fases', next: 'Fases (2)', row: 1_048_576, old: false },
      { place: 'Fases (2)', next: 'Fases (3)', row: 65_536, old: true },
    ],
  }),
  UNNUMBERED_PART: entry<{
    readonly sheets: readonly {
      readonly place: string;
      /** The sheet whose headers it has. */
      readonly like: string;
      /** What it is to be called if it goes on with that one. */
      readonly next: string;
    }[];
  }>({
    kind: 'contract',
    pt: ({ sheets }) => [
      `Há folhas com os cabeçalhos e com linhas de uma folha que foi lida, mas o nome delas não diz que a continuam: ${sheets.map(({ place, like }) => `«${place}» (como ${like})`).join('; ')}.`,
      `Nada foi publicado. Se a folha continua a outra, mude-lhe o nome: ${sheets.map(({ place, next }) => `«${place}» para «${next}»`).join('; ')}. Se não, retire-a do livro; ou repita com --force (numa tarefa: --param force=true), que a deixa de fora.`,
    ],
    en: ({ sheets }) => [
      `There are sheets with the headers and with rows of a sheet that was read, but their names do not say that they go on with it: ${sheets.map(({ place, like }) => `“${place}” (like ${like})`).join('; ')}.`,
      `Nothing was published. If the sheet goes on with the other, rename it: ${sheets.map(({ place, next }) => `“${place}” to “${next}”`).join('; ')}. If not, remove it from the workbook; or repeat with --force (in a job: --param force=true), which leaves it out.`,
    ],
    examples: [{ sheets: [{ place: 'Fases antigas', like: 'Fases', next: 'Fases (2)' }] }],
  }),
  MISSING_COLUMN: entry<BadHeader | NoHeader>({
    kind: 'contract',
    pt: (one) =>
      'expected' in one
        ? [
            `A folha ${one.sheet} não tem nenhum dos seus cabeçalhos na primeira linha preenchida${one.at === null ? '' : `, a ${rowPt(one.at)}`}. Cabeçalhos esperados: ${one.expected.join(', ')}.`,
            firstRow.pt,
          ]
        : [badHeaderPt(one), once.pt],
    en: (one) =>
      'expected' in one
        ? [
            `The sheet ${one.sheet} has none of its headers in its first filled row${one.at === null ? '' : `, ${rowEn(one.at)}`}. Headers expected: ${one.expected.join(', ')}.`,
            firstRow.en,
          ]
        : [badHeaderEn(one), once.en],
    examples: [
      example,
      { ...example, doubled: [], at: null },
      { sheet: 'Fases', expected: ['Fase_Id', 'Fase_Nome'], at: { row: 3, first: 'A3', last: 'E3' } },
      { sheet: 'Fases', expected: ['Fase_Id', 'Fase_Nome'], at: null },
    ],
  }),
  DOUBLED_COLUMN: entry<BadHeader>({
    kind: 'contract',
    pt: (one) => [badHeaderPt(one), once.pt],
    en: (one) => [badHeaderEn(one), once.en],
    examples: [{ ...example, missing: [] }],
  }),
  NO_CLOCK: plain(
    'contract',
    [
      'Não se sabe de quando é este ficheiro: não tem data própria nem qualquer data de criação, início ou fim.',
      'Indique o momento do ficheiro com --as-of AAAA-MM-DD.',
    ],
    [
      'Nobody can tell of when this file is: it has no date of its own nor any date of creation, start or end.',
      'Name the moment of the file with --as-of YYYY-MM-DD.',
    ],
  ),
  OLDER_DUMP: guard([
    [{ code: 'OLDER_DUMP', asOf: '2026-03-01T23:59:59', published: '2026-03-02T23:59:59' }],
  ]),
  SHEET_SHRANK: guard([
    [{ code: 'SHEET_SHRANK', sheet: 'Fases', held: 71, lost: 31, reworded: 2, repeated: 0, rejected: 1 }],
    [
      { code: 'SHEET_SHRANK', sheet: 'Fases', held: 71, lost: 31, reworded: 0, repeated: 0, rejected: 0 },
      { code: 'SHEET_SHRANK', sheet: 'Modelos', held: 894, lost: 400, reworded: 0, repeated: 0, rejected: 0 },
      {
        ...{ code: 'COLUMN_EMPTIED', column: 'Modelos.Produto_Nome' },
        ...{ values: 30, rows: 94, valuesBefore: 890, rowsBefore: 994, example: null },
      },
    ],
  ]),
  SHEET_REPEATED: guard([
    [
      {
        ...{ code: 'SHEET_REPEATED', sheet: 'OrdemFabricoErros', held: 310, repeated: 85 },
        example: { cell: 'A7', first: 'A5' },
      },
    ],
    [{ code: 'SHEET_REPEATED', sheet: 'OrdemFabricoErros', held: 310, repeated: 85, example: null }],
  ]),
  SHEET_REJECTED: guard([
    [
      {
        ...{
          code: 'SHEET_REJECTED',
          sheet: 'Fases',
          rejected: 31,
          rows: 71,
          rejectedBefore: 1,
          rowsBefore: 70,
        },
        example: {
          header: 'Fase_Id',
          code: 'NOT_A_NUMBER',
          cell: 'A3',
          holds: { is: 'text', text: 'Corte' },
        },
      },
    ],
    [
      {
        ...{
          code: 'SHEET_REJECTED',
          sheet: 'Fases',
          rejected: 31,
          rows: 71,
          rejectedBefore: 0,
          rowsBefore: 0,
        },
        example: null,
      },
    ],
  ]),
  COLUMN_BAD: guard([
    [
      {
        ...{
          code: 'COLUMN_BAD',
          column: 'Fases.Fase_Sequencia',
          wants: 'number',
          bad: 40,
          cells: 71,
          badBefore: 1,
          cellsBefore: 70,
        },
        example: { cell: 'C3', holds: { is: 'formula' } },
      },
    ],
    [
      {
        ...{ code: 'COLUMN_BAD', column: 'Fases.Fase_Sequencia', wants: 'number', bad: 40, cells: 71 },
        ...{ badBefore: null, cellsBefore: null },
        example: { cell: 'C3', holds: { is: 'hidden' } },
      },
    ],
  ]),
  COLUMN_EMPTIED: guard([
    [
      {
        ...{ code: 'COLUMN_EMPTIED', column: 'Modelos.Produto_Nome' },
        ...{ values: 30, rows: 94, valuesBefore: 890, rowsBefore: 993 },
        example: { cell: 'B3', holds: { is: 'empty' }, published: 'K1 Vanquish' },
      },
    ],
    [
      {
        ...{ code: 'COLUMN_EMPTIED', column: 'Modelos.Produto_Nome' },
        ...{ values: 30, rows: 94, valuesBefore: 890, rowsBefore: 993 },
        example: { cell: 'B3', holds: { is: 'empty' }, published: null },
      },
    ],
  ]),
  RECONCILIATION_FAILED: entry<{
    /** What does not add up: an equation by sheet. */
    readonly wrong: readonly string[];
  }>({
    kind: 'contract',
    pt: ({ wrong }) => [
      `As contagens não batem certo: ${wrong.join('; ')}.`,
      'Nada foi publicado. É um erro do Prodplan, não do ficheiro: guarde o ficheiro e comunique-o.',
    ],
    en: ({ wrong }) => [
      `The counts do not add up: ${wrong.join('; ')}.`,
      'Nothing was published. It is an error of Prodplan, not of the file: keep the file and report it.',
    ],
    examples: [{ wrong: ['Fases: lidas 71 linhas, carregadas 70'] }],
  }),
});
