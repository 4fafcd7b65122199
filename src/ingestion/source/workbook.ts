import { basename } from 'node:path';
import { type Sheet, sheets } from '../../contract/index.js';
import { ProdplanError } from '../../platform/errors.js';
import {
  openWorkbook,
  type RowView,
  type SheetRef,
  type Workbook,
  WorkbookError,
} from '../../workbook/index.js';
import { cellText } from './cell-text.js';
import { doubledSheets, matchHeader, missingSheets, normaliseHeader } from './header.js';
import type { Drift, ReadOptions, Source, SourceSheet } from './types.js';

export interface WorkbookSourceOptions {
  readonly allowMissingSheets: boolean;
}

/**
 * Opens a workbook and checks every sheet and header of the contract before a row is read, so that a file that
 * cannot be taken in is refused at once.
 */
export async function openWorkbookSource(path: string, options: WorkbookSourceOptions): Promise<Source> {
  const workbook = await asInputError(path, () => openWorkbook(path));
  try {
    return await inspectWorkbook(workbook, path, options);
  } catch (error) {
    await workbook.close();
    throw error;
  }
}

async function inspectWorkbook(
  workbook: Workbook,
  path: string,
  options: WorkbookSourceOptions,
): Promise<Source> {
  const found = new Map<Sheet, SheetRef>();
  const drift: Drift[] = [];
  const doubled: string[] = [];
  for (const ref of workbook.sheets) {
    const sheet = sheets.find((known) => normaliseHeader(known.sheet) === normaliseHeader(ref.name));
    if (sheet === undefined) drift.push({ code: 'UNKNOWN_SHEET', sheet: ref.name, column: null });
    else {
      if (found.has(sheet)) doubled.push(found.get(sheet)!.name, ref.name);
      found.set(sheet, ref);
      if (ref.state !== 'visible') drift.push({ code: 'HIDDEN_SHEET', sheet: ref.name, column: null });
    }
  }
  if (doubled.length > 0) throw doubledSheets(doubled);
  const missing = sheets.filter((sheet) => !found.has(sheet));
  if (missing.length > 0 && (!options.allowMissingSheets || found.size === 0))
    throw missingSheets(
      missing,
      workbook.sheets.map((sheet) => sheet.name),
    );
  const sourceSheets: SourceSheet[] = [];
  for (const sheet of sheets) {
    const ref = found.get(sheet);
    if (ref !== undefined) sourceSheets.push(await inspectSheet(workbook, sheet, ref, drift));
  }
  return {
    name: basename(path),
    sizeBytes: workbook.sizeBytes,
    sheets: sourceSheets,
    missing,
    drift,
    modified: workbook.modified,
    sharedStrings: workbook.sharedStrings,
    date1904: workbook.date1904,
    close: () => workbook.close(),
  };
}

async function inspectSheet(
  workbook: Workbook,
  sheet: Sheet,
  ref: SheetRef,
  drift: Drift[],
): Promise<SourceSheet> {
  const header = await readHeader(workbook, ref);
  const matched = matchHeader(sheet, header.texts);
  drift.push(...matched.drift);
  return {
    sheet,
    sources: matched.sources,
    headerRow: header.row,
    sizeBytes: ref.sizeBytes,
    read: (onRow, options) => readData(workbook, ref, header.row, onRow, options),
  };
}

/** The first row that holds any text; the reading stops there. */
async function readHeader(workbook: Workbook, ref: SheetRef): Promise<{ row: number; texts: string[] }> {
  const enough = new AbortController();
  let found = { row: 0, texts: [] as string[] };
  const onRow = (row: RowView): void => {
    if (found.row > 0) return;
    const texts = Array.from({ length: row.width }, (_, place) =>
      cellText(row, place, workbook.sharedStrings),
    );
    if (texts.every((text) => text.trim() === '')) return;
    found = { row: row.rowNumber, texts };
    enough.abort();
  };
  try {
    await asInputError(placeOf(workbook, ref), () =>
      workbook.readSheet(ref, onRow, { signal: enough.signal }),
    );
  } catch (error) {
    if (!enough.signal.aborted) throw error;
  }
  return found;
}

