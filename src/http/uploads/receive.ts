import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { httpFailure } from '../../platform/errors/http.js';
import { makeFolder } from '../../platform/folders.js';

export interface Received {
  readonly path: string;
  /** What the sender calls it, made harmless. */
  readonly name: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Takes the one file of a form in, straight to disk, under a name of ours; `work` has it for as long as it lasts. */
export async function withUpload<T>(
  request: FastifyRequest,
  folder: string,
  work: (received: Received) => Promise<T>,
): Promise<T> {
  const path = join(folder, `${randomUUID()}.xlsx`);
  makeFolder(folder, 0o700);
  try {
    const { name, fields } = await readForm(request, path).catch(asMistake);
    if (name === null) throw httpFailure('BAD_BODY', { why: 'no_file' });
    return await work({ path, name, fields });
  } finally {
    await rm(path, { force: true });
  }
}

interface Form {
  readonly name: string | null;
  readonly fields: Readonly<Record<string, string>>;
}

async function readForm(request: FastifyRequest, path: string): Promise<Form> {
  const fields: Record<string, string> = Object.create(null);
  let name: string | null = null;
  for await (const part of request.parts()) {
    if (part.type === 'field') {
      fields[part.fieldname] = String(part.value);
    } else {
      name = harmlessName(part.filename);
      await write(part, path);
    }
  }
  return { name, fields: { ...fields } };
}

/**
 * A body that is not a form, although its header says so, is the caller's mistake. The parser reports it with an error
 * that has neither a code nor a status.
 */
function asMistake(error: unknown): never {
  const isParsers = error instanceof Error && !('code' in error) && !('statusCode' in error);
  if (!isParsers) throw error;
  throw httpFailure('BAD_BODY', { why: 'broken_form' });
}

async function write(part: MultipartFile, path: string): Promise<void> {
  await pipeline(part.file, createWriteStream(path, { mode: 0o600 }));
  if (part.file.truncated) throw httpFailure('TOO_LARGE', { file: true });
}

/** The last part of a path, whichever way the slashes lean; no control characters, not hidden, not too long. */
export function harmlessName(name: string | undefined): string {
  const last = (name ?? '').split(/[\\/]/).at(-1) ?? '';
  const plain = last
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}<>:"|?*]/gu, '_')
    .trim()
    .replace(/^\.+/, '')
    .slice(-120);
  return plain === '' ? 'ficheiro.xlsx' : plain;
}
