import { area, type ErrorEntry, entry } from './area.js';
import type { Language, Told } from './kinds.js';
import { quoted } from './words.js';

/** Where in a sheet something is wrong, as exactly as it is known. */
interface SheetPlace {
  readonly cell: string | null;
  /** The last cell of the row that was read before, where the cell itself is not known. */
  readonly afterCell: string | null;
  readonly row: number | null;
  /** The last row that was read before; 0: none. */
  readonly afterRow: number;
}

/** A file, or a sheet in it. */
export interface FilePlace {
  readonly file: string;
  readonly sheet: string | null;
}

function placeText({ file, sheet }: FilePlace, language: Language): string {
  return sheet === null ? file : `${file}, ${language === 'pt' ? 'folha' : 'sheet'} ${sheet}`;
}

/** What the reader of workbooks cannot read. */
export interface NotReadable extends FilePlace {
  /** Null where it is not of a place in a sheet. */
  readonly within: SheetPlace | null;
  /** The reader's own words, which are English; null: they would add nothing. */
  readonly said: string | null;
}

/** The place within a sheet, as it follows the sheet's name. */
function within(place: SheetPlace | null, language: Language): string {
  const isPt = language === 'pt';
  if (place === null) return '';
  if (place.cell !== null) return `, ${isPt ? 'célula' : 'cell'} ${place.cell}`;
  if (place.afterCell !== null) return `, ${isPt ? 'depois da célula' : 'after cell'} ${place.afterCell}`;
  if (place.row !== null) return `, ${isPt ? 'linha' : 'row'} ${place.row}`;
  if (place.afterRow > 0) return `, ${isPt ? 'depois da linha' : 'after row'} ${place.afterRow}`;
  return isPt ? ', antes da primeira linha' : ', before the first row';
}

function where({ within: at, said, ...place }: NotReadable, language: Language): string {
  return `: ${placeText(place, language)}${within(at, language)}.${said === null ? '' : ` [${said}]`}`;
}

const somewhere: NotReadable = {
  file: '/dados/Folha_IA.xlsx',
  sheet: null,
  within: null,
  said: '/dados/Folha_IA.xlsx has no end.',
};

const inSheet: readonly NotReadable[] = [
  { within: { cell: null, afterCell: 'C1042', row: 1042, afterRow: 1041 }, said: null },
  { within: { cell: 'D1042', afterCell: null, row: 1042, afterRow: 1041 }, said: 'xl/worksheets/sheet7.xml' },
  { within: { cell: null, afterCell: null, row: 1042, afterRow: 1041 }, said: null },
  { within: { cell: null, afterCell: null, row: null, afterRow: 1041 }, said: null },
  { within: { cell: null, afterCell: null, row: null, afterRow: 0 }, said: null },
].map((one) => ({ file: '/dados/Folha_IA.xlsx', sheet: 'Fases', ...one }));

/** A file that the reader cannot read: what it is said to be, and what to do. */
function notReadable(
  pt: Told,
  en: Told,
  examples: readonly NotReadable[] = [somewhere],
): ErrorEntry<NotReadable> {
  return {
    kind: 'input',
    pt: (one) => [`${pt[0]}${where(one, 'pt')}`, pt[1]],
    en: (one) => [`${en[0]}${where(one, 'en')}`, en[1]],
    examples,
  };
}

const saveAgain: Readonly<Record<Language, string>> = {
  pt: 'Abra o ficheiro no Excel e guarde-o de novo, ou exporte-o outra vez do ERP.',
  en: 'Open the file in Excel and save it again, or export it again from the ERP.',
};

const saveAsXlsx: Readonly<Record<Language, string>> = {
  pt: 'Abra o ficheiro no Excel e guarde-o como «Livro do Excel (*.xlsx)».',
  en: 'Open the file in Excel and save it as “Excel Workbook (*.xlsx)”.',
};

const exportAgain: Readonly<Record<Language, string>> = {
  pt: 'Exporte o ficheiro outra vez do ERP, como .xlsx.',
  en: 'Export the file again from the ERP, as .xlsx.',
};

const extractAgain: Readonly<Record<Language, string>> = {
  pt: 'Volte a extrair o ficheiro com «prodplan extract».',
  en: 'Extract the file again with “prodplan extract”.',
};

