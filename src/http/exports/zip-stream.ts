import { crc32, createDeflateRaw } from 'node:zlib';

/** One part of an archive, in pieces. */
export interface ZipPart {
  readonly name: string;
  readonly content: AsyncIterable<string> | Iterable<string>;
}

interface Entry {
  readonly name: Buffer;
  readonly offset: number;
  readonly crc: number;
  readonly compressed: number;
  readonly bytes: number;
}

/** Sizes follow the data (bit 3), names are UTF-8 (bit 11). */
const flags = 0x0808;
const deflated = 8;
/** 1 January 1980: the same rows are the same file. */
const dosDate = 0x21;

/** A zip archive that is never whole in memory and never goes back: it can be sent while it is made. Below 4 GiB. */
export async function* zipStream(parts: Iterable<ZipPart>): AsyncGenerator<Buffer> {
  const entries: Entry[] = [];
  let at = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const offset = at;
    const head = Buffer.concat([header(0x04034b50, Buffer.alloc(12), name.length), name]);
    yield head;
    at += head.length;
    const sums = { crc: 0, bytes: 0 };
    let compressed = 0;
    for await (const piece of deflate(part.content, sums)) {
      compressed += piece.length;
      yield piece;
    }
    const end = Buffer.alloc(16);
    end.writeUInt32LE(0x08074b50, 0);
    sizes(sums.crc, compressed, sums.bytes).copy(end, 4);
    yield end;
    at += compressed + end.length;
    entries.push({ name, offset, compressed, ...sums });
  }
  yield directory(entries, at);
}

async function* deflate(
  content: ZipPart['content'],
  sums: { crc: number; bytes: number },
): AsyncGenerator<Buffer> {
  const deflater = createDeflateRaw({ level: 4 });
  const fed = feed(deflater, content, sums);
  // What goes wrong while it is fed is thrown where the pieces are read.
  fed.catch((error: Error) => deflater.destroy(error));
  try {
    for await (const piece of deflater) yield piece as Buffer;
    await fed;
  } finally {
    deflater.destroy();
  }
}

async function feed(
  deflater: ReturnType<typeof createDeflateRaw>,
  content: ZipPart['content'],
  sums: { crc: number; bytes: number },
): Promise<void> {
  for await (const text of content) {
    if (deflater.destroyed) return;
    const bytes = Buffer.from(text);
    sums.crc = crc32(bytes, sums.crc);
    sums.bytes += bytes.length;
    await new Promise<void>((resolve) => {
      deflater.once('close', resolve);
      deflater.write(bytes, () => {
        deflater.off('close', resolve);
        resolve();
      });
    });
  }
  deflater.end();
}

function sizes(crc: number, compressed: number, bytes: number): Buffer {
  const buffer = Buffer.alloc(12);
  buffer.writeUInt32LE(crc, 0);
  buffer.writeUInt32LE(compressed, 4);
  buffer.writeUInt32LE(bytes, 8);
  return buffer;
}

/** The beginning that local headers and those of the directory share. */
function header(signature: number, summed: Buffer, nameLength: number, made: readonly number[] = []): Buffer {
  const words = [...made, 20, flags, deflated, 0, dosDate];
  const buffer = Buffer.alloc(4 + words.length * 2 + 12 + 4);
  buffer.writeUInt32LE(signature, 0);
  for (const [n, word] of words.entries()) buffer.writeUInt16LE(word, 4 + n * 2);
  summed.copy(buffer, 4 + words.length * 2);
  buffer.writeUInt16LE(nameLength, 16 + words.length * 2);
  return buffer;
}

function directory(entries: readonly Entry[], start: number): Buffer {
  const records = entries.map(({ name, offset, crc, compressed, bytes }) => {
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    const head = header(0x02014b50, sizes(crc, compressed, bytes), name.length, [20]);
    return Buffer.concat([head, rest, name]);
  });
  const central = Buffer.concat(records);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(start, 16);
  return Buffer.concat([central, end]);
}
