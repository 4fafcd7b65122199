import { statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ProdplanError } from '../errors.js';
import { putFile, readIfThere } from './files.js';
import { homeHash, isInside, type Place, pointedRoot } from './place.js';
import { runningServer } from './postmaster.js';

/** Lies beside the data and says whose they are. */
const markName = 'owner.json';

interface Mark {
  readonly home: string;
  /** Device and inode: a folder that was renamed keeps them, a copy of it has others. */
  readonly homeId: string;
  /** Inode of the data directory; devices are numbered anew at each boot. */
  readonly dataInode: string;
  /** When the data directory was made, in ns; '' where the file system does not say. Absent in marks of before. */
  readonly dataBorn?: string;
}

/** `foreign`: the pointer leads to another home's data. `copied`: files taken from under a running server. */
export type Claim = 'ours' | 'foreign' | 'copied';

/**
 * Whose data these are. A home and a copy of it must never share a cluster that lies elsewhere: it is the home's whose
 * path, or whose very folder, is noted there. A data directory that was copied with its postmaster.pid was in use
 * meanwhile: its files are of different moments, and nothing would tell that what is read from them is wrong.
 */
export function claimOf(place: Place): Claim {
  const mark = readMark(place);
  if (!isInside(place)) {
    // Homes of before there were marks: the name of the cluster begins with the hash of the home's path.
    if (mark === null) return basename(place.root).startsWith(homeHash(place.home)) ? 'ours' : 'foreign';
    return mark.home === place.home || mark.homeId === idOf(place.home) ? 'ours' : 'foreign';
  }
  const pidFile = readIfThere(join(place.data, 'postmaster.pid'));
  if (pidFile === null || runningServer(place.data) !== null) return 'ours';
  const same = mark === null ? pidFile.split('\n')[1] === place.data : isSameFolder(mark, place.data);
  return same ? 'ours' : 'copied';
}

/** Where the original was deleted, a copy may get its very inode (ext4 gives out freed ones first), not its birth. */
function isSameFolder(mark: Mark, data: string): boolean {
  if (mark.dataInode !== inodeOf(data)) return false;
  const born = bornOf(data);
  return born === '' || (mark.dataBorn ?? '') === '' || mark.dataBorn === born;
}

/** Whether the mark says exactly what is; else it is to be written (by who holds the home's lock). */
export function isMarked(place: Place): boolean {
  return JSON.stringify(readMark(place)) === JSON.stringify(markOf(place));
}

export function markOwner(place: Place): void {
  if (isMarked(place)) return;
  putFile(join(place.root, markName), `${JSON.stringify(markOf(place))}\n`, 0o644, place.homeOwner);
}

/** The home that the data belong to, where it is still there and points to them; null: nobody claims them. */
export function livingOwner(place: Place): string | null {
  const owner = readMark(place)?.home ?? null;
  return owner !== null && owner !== place.home && pointedRoot(owner) === place.root ? owner : null;
}

function markOf(place: Place): Mark {
  return {
    home: place.home,
    homeId: idOf(place.home),
    dataInode: inodeOf(place.data),
    dataBorn: bornOf(place.data),
  };
}

function readMark(place: Place): Mark | null {
  try {
    return JSON.parse(readIfThere(join(place.root, markName)) ?? 'null') as Mark | null;
  } catch {
    return null;
  }
}

function idOf(path: string): string {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? '' : `${stat.dev}:${stat.ino}`;
}

function inodeOf(path: string): string {
  return String(statSync(path, { bigint: true, throwIfNoEntry: false })?.ino ?? '');
}

/** Without a birth time of its own a file system is given the time of the last change instead, which says nothing. */
function bornOf(path: string): string {
  const stat = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stat === undefined || stat.birthtimeNs === 0n || stat.birthtimeNs === stat.ctimeNs
    ? ''
    : String(stat.birthtimeNs);
}

export function ofAnotherHome(place: Place): ProdplanError {
  const owner = livingOwner(place);
  const whose = owner ?? readMark(place)?.home ?? 'outra pasta';
  return new ProdplanError(
    'usage',
    'EMBEDDED_DATABASE_OF_ANOTHER_HOME',
    `${place.home} é uma cópia: a base de dados para que aponta, em ${place.root}, é de ${whose}.`,
    `Para ter os dados também aqui: «prodplan db new» nesta pasta, depois «prodplan restore» com uma cópia feita por «prodplan backup» em ${whose}. ` +
      (owner === null
        ? 'Se essa pasta já não existe e é esta que continua: «prodplan db adopt».'
        : `Se é esta que deve continuar: apague ou mude o nome de ${whose}, depois «prodplan db adopt».`),
  );
}

export function copiedWhileRunning(place: Place): ProdplanError {
  return new ProdplanError(
    'usage',
    'EMBEDDED_DATABASE_COPIED_WHILE_RUNNING',
    `Os ficheiros em ${place.data} foram copiados enquanto o servidor deles corria (ou depois de ele cair): podem não ser todos do mesmo momento.`,
    'Reponha uma cópia feita por «prodplan backup»: «prodplan db new», depois «prodplan restore FICHEIRO». ' +
      'Se foi uma imagem do disco inteiro num só instante: «prodplan db adopt», depois «prodplan check».',
  );
}

/** The home has had a database, and it is not where it was. */
export function lost(place: Place): ProdplanError {
  return new ProdplanError(
    'usage',
    'EMBEDDED_DATABASE_LOST',
    `A base de dados de ${place.home} devia estar em ${place.data}, e não está lá. Não se fez outra no lugar dela.`,
    'Se foi levada para outro sítio ou o disco não está montado, reponha-a. Senão: «prodplan db new», que recomeça sem dados, ' +
      'e «prodplan restore FICHEIRO» com uma cópia feita por «prodplan backup», ou «prodplan ingest» com o ficheiro Excel.',
  );
}
