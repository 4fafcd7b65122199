import { stat } from 'node:fs/promises';
import { ProdplanError } from '../platform/errors.js';
import { readManifest } from './manifest.js';
import { sha256OfFile } from './sha256.js';
import { openFolderSource } from './source/folder.js';
import type { Source } from './source/types.js';
import { openWorkbookSource } from './source/workbook.js';

/** Who a file is, known before it is opened: a run is recorded, or found to be needless, by it. */
export interface Identity {
  readonly path: string;
  readonly workbookSha256: string;
  readonly sizeBytes: number;
  open(options: { allowMissingSheets: boolean }): Promise<Source>;
  /** Throws `FILE_CHANGED` where the file is no longer the one whose checksum was taken. */
  mustBeTheSame(): Promise<void>;
}

/** A workbook, or a folder that `extract` wrote: the folder counts as the workbook that it came from. */
export async function identify(path: string): Promise<Identity> {
  const entry = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw unreadable(path, error);
  });
  if (entry.isDirectory()) {
    const manifest = await readManifest(path);
    return {
      path,
      workbookSha256: manifest.workbook.sha256,
      sizeBytes: manifest.workbook.bytes,
      open: (options) => openFolderSource(path, manifest, options),
      // Every sheet is checked against the manifest's checksum while it is read.
      mustBeTheSame: async () => {},
    };
  }
  if (!entry.isFile()) throw notAFile(path);
  const workbookSha256 = await sha256OfFile(path).catch((error: NodeJS.ErrnoException) => {
    throw unreadable(path, error);
  });
  return {
    path,
    workbookSha256,
    sizeBytes: entry.size,
    open: (options) => openWorkbookSource(path, options),
    mustBeTheSame: async () => {
      const now = await stat(path).catch(() => null);
      if (now?.mtimeMs !== entry.mtimeMs || now.size !== entry.size || now.ino !== entry.ino)
        throw changed(path);
    },
  };
}

/** A pipe or a device cannot be read twice, and may have no end. */
function notAFile(path: string): ProdplanError {
  return new ProdplanError(
    'input',
    'NOT_A_FILE',
    `${path} não é um ficheiro.`,
    'Grave o livro do Excel num ficheiro e indique o caminho dele.',
  );
}

function changed(path: string): ProdplanError {
  return new ProdplanError(
    'input',
    'FILE_CHANGED',
    `O ficheiro ${path} mudou enquanto era lido.`,
    'Nada foi publicado. Espere que acabe de ser gravado ou copiado, e repita.',
  );
}

function unreadable(path: string, error: NodeJS.ErrnoException): ProdplanError {
  if (error.code === 'ENOENT') {
    return new ProdplanError(
      'input',
      'FILE_NOT_FOUND',
      `Não existe o ficheiro ${path}.`,
      'Verifique o caminho.',
      { cause: error },
    );
  }
  const remedy = 'Verifique se tem permissão para o ler e se não está aberto noutro programa.';
  return new ProdplanError(
    'input',
    'UNREADABLE_FILE',
    `Não se consegue ler ${path}: ${error.message}.`,
    remedy,
    { cause: error },
  );
}
