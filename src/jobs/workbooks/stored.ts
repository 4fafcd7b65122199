import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import type { Database } from '../../platform/database.js';
import { jobFailure } from '../../platform/errors/job.js';
import { ProdplanError, reworded } from '../../platform/errors.js';
import { fittingName } from '../../platform/file-names.js';
import { makeFolder } from '../../platform/folders.js';

const partBytes = 1 << 20;

/** A workbook that no job has fetched for this long belongs to a job that failed; it has to be posted again. */
const keptDays = 7;

interface StoredWorkbook {
  readonly workbook_sha256: string;
  readonly source_name: string;
  /** Whether another job still needs it. */
  isWantedByOthers(): Promise<boolean>;
}

interface WorkbookFile {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

const lockName = 'prodplan workbook';

/**
 * Stores a workbook and posts its job. Between the two no other job lets the workbook go: one that has just ended with
 * the same workbook would see it posted, and nobody waiting for it yet.
 */
export async function whileStored<T>(
  database: Database,
  workbook: WorkbookFile,
  post: () => Promise<T>,
): Promise<T> {
  const client = await database.pool.connect();
  try {
    await client.query('SELECT pg_advisory_lock_shared(hashtext($1), hashtext($2))', [
      lockName,
      workbook.sha256,
    ]);
    // On this very connection: several that post at once must not wait for each other's second one.
    await insert(client, workbook);
    const posted = await post();
    await client.query('SELECT pg_advisory_unlock_shared(hashtext($1), hashtext($2))', [
      lockName,
      workbook.sha256,
    ]);
    client.release();
    return posted;
  } catch (error) {
    // Its lock goes with the session.
    client.release(true);
    throw error;
  }
}

/** Puts a workbook where every machine finds it; one that lies there already is only marked as wanted again. */
export async function insertWorkbook(database: Database, workbook: WorkbookFile): Promise<void> {
  await whileStored(database, workbook, async () => {});
}

async function insert(client: pg.PoolClient, { path, sha256, bytes }: WorkbookFile): Promise<void> {
  await client.query('BEGIN');
  const { rows } = await client.query<{ isNew: boolean }>(
    `INSERT INTO posted_workbooks (workbook_sha256, bytes) VALUES ($1, $2)
     ON CONFLICT (workbook_sha256) DO UPDATE SET posted_at = clock_timestamp() RETURNING xmax = 0 AS "isNew"`,
    [sha256, bytes],
  );
  if (rows[0]!.isNew) await writeParts(client, path, sha256);
  await client.query('COMMIT');
}

async function writeParts(client: pg.PoolClient, path: string, sha256: string): Promise<void> {
  let part = 0;
  for await (const content of createReadStream(path, { highWaterMark: partBytes })) {
    await client.query(
      'INSERT INTO posted_workbook_parts (workbook_sha256, part, content) VALUES ($1, $2, $3)',
      [sha256, part, content],
    );
    part += 1;
  }
}

/**
 * Writes a kept workbook into a file of this machine, under its own name, for as long as the work lasts. It is kept no
 * longer once the work is done, or could not be done because of the file, and nobody else wants it.
 */
export async function withWorkbook<T>(
  database: Database,
  extracts: string,
  { workbook_sha256, source_name, isWantedByOthers }: StoredWorkbook,
  work: (path: string) => Promise<T>,
): Promise<T> {
  const postedAt = await readPost(database, workbook_sha256);
  const letGo = async (): Promise<void> => {
    await release(database, workbook_sha256, postedAt, isWantedByOthers);
  };
  makeFolder(extracts, 0o700);
  const folder = await mkdtemp(join(extracts, copyPrefix));
  try {
    const path = join(folder, plainName(source_name));
    await pipeline(Readable.from(readParts(database, workbook_sha256)), createWriteStream(path));
    const result = await work(path);
    await letGo();
    return result;
  } catch (error) {
    if (error instanceof ProdplanError && ['input', 'contract'].includes(error.kind))
      await letGo().catch(() => {});
    throw withoutFolder(error, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

const copyPrefix = 'workbook-';

/** Removes the copies of workbooks whose worker was killed. Only for one who knows that nobody is taking one in. */
export async function removeLeftCopies(extracts: string): Promise<number> {
  const names = await readdir(extracts).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  const left = names.filter((name) => name.startsWith(copyPrefix));
  for (const name of left) await rm(join(extracts, name), { recursive: true, force: true });
  return left.length;
}

/** The path of the copy is left out: it means nothing to the sender of the workbook. */
function withoutFolder(error: unknown, folder: string): unknown {
  if (!(error instanceof ProdplanError) || !error.message.includes(folder)) return error;
  return reworded(error, ([what, remedy]) => [what.replaceAll(`${folder}${sep}`, ''), remedy], {
    cause: error,
  });
}

async function readPost(database: Database, sha256: string): Promise<string> {
  const postedAt = await findPost(database, sha256);
  if (postedAt === null) throw jobFailure('WORKBOOK_GONE');
  return postedAt;
}

/** When a kept workbook was posted last; null: it is not kept. */
export async function findPost({ pool }: Database, sha256: string): Promise<string | null> {
  const { rows } = await pool.query<{ posted_at: string }>(
    'SELECT posted_at::text AS posted_at FROM posted_workbooks WHERE workbook_sha256 = $1',
    [sha256],
  );
  return rows[0]?.posted_at ?? null;
}

async function* readParts({ pool }: Database, sha256: string): AsyncGenerator<Buffer> {
  for (let part = 0; ; part++) {
    const { rows } = await pool.query<{ content: Buffer }>(
      'SELECT content FROM posted_workbook_parts WHERE workbook_sha256 = $1 AND part = $2',
      [sha256, part],
    );
    if (rows[0] === undefined) return;
    yield rows[0].content;
  }
}

/**
 * Deletes a kept workbook, unless another job needs it or it was posted again meanwhile. A post that is under way is
 * waited for.
 */
export async function release(
  { pool }: Database,
  sha256: string,
  postedAt: string,
  isWanted: () => Promise<boolean> = async () => false,
): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock(hashtext($1), hashtext($2))', [lockName, sha256]);
    if (!(await isWanted())) await remove(client, sha256, postedAt);
    await client.query('COMMIT');
    client.release();
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function remove(client: pg.PoolClient, sha256: string, postedAt: string): Promise<void> {
  await client.query(
    `DELETE FROM posted_workbooks WHERE (workbook_sha256 = $1 AND posted_at = $2::timestamptz)
     OR posted_at < clock_timestamp() - make_interval(days => $3)`,
    [sha256, postedAt, keptDays],
  );
}

/** A name that stays in its folder, whatever somebody called his file. */
function plainName(name: string): string {
  const plain = fittingName(name.replaceAll(/[/\\\p{Cc}]/gu, '_'));
  return /^\.*$/.test(plain) ? 'ficheiro.xlsx' : plain;
}
