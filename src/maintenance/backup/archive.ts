import type { FileHandle } from 'node:fs/promises';
import type { Damage } from '../../platform/errors/backup.js';
import { writeWhole } from '../../platform/gzip-members.js';

/** A backup is a tar file: `tar` lists and unpacks it where there is no Prodplan. */
export interface BackupEntry {
  readonly name: string;
  /** Where its bytes begin in the file. */
  readonly position: number;
  readonly sizeBytes: number;
}

const blockBytes = 512;
/** 11 octal digits; a larger size is written in binary, as GNU tar does. */
const largestOctal = 0o77777777777;

/** Appends entries to a new file. Their sizes are known at their end, so each header is written once more then. */
export class ArchiveWriter {
  readonly #file: FileHandle;
  #end = 0;

  constructor(file: FileHandle) {
    this.#file = file;
  }

  /** `write` is handed the function that appends to the entry. */
  async entry<T>(name: string, write: (append: (bytes: Buffer) => Promise<void>) => Promise<T>): Promise<T> {
    const header = this.#end;
    await this.#append(Buffer.alloc(blockBytes));
    const result = await write((bytes) => this.#append(bytes));
    const sizeBytes = this.#end - header - blockBytes;
    await this.#append(Buffer.alloc(paddingOf(sizeBytes)));
    await writeWhole(this.#file, headerOf(name, sizeBytes), header);
    return result;
  }

  async text(name: string, content: string): Promise<void> {
    await this.entry(name, (append) => append(Buffer.from(content)));
  }

  /** Two empty blocks end an archive. Answers the size of the file. */
  async finish(): Promise<number> {
    await this.#append(Buffer.alloc(2 * blockBytes));
    return this.#end;
  }

  async #append(bytes: Buffer): Promise<void> {
    await writeWhole(this.#file, bytes, this.#end);
    this.#end += bytes.length;
  }
}

/** An archive that is not whole. */
export class BrokenArchive extends Error {
  readonly damage: Damage;

  constructor(damage: Damage) {
    super(damage.is);
    this.damage = damage;
  }
}

/** The entries of an archive, in order. Throws a `BrokenArchive` that says where it is not whole. */
export async function readEntries(file: FileHandle): Promise<BackupEntry[]> {
  const { size } = await file.stat();
  const entries: BackupEntry[] = [];
  for (let at = 0; ; ) {
    const header = await readAt(file, at, blockBytes);
    if (header.length < blockBytes) throw new BrokenArchive({ is: 'no_end' });
    if (header.every((byte) => byte === 0)) {
      // Two empty blocks, and then nothing: what was appended is no part of what was checked when it was written.
      if (size !== at + 2 * blockBytes) throw new BrokenArchive({ is: 'no_end' });
      return entries;
    }
    if (readOctal(header, 148, 8) !== sumOf(header)) throw new BrokenArchive({ is: 'header', at });
    const entry = { name: readName(header), position: at + blockBytes, sizeBytes: readSize(header) };
    at = entry.position + entry.sizeBytes + paddingOf(entry.sizeBytes);
    if (at > size) throw new BrokenArchive({ is: 'ends_within', name: entry.name });
    entries.push(entry);
  }
}

export async function readEntry(
  file: FileHandle,
  { name, position, sizeBytes }: BackupEntry,
): Promise<Buffer> {
  const bytes = await readAt(file, position, sizeBytes);
  if (bytes.length < sizeBytes) throw new BrokenArchive({ is: 'ends_within', name });
  return bytes;
}

export async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  let read = 0;
  while (read < length) {
    const { bytesRead } = await file.read(bytes, read, length - read, position + read);
    if (bytesRead === 0) break;
    read += bytesRead;
  }
  return bytes.subarray(0, read);
}

function paddingOf(sizeBytes: number): number {
  return (blockBytes - (sizeBytes % blockBytes)) % blockBytes;
}

function headerOf(name: string, sizeBytes: number): Buffer {
  if (Buffer.byteLength(name) > 100) throw new RangeError(`${name} is too long for a tar header`);
  const header = Buffer.alloc(blockBytes);
  header.write(name, 0);
  writeOctal(header, 0o600, 100, 8);
  writeOctal(header, 0, 108, 8);
  writeOctal(header, 0, 116, 8);
  if (sizeBytes <= largestOctal) writeOctal(header, sizeBytes, 124, 12);
  else {
    header.writeUInt8(0x80, 124);
    header.writeBigUInt64BE(BigInt(sizeBytes), 128);
  }
  writeOctal(header, Math.floor(Date.now() / 1000), 136, 12);
  header.write('0', 156);
  header.write('ustar\0', 257, 'latin1');
  header.write('00', 263);
  writeOctal(header, sumOf(header), 148, 8);
  return header;
}

/** Over all bytes, its own taken for spaces. */
function sumOf(header: Buffer): number {
  let sum = 8 * 0x20;
  for (const [at, byte] of header.entries()) if (at < 148 || at >= 156) sum += byte;
  return sum;
}

function writeOctal(header: Buffer, value: number, at: number, length: number): void {
  header.write(`${value.toString(8).padStart(length - 1, '0')}\0`, at, 'latin1');
}

function readOctal(header: Buffer, at: number, length: number): number {
  return Number.parseInt(header.toString('latin1', at, at + length), 8);
}

function readSize(header: Buffer): number {
  return header.readUInt8(124) === 0x80 ? Number(header.readBigUInt64BE(128)) : readOctal(header, 124, 12);
}

function readName(header: Buffer): string {
  return header.toString('utf8', 0, 100).replace(/\0.*$/s, '');
}