/** What was named instead of a file. */
type NotAFile = 'no_file' | 'folder_among_workbooks' | 'folder_to_inspect';

const notAFile: Readonly<Record<NotAFile, Readonly<Record<Language, Told>>>> = {
  no_file: {
    pt: ['não é um ficheiro', 'Grave o livro do Excel num ficheiro e indique o caminho dele.'],
    en: ['is no file', 'Save the Excel workbook into a file and name its path.'],
  },
  folder_among_workbooks: {
    pt: [
      'é uma pasta, entre os livros de uma exportação',
      'Indique os livros do Excel um a um; uma pasta escrita por «prodplan extract» indica-se sozinha.',
    ],
    en: [
      'is a folder among the workbooks of an export',
      'Name the Excel workbooks one by one; a folder written by “prodplan extract” is named alone.',
    ],
  },
  folder_to_inspect: {
    pt: [
      'é uma pasta; a inspeção precisa do próprio .xlsx',
      'Indique o ficheiro .xlsx: numa pasta escrita por «prodplan extract» as células já foram normalizadas e não se vê o que eram.',
    ],
    en: [
      'is a folder; an inspection needs the .xlsx itself',
      'Name the .xlsx file: in a folder written by “prodplan extract” the cells are normalised already and it cannot be seen what they were.',
    ],
  },
};

