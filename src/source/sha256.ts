import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';

const pieceBytes = 1 << 20;

/** SHA-256 of a file, in hex. */
export async function sha256OfFile(path: string): Promise<string> {
  const hash = createHash('sha256');
  // Each piece is a new buffer, as large as it may become: a small file needs none of a megabyte.
  const highWaterMark = Math.min(pieceBytes, Math.max(1, (await stat(path)).size));
  for await (const chunk of createReadStream(path, { highWaterMark })) hash.update(chunk as Buffer);
  return hash.digest('hex');
}
