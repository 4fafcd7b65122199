import { createWriteStream, renameSync, rmSync } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { csv } from '../../http/exports/csv.js';
import type { ExportTable } from '../../http/exports/table.js';
import { xlsx } from '../../http/exports/xlsx.js';
import { readLanguage } from '../../platform/config.js';
import { commandFailure } from '../../platform/errors/command.js';
import { messageOf } from '../../platform/errors.js';
import { tell } from '../terminal.js';
import { wordsIn } from './words.js';

/** In which form an answer is wanted. */
export interface OutputOptions {
  readonly json?: boolean;
  readonly csv?: boolean;
  /** The file to write. */
  readonly xlsx?: string;
}

/** Writes the whole answer: a CSV to standard output, a workbook into a file. */
export async function writeTable(table: ExportTable, { xlsx: path }: OutputOptions): Promise<void> {
  try {
    if (path === undefined) await toOutput(csv(table, false));
    else await toFile(xlsx(table, readLanguage()), path);
  } finally {
    await table.close?.();
  }
}

async function toOutput(pieces: AsyncIterable<Buffer>): Promise<void> {
  try {
    await pipeline(Readable.from(pieces, { objectMode: false }), process.stdout, { end: false });
  } catch (error) {
    // Who reads our output may have had enough.
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  }
}

/** Under another name until it is whole: no half workbook passes for one. */
async function toFile(pieces: AsyncIterable<Buffer>, path: string): Promise<void> {
  const unfinished = `${path}.part`;
  try {
    await pipeline(Readable.from(pieces, { objectMode: false }), createWriteStream(unfinished));
    renameSync(unfinished, path);
  } catch (error) {
    rmSync(unfinished, { force: true });
    if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
    throw commandFailure('BAD_OUT', { path, reason: messageOf(error) }, { cause: error });
  }
  tell(wordsIn(readLanguage()).written(path));
}
