import { WorkbookError } from '../errors.js';
import { type EndRecord, findEndRecord } from './end-record.js';
import type { RandomAccessFile } from './random-access-file.js';

/** One entry of the archive, as its central directory describes it. */
export interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly encrypted: boolean;
  readonly crc32: number;
  readonly compressedBytes: number;
  readonly inflatedBytes: number;
  /** When it was last changed, by the clock of whoever packed it, as if that were UTC; NaN where it does not say. */
  readonly modifiedMs: number;
  /** Where its local header stands in the file. */
  readonly headerAt: number;
}

const entrySignature = 0x02014b50;
const entryHeaderBytes = 46;
const encryptedFlag = 0x0001;
const zip64Field = 0x0001;
/** A workbook has some dozens of parts; a directory of this size is an attack. */
const largestDirectory = 64 * 1024 * 1024;

/** The entries that are files; folders are left out. */
export async function readDirectory(file: RandomAccessFile): Promise<ZipEntry[]> {
  const end = await findEndRecord(file);
  if (end.directoryBytes > largestDirectory) {
    throw new WorkbookError('ZIP_BOMB', `${file.path} has an unreasonably large list of parts.`);
  }
  const bytes = await file.read(end.directoryAt, end.directoryBytes);
  const entries: ZipEntry[] = [];
  let at = 0;
  for (let index = 0; index < end.entries; index++) {
    if (at + entryHeaderBytes > bytes.length || bytes.readUInt32LE(at) !== entrySignature)
      throw corrupt(file);
    const next = at + entryHeaderBytes + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30);
    if (next > bytes.length) throw corrupt(file);
    const entry = readEntry(bytes, at, next, end, file);
    if (!entry.name.endsWith('/')) entries.push(entry);
    at = next + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function readEntry(
  bytes: Buffer,
  at: number,
  extraEnd: number,
  end: EndRecord,
  file: RandomAccessFile,
): ZipEntry {
  const extraAt = at + entryHeaderBytes + bytes.readUInt16LE(at + 28);
  const wide = new WideFields(bytes, extraAt, extraEnd, file);
  // The order in which the zip64 field holds those that do not fit is fixed.
  const inflatedBytes = wide.value(bytes.readUInt32LE(at + 24));
  const compressedBytes = wide.value(bytes.readUInt32LE(at + 20));
  const headerOffset = wide.value(bytes.readUInt32LE(at + 42));
  return {
    // Names beyond ASCII only occur in parts that we do not read, so the code page does not matter.
    name: bytes.toString('utf8', at + entryHeaderBytes, extraAt).replaceAll('\\', '/'),
    method: bytes.readUInt16LE(at + 10),
    encrypted: (bytes.readUInt16LE(at + 8) & encryptedFlag) !== 0,
    crc32: bytes.readUInt32LE(at + 16),
    compressedBytes,
    inflatedBytes,
    modifiedMs: momentOf(bytes.readUInt16LE(at + 14), bytes.readUInt16LE(at + 12)),
    headerAt: headerOffset + end.shift,
  };
}

/** A date and a time of MS-DOS: bits of year since 1980, month, day; of hour, minute, two seconds. */
function momentOf(date: number, time: number): number {
  if (date === 0) return Number.NaN;
  const year = 1980 + (date >>> 9);
  return Date.UTC(year, ((date >>> 5) & 15) - 1, date & 31, time >>> 11, (time >>> 5) & 63, (time & 31) * 2);
}

/** The 64-bit values of an entry whose 32-bit field is full. */
class WideFields {
  readonly #bytes: Buffer;
  readonly #file: RandomAccessFile;
  #at = 0;
  #end = 0;

  constructor(bytes: Buffer, from: number, to: number, file: RandomAccessFile) {
    this.#bytes = bytes;
    this.#file = file;
    for (let at = from; at + 4 <= to; at += 4 + bytes.readUInt16LE(at + 2)) {
      if (bytes.readUInt16LE(at) !== zip64Field) continue;
      this.#at = at + 4;
      this.#end = Math.min(to, this.#at + bytes.readUInt16LE(at + 2));
      return;
    }
  }

  value(narrow: number): number {
    if (narrow !== 0xffffffff) return narrow;
    if (this.#at + 8 > this.#end) throw corrupt(this.#file);
    const wide = Number(this.#bytes.readBigUInt64LE(this.#at));
    this.#at += 8;
    return wide;
  }
}

function corrupt(file: RandomAccessFile): WorkbookError {
  return new WorkbookError(
    'CORRUPT',
    `The list of parts in ${file.path} is damaged. Copy or export the file again.`,
  );
}