/** Files that are to be taken in and cannot be: workbooks, zips of them, folders written by `extract`. */
export const fileFailure = area({
  FILE_NOT_FOUND: entry<{
    readonly path: string;
    /** It belongs to a folder that `extract` wrote. */
    readonly extracted: boolean;
  }>({
    kind: 'input',
    pt: ({ path, extracted }) => [
      `Não existe o ficheiro ${path}.`,
      extracted ? extractAgain.pt : 'Verifique o caminho.',
    ],
    en: ({ path, extracted }) => [
      `There is no file ${path}.`,
      extracted ? extractAgain.en : 'Check the path.',
    ],
    examples: [
      { path: '/dados/Folha_IA.xlsx', extracted: false },
      { path: '/dados/extraidos/fases.csv.gz', extracted: true },
    ],
  }),
  UNREADABLE_FILE: entry<{ readonly path: string; readonly reason: string }>({
    kind: 'input',
    pt: ({ path, reason }) => [
      `Não se consegue ler ${path}: ${reason}.`,
      'Verifique se tem permissão para o ler e se não está aberto noutro programa.',
    ],
    en: ({ path, reason }) => [
      `${path} cannot be read: ${reason}.`,
      'Check that you may read it and that no other program holds it open.',
    ],
    examples: [{ path: '/dados/Folha_IA.xlsx', reason: 'EACCES: permission denied' }],
  }),
  NOT_A_FILE: entry<{ readonly path: string; readonly what: NotAFile }>({
    kind: 'input',
    pt: ({ path, what }) => [`${path} ${notAFile[what].pt[0]}.`, notAFile[what].pt[1]],
    en: ({ path, what }) => [`${path} ${notAFile[what].en[0]}.`, notAFile[what].en[1]],
    examples: [
      { path: '/dev/stdin', what: 'no_file' },
      { path: '/dados/extraidos', what: 'folder_among_workbooks' },
      { path: '/dados/extraidos', what: 'folder_to_inspect' },
    ],
  }),
  NOT_A_ZIP: notReadable(
    ['O ficheiro não é um livro do Excel (.xlsx)', exportAgain.pt],
    ['The file is no Excel workbook (.xlsx)', exportAgain.en],
  ),
  NOT_A_WORKBOOK: notReadable(
    ['O ficheiro não é um livro do Excel', exportAgain.pt],
    ['The file is no workbook of Excel', exportAgain.en],
  ),
  OLD_XLS: notReadable(
    ['O ficheiro está no formato antigo do Excel (.xls)', saveAsXlsx.pt],
    ['The file is in the old format of Excel (.xls)', saveAsXlsx.en],
  ),
  XLSB: notReadable(
    ['O ficheiro está no formato binário do Excel (.xlsb)', saveAsXlsx.pt],
    ['The file is in the binary format of Excel (.xlsb)', saveAsXlsx.en],
  ),
  ENCRYPTED_WORKBOOK: notReadable(
    [
      'O ficheiro está protegido por palavra-passe',
      'Retire a palavra-passe no Excel (Ficheiro, Informações, Proteger) e guarde de novo.',
    ],
    [
      'The file is protected by a password',
      'Remove the password in Excel (File, Info, Protect) and save again.',
    ],
  ),
  TRUNCATED: notReadable(
    ['O ficheiro está incompleto', 'Espere que a cópia acabe, ou copie-o outra vez.'],
    ['The file is incomplete', 'Wait until it is copied, or copy it again.'],
  ),
  CORRUPT: entry<NotReadable & { readonly extracted?: boolean }>({
    kind: 'input',
    pt: (one) => [
      `O ficheiro está danificado${where(one, 'pt')}`,
      one.extracted ? extractAgain.pt : 'Copie-o ou exporte-o outra vez.',
    ],
    en: (one) => [
      `The file is damaged${where(one, 'en')}`,
      one.extracted ? extractAgain.en : 'Copy or export it again.',
    ],
    examples: [
      somewhere,
      {
        ...{ file: '/dados/extraidos/fases.csv.gz', sheet: null, within: null, extracted: true },
        said: 'Its SHA-256 is not that of the manifest.',
      },
    ],
  }),
  UNSUPPORTED_COMPRESSION: notReadable(
    [
      'O ficheiro está comprimido de uma forma que o Excel não usa',
      'Abra o ficheiro no Excel e guarde-o de novo.',
    ],
    ['The file is compressed in a way that Excel does not use', 'Open the file in Excel and save it again.'],
  ),
  ZIP_BOMB: notReadable(
    [
      'O ficheiro, uma vez descomprimido, cresce para além do razoável',
      'Não confie neste ficheiro. Exporte-o outra vez do ERP, como .xlsx.',
    ],
    [
      'The file, once unpacked, grows beyond reason',
      'Do not trust this file. Export it again from the ERP, as .xlsx.',
    ],
  ),
  BAD_XML: notReadable(
    ['O ficheiro tem uma parte que não se consegue ler', saveAgain.pt],
    ['The file has a part that cannot be read', saveAgain.en],
    inSheet,
  ),
  REPEATED_ROW: notReadable(
    [
      'O ficheiro tem a mesma linha mais de uma vez na mesma folha',
      'Exporte o ficheiro outra vez do ERP: cada linha só pode existir uma vez em cada folha.',
    ],
    [
      'The file has the same row more than once in the same sheet',
      'Export the file again from the ERP: each row may stand once only in a sheet.',
    ],
    inSheet,
  ),
  SHEETS_LOST: entry<{ readonly path: string; readonly sheets: readonly string[] }>({
    kind: 'input',
    pt: ({ path, sheets }) => [
      `O ficheiro tem na lista folhas que não contém: ${quoted(sheets, 'pt')} (${path}).`,
      saveAgain.pt,
    ],
    en: ({ path, sheets }) => [
      `The file lists sheets that it does not hold: ${quoted(sheets, 'en')} (${path}).`,
      saveAgain.en,
    ],
    examples: [{ path: '/dados/Folha_IA.xlsx', sheets: ['Fases (2)', 'Modelos'] }],
  }),
  ROWS_OUT_OF_ORDER: entry<{
    readonly place: FilePlace;
    readonly row: number;
    readonly before: number;
  }>({
    kind: 'input',
    pt: ({ place, row, before }) => [
      `A linha ${row} vem depois da linha ${before}: ${placeText(place, 'pt')} está danificado.`,
      'Abra o ficheiro no Excel e guarde-o de novo, ou exporte-o outra vez.',
    ],
    en: ({ place, row, before }) => [
      `Row ${row} comes after row ${before}: ${placeText(place, 'en')} is damaged.`,
      'Open the file in Excel and save it again, or export it again.',
    ],
    examples: [{ place: { file: '/dados/Folha_IA.xlsx', sheet: 'Fases' }, row: 12, before: 40 }],
  }),
  NO_MANIFEST: entry<{ readonly folder: string; readonly manifest: string }>({
    kind: 'input',
    pt: ({ folder, manifest }) => [
      `A pasta ${folder} não tem ${manifest}.`,
      'Indique uma pasta escrita por «prodplan extract», ou um ficheiro .xlsx.',
    ],
    en: ({ folder, manifest }) => [
      `The folder ${folder} has no ${manifest}.`,
      'Name a folder written by “prodplan extract”, or a .xlsx file.',
    ],
    examples: [{ folder: '/dados/extraidos', manifest: 'manifest.json' }],
  }),
  BAD_MANIFEST: entry<{ readonly path: string }>({
    kind: 'input',
    pt: ({ path }) => [`O ${path} não é um manifesto válido.`, extractAgain.pt],
    en: ({ path }) => [`${path} is no valid manifest.`, extractAgain.en],
    examples: [{ path: '/dados/extraidos/manifest.json' }],
  }),
  DOUBLED_WORKBOOK: entry<{ readonly one: string; readonly other: string }>({
    kind: 'input',
    pt: ({ one, other }) => [
      `O mesmo livro foi indicado duas vezes: ${one === other ? `${one} duas vezes` : `${one} e ${other}, que são iguais`}.`,
      'Indique cada livro da exportação uma só vez.',
    ],
    en: ({ one, other }) => [
      `The same workbook was named twice: ${one === other ? `${one} twice` : `${one} and ${other}, which are equal`}.`,
      'Name each workbook of the export once.',
    ],
    examples: [
      { one: '/dados/a.xlsx', other: '/dados/b.xlsx' },
      { one: '/dados/a.xlsx', other: '/dados/a.xlsx' },
    ],
  }),
  TOO_MANY_WORKBOOKS: entry<{ readonly count: number; readonly most: number }>({
    kind: 'input',
    pt: ({ count, most }) => [
      `São ${count} livros; uma exportação tem no máximo ${most}.`,
      'Indique só os livros de uma exportação: os de cada dia carregam-se um dia de cada vez.',
    ],
    en: ({ count, most }) => [
      `These are ${count} workbooks; an export has ${most} at most.`,
      'Name the workbooks of one export only: those of each day are loaded one day at a time.',
    ],
    examples: [{ count: 51, most: 50 }],
  }),
  NOT_ONLY_WORKBOOKS: entry<{ readonly path: string; readonly name: string }>({
    kind: 'input',
    pt: ({ path, name }) => [
      `O ${path} tem livros do Excel e também outra coisa: «${name}».`,
      'Ponha no zip só os livros (.xlsx) de uma exportação, sem outros zips.',
    ],
    en: ({ path, name }) => [
      `${path} holds Excel workbooks and something else as well: “${name}”.`,
      'Put only the workbooks (.xlsx) of one export into the zip, and no other zips.',
    ],
    examples: [{ path: '/dados/abril.zip', name: 'LEIA-ME.txt' }],
  }),
  FILE_CHANGED: entry<{ readonly path: string }>({
    kind: 'input',
    pt: ({ path }) => [
      `O ficheiro ${path} mudou enquanto era lido.`,
      'Nada foi publicado. Espere que acabe de ser gravado ou copiado, e repita.',
    ],
    en: ({ path }) => [
      `The file ${path} changed while it was read.`,
      'Nothing was published. Wait until it is saved or copied, and repeat.',
    ],
    examples: [{ path: '/dados/Folha_IA.xlsx' }],
  }),
  BAD_AS_OF: entry<{
    readonly text: string;
    /** It is a moment that has not come yet; else it is none. */
    readonly future: boolean;
  }>({
    kind: 'usage',
    pt: ({ text, future }) =>
      future
        ? [
            `${text} ainda não chegou: um ficheiro não pode ser desse momento.`,
            'Corrija o momento indicado (--as-of, ou as_of na API).',
          ]
        : [
            `«${text}» não é um momento possível.`,
            'Escreva o momento (--as-of, ou as_of na API) como AAAA-MM-DD (o fim desse dia) ou AAAA-MM-DDTHH:MM:SS.',
          ],
    en: ({ text, future }) =>
      future
        ? [
            `${text} has not come yet: a file cannot be of that moment.`,
            'Correct the moment that is named (--as-of, or as_of in the API).',
          ]
        : [
            `“${text}” is no possible moment.`,
            'Write the moment (--as-of, or as_of in the API) as YYYY-MM-DD (the end of that day) or YYYY-MM-DDTHH:MM:SS.',
          ],
    examples: [
      { text: '31/02/2026', future: false },
      { text: '2032-01-01 00:00:00', future: true },
    ],
  }),
});
