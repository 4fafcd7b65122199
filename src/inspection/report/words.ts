import type { CellClass } from '../count/cell-class.js';
import type { DriftFinding, Profile } from '../findings.js';
import { shareText } from './format.js';

export interface Words {
  readonly pt: string;
  readonly en: string;
}

export const classWords: Readonly<Record<CellClass, Words>> = {
  number: { pt: 'número', en: 'number' },
  date: { pt: 'data', en: 'date' },
  text: { pt: 'texto', en: 'text' },
  number_text: { pt: 'texto que é número', en: 'text that is a number' },
  date_text: { pt: 'texto que é data', en: 'text that is a date' },
  boolean: { pt: 'verdadeiro/falso', en: 'boolean' },
  error: { pt: 'erro do Excel', en: 'Excel error' },
  formula: { pt: 'fórmula sem resultado', en: 'formula without a result' },
  null_text: { pt: 'texto NULL', en: 'NULL text' },
  blank: { pt: 'texto em branco', en: 'blank text' },
  empty: { pt: 'célula vazia', en: 'empty cell' },
};

export const driftWords: Readonly<Record<DriftFinding['code'], Words>> = {
  MISSING_SHEET: { pt: 'Falta a folha', en: 'Sheet is missing' },
  DOUBLED_SHEET: {
    pt: 'Folha repetida; só a primeira foi lida',
    en: 'Sheet is doubled; only the first was read',
  },
  SHEET_PART_MISSING: { pt: 'Falta uma parte da folha', en: 'A part of the sheet is missing' },
  SHEET_FULL: {
    pt: 'Folha cheia: acaba na última linha que o Excel tem, e parece cortada',
    en: "Sheet is full: it ends with Excel's last row, and seems cut",
  },
  UNNUMBERED_PART: {
    pt: 'Folha com os cabeçalhos e com linhas de outra, sem número no nome; não foi lida',
    en: 'Sheet with the headers and rows of another, without a number in its name; not read',
  },
  UNKNOWN_SHEET: { pt: 'Folha que o contrato não conhece; não foi lida', en: 'Unknown sheet, not read' },
  HIDDEN_SHEET: { pt: 'Folha escondida no Excel', en: 'Sheet is hidden in Excel' },
  EMPTY_SHEET: { pt: 'Folha sem linhas', en: 'Sheet has no rows' },
  MISSING_COLUMN: { pt: 'Falta a coluna', en: 'Column is missing' },
  DOUBLED_COLUMN: { pt: 'Coluna repetida; vale a primeira', en: 'Column is doubled; the first one counts' },
  UNKNOWN_COLUMN: { pt: 'Coluna que o contrato não conhece', en: 'Unknown column' },
  RENAMED_COLUMN: { pt: 'A coluna parece ter outro nome', en: 'The column seems to have another name' },
  NULL_COLUMN: { pt: 'Coluna sem nenhum valor', en: 'Column without any value' },
  DATE_ORDER_ASSUMED: {
    pt: 'Datas em texto lidas com o dia primeiro, sem nenhum dia acima de 12 que o prove',
    en: 'Dates as text, read day first though no day above 12 proves it',
  },
  OTHER_KIND: { pt: 'Células de outro tipo', en: 'Cells of another kind' },
};

export const originWords: Readonly<Record<NonNullable<Profile['as_of_origin']>, Words>> = {
  flag: { pt: 'indicado com --as-of', en: 'given with --as-of' },
  workbook: { pt: 'data do próprio ficheiro', en: "the file's own date" },
  data: { pt: 'último acontecimento nos dados', en: 'latest event in the data' },
};

/** What a difference found, in Portuguese; '' where it says no more than its code. */
export function detailWords({ code, detail, share }: DriftFinding): string {
  if (detail === null) return '';
  if (code !== 'OTHER_KIND') return detail;
  return `${kindsFound(detail)} (${shareText(share)} das células com valor)`;
}

/** What OTHER_KIND found, in Portuguese: `date_text 22` -> `22 texto que é data`. */
function kindsFound(detail: string): string {
  return detail
    .split(', ')
    .map((part) => {
      const [name, count] = part.split(' ') as [CellClass, string];
      return `${count} × ${classWords[name].pt}`;
    })
    .join(', ');
}
