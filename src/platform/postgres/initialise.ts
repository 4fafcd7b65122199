import { randomBytes } from 'node:crypto';
import { renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { diskFull, saysDiskFull } from '../disk-full.js';
import { embeddedFailure } from '../errors/embedded.js';
import type { ProdplanError } from '../errors.js';
import type { Binaries } from './binaries.js';
import { runCommand } from './command.js';
import { putFile, putFolder, readIfThere } from './files.js';
import { type Place, removeDrafts } from './place.js';

export const superuser = 'prodplan';

const passwordName = 'postgres.password';

/** The data directory of the home, made if there is none. Returns the password of its only user. */
export async function ensureCluster(place: Place, binaries: Binaries): Promise<string> {
  const version = readIfThere(join(place.data, 'PG_VERSION'))?.trim();
  if (version === undefined) return await initialise(place, binaries);
  removeDrafts(place);
  if (Number(version) !== binaries.major) throw otherVersion(place, version, binaries.major);
  const password = readPassword(place);
  if (password === null) throw passwordLost(place);
  return password;
}

export function readPassword(place: Place): string | null {
  return readIfThere(join(place.home, passwordName))?.trim() || null;
}

/**
 * initdb works in a draft beside the data directory, which the rename then makes real at once: a cluster is there
 * completely or not at all. initdb syncs what it wrote, because a power cut must not leave a renamed but empty
 * cluster, and PostgreSQL's own checkpoints sync only the files that it changed itself.
 */
async function initialise(place: Place, binaries: Binaries): Promise<string> {
  const password = randomBytes(24).toString('base64url');
  // The password comes first: a kill in between leaves a password without data, which the next start replaces.
  putFile(join(place.home, passwordName), `${password}\n`, 0o600, place.homeOwner);
  const draft = join(place.root, `data.new-${randomBytes(4).toString('hex')}`);
  const passwordFile = join(place.log, 'initdb.password');
  putFolder(draft, 0o700, place.account);
  putFile(passwordFile, `${password}\n`, 0o600, place.account);
  try {
    const result = await runCommand(binaries.initdb, initdbArguments(draft, passwordFile, binaries.major), {
      account: place.account,
      cwd: place.root,
    });
    if (result.status !== 0) throw initdbFailed(place, result.output);
    renameSync(draft, place.data);
  } finally {
    rmSync(passwordFile, { force: true });
    removeDrafts(place);
  }
  return password;
}

function initdbArguments(data: string, passwordFile: string, major: number): string[] {
  return [
    `--pgdata=${data}`,
    `--username=${superuser}`,
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    // On by default from 18 on. They would make the first reading after a load write every page to the WAL, and
    // what they guard can be loaded again from the workbook.
    ...(major >= 18 ? ['--no-data-checksums'] : []),
  ];
}

function initdbFailed(place: Place, output: string): ProdplanError {
  const reason = output.trim().split('\n').slice(-3).join(' ');
  if (saysDiskFull(reason))
    return diskFull(new Error(reason), { what: 'cluster_not_made', place: place.root });
  const nameless = /could not look up effective user/.test(output);
  return embeddedFailure('EMBEDDED_DATABASE_NOT_CREATED', { root: place.root, reason, nameless });
}

function otherVersion({ data }: Place, found: string, ours: number): ProdplanError {
  return embeddedFailure('EMBEDDED_DATABASE_OTHER_VERSION', { data, found, ours });
}

function passwordLost({ data, home }: Place): ProdplanError {
  return embeddedFailure('EMBEDDED_DATABASE_PASSWORD_LOST', { data, path: join(home, passwordName) });
}
