import type { Word } from '../../contract/factory/index.js';
import { issueTitles } from '../../evidence/index.js';
import type { CellClass } from '../count/cell-class.js';
import type { DriftFinding } from '../findings.js';
import { shareText } from './format.js';

export const classWords: Readonly<Record<CellClass, Word>> = {
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

export const driftWords: Readonly<Record<DriftFinding['code'], Word>> = {
  MISSING_SHEET: issueTitles.MISSING_SHEET,
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
  UNKNOWN_SHEET: issueTitles.UNKNOWN_SHEET,
  HIDDEN_SHEET: issueTitles.HIDDEN_SHEET,
  EMPTY_SHEET: { pt: 'Folha sem linhas', en: 'Sheet has no rows' },
  MISSING_COLUMN: { pt: 'Falta a coluna', en: 'Column is missing' },
  DOUBLED_COLUMN: { pt: 'Coluna repetida; vale a primeira', en: 'Column is doubled; the first one counts' },
  UNKNOWN_COLUMN: issueTitles.UNKNOWN_COLUMN,
  RENAMED_COLUMN: { pt: 'A coluna parece ter outro nome', en: 'The column seems to have another name' },
  NULL_COLUMN: { pt: 'Coluna sem nenhum valor', en: 'Column without any value' },
  DATE_ORDER_ASSUMED: issueTitles.DATE_ORDER_ASSUMED,
  OTHER_KIND: { pt: 'Células de outro tipo', en: 'Cells of another kind' },
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