async function readData(
  workbook: Workbook,
  ref: SheetRef,
  headerRow: number,
  onRow: (row: RowView) => void,
  options: ReadOptions,
): Promise<void> {
  const { betweenChunks, signal } = options;
  let before = 0;
  const data = (row: RowView): void => {
    if (row.rowNumber <= before) throw outOfOrder(placeOf(workbook, ref), row.rowNumber, before);
    before = row.rowNumber;
    if (row.rowNumber > headerRow) onRow(row);
  };
  await asInputError(placeOf(workbook, ref), () =>
    workbook.readSheet(ref, data, { betweenChunks, ...(signal ? { signal } : {}) }),
  );
}

function placeOf(workbook: Workbook, ref: SheetRef): string {
  return `${workbook.path}, folha ${ref.name}`;
}

/** Rows are named by their numbers, and a row that stands before the header would be lost. */
function outOfOrder(place: string, row: number, before: number): ProdplanError {
  return new ProdplanError(
    'input',
    'ROWS_OUT_OF_ORDER',
    `A linha ${row} vem depois da linha ${before}: ${place} está danificado.`,
    'Abra o ficheiro no Excel e guarde-o de novo, ou exporte-o outra vez.',
  );
}

/** What is wrong with a file that cannot be read, and what to do about it, by the reader's code. */
const unreadable: Readonly<Record<WorkbookError['code'], { what: string; remedy: string }>> = {
  FILE_NOT_FOUND: { what: 'O ficheiro não existe', remedy: 'Verifique o caminho.' },
  UNREADABLE_FILE: {
    what: 'O ficheiro não pode ser lido',
    remedy: 'Verifique se tem permissão para o ler e se não está aberto noutro programa.',
  },
  NOT_A_ZIP: {
    what: 'O ficheiro não é um livro do Excel (.xlsx)',
    remedy: 'Exporte o ficheiro outra vez do ERP, como .xlsx.',
  },
  OLD_XLS: {
    what: 'O ficheiro está no formato antigo do Excel (.xls)',
    remedy: 'Abra o ficheiro no Excel e guarde-o como «Livro do Excel (*.xlsx)».',
  },
  XLSB: {
    what: 'O ficheiro está no formato binário do Excel (.xlsb)',
    remedy: 'Abra o ficheiro no Excel e guarde-o como «Livro do Excel (*.xlsx)».',
  },
  ENCRYPTED_WORKBOOK: {
    what: 'O ficheiro está protegido por palavra-passe',
    remedy: 'Retire a palavra-passe no Excel (Ficheiro, Informações, Proteger) e guarde de novo.',
  },
  TRUNCATED: {
    what: 'O ficheiro está incompleto',
    remedy: 'Espere que a cópia acabe, ou copie-o outra vez.',
  },
  CORRUPT: {
    what: 'O ficheiro está danificado',
    remedy: 'Copie-o ou exporte-o outra vez.',
  },
  UNSUPPORTED_COMPRESSION: {
    what: 'O ficheiro está comprimido de uma forma que o Excel não usa',
    remedy: 'Abra o ficheiro no Excel e guarde-o de novo.',
  },
  ZIP_BOMB: {
    what: 'O ficheiro, uma vez descomprimido, cresce para além do razoável',
    remedy: 'Não confie neste ficheiro. Exporte-o outra vez do ERP, como .xlsx.',
  },
  NOT_A_WORKBOOK: {
    what: 'O ficheiro não é um livro do Excel',
    remedy: 'Exporte o ficheiro outra vez do ERP, como .xlsx.',
  },
  BAD_XML: {
    what: 'O ficheiro tem uma parte que não se consegue ler',
    remedy: 'Abra o ficheiro no Excel e guarde-o de novo, ou exporte-o outra vez do ERP.',
  },
};

/** The reader's own errors become errors of the input, its (English) words behind ours; anything else passes. */
export async function asInputError<T>(place: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    const { what, remedy } = unreadable[error.code];
    const message = `${what}: ${place}. [${error.message}]`;
    throw new ProdplanError('input', error.code, message, remedy, { cause: error });
  }
}
