import { ProdplanError } from '../../platform/errors.js';
import { type SheetPlace, WorkbookError } from '../../workbook/index.js';

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
  REPEATED_ROW: {
    what: 'O ficheiro tem a mesma linha mais de uma vez, com a mesma célula',
    remedy: 'Exporte o ficheiro outra vez do ERP: cada linha só pode existir uma vez em cada folha.',
  },
};

/** The reader's own errors become errors of the input, its (English) words behind ours; anything else passes. */
export async function asInputError<T>(place: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof WorkbookError)) throw error;
    const { what, remedy } = unreadable[error.code];
    const message = `${what}: ${place}${within(error.place)}. [${error.message}]`;
    throw new ProdplanError('input', error.code, message, remedy, { cause: error });
  }
}

/** The place within a sheet, as it follows the sheet's name in a message. */
function within(place: SheetPlace | null): string {
  if (place === null) return '';
  if (place.cell !== null) return `, célula ${place.cell}`;
  if (place.row !== null) return `, linha ${place.row}`;
  return place.afterRow > 0 ? `, depois da linha ${place.afterRow}` : ', antes da primeira linha';
}
