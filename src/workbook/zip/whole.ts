import { readDirectory } from './directory.js';
import { RandomAccessFile } from './random-access-file.js';

/** Whether the end of the archive is there and names its parts: what is still being copied has none. */
export async function isWholeArchive(path: string): Promise<boolean> {
  const file = await RandomAccessFile.open(path).catch(() => null);
  if (file === null) return false;
  try {
    return (await readDirectory(file)).length > 0;
  } catch {
    return false;
  } finally {
    await file.close();
  }
}
