import { realpath, stat } from 'node:fs/promises';
import { isAbsolute, join, relative, sep } from 'node:path';
import { makeFolder } from '../../platform/folders.js';
import { httpError } from '../errors/catalogue.js';

/** A workbook that lies in the inbox folder already. Whatever links and dots say, it may lie nowhere else. */
export async function fileInInbox(inbox: string, path: string): Promise<string> {
  makeFolder(inbox, 0o700);
  const root = await realpath(inbox);
  const wanted = isAbsolute(path) ? path : join(root, path);
  // What lies outside is refused alike whether it exists or not.
  if (!isBelow(root, wanted) && !isBelow(inbox, wanted)) throw outside();
  const real = await realpath(wanted).catch(() => {
    throw httpError('FILE_NOT_FOUND', 'Não há esse ficheiro na pasta de entrada.', 'Verifique o nome.');
  });
  if (!isBelow(root, real)) throw outside();
  if (!(await stat(real)).isFile())
    throw httpError('BAD_UPLOAD', 'O caminho não é de um ficheiro.', 'Indique um ficheiro .xlsx.');
  return real;
}

function isBelow(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function outside(): Error {
  return httpError(
    'OUTSIDE_INBOX',
    'Só se carregam ficheiros que estejam na pasta de entrada.',
    'Ponha o ficheiro na pasta de PRODPLAN_INBOX, ou mande-o no próprio pedido (multipart/form-data).',
  );
}
