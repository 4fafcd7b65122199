import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

/** Writes an async or plain iterable of text to `folder/name.csv.gz`, at gzip level 1 as everybody here. */
export function writeCsvGz(folder, name, chunks) {
  return pipeline(
    chunks,
    createGzip({ level: 1, chunkSize: 1 << 18 }),
    createWriteStream(join(folder, `${name}.csv.gz`)),
  );
}
