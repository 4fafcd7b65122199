import { type FileHandle, open, rename, rm } from 'node:fs/promises';

/** Writes beside the target and renames, so that nobody ever opens half a file. Answers its size in bytes. */
export async function writeFileOf(path: string, pieces: AsyncIterable<Buffer>): Promise<number> {
  const unfinished = `${path}.part`;
  const file = await open(unfinished, 'w');
  try {
    const bytes = await writeAll(file, pieces);
    await file.close();
    await rename(unfinished, path);
    return bytes;
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** On a disk that is nearly full a write takes a part only, and the next one fails. */
async function writeAll(file: FileHandle, pieces: AsyncIterable<Buffer>): Promise<number> {
  let bytes = 0;
  for await (const piece of pieces)
    for (let at = 0; at < piece.length; ) {
      const { bytesWritten } = await file.write(piece, at);
      at += bytesWritten;
      bytes += bytesWritten;
    }
  return bytes;
}
