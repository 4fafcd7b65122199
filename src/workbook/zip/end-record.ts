import { WorkbookError } from '../errors.js';
import type { RandomAccessFile } from './random-access-file.js';
import { refuseUnknownFile } from './refusal.js';

/** What the end of the archive says about its directory. */
export interface EndRecord {
  readonly entries: number;
  /** Where the directory really stands in the file. */
  readonly directoryAt: number;
  readonly directoryBytes: number;
  /** Bytes in front of the archive: to be added to each position that the archive itself states. */
  readonly shift: number;
}

const endSignature = 0x06054b50;
const endBytes = 22;
const longestComment = 0xffff;
const locatorSignature = 0x07064b50;
const locatorBytes = 20;
const end64Signature = 0x06064b50;
const end64Bytes = 56;

export async function findEndRecord(file: RandomAccessFile): Promise<EndRecord> {
  const tailBytes = Math.min(file.sizeBytes, endBytes + longestComment + locatorBytes);
  const tailAt = file.sizeBytes - tailBytes;
  const tail = await file.read(tailAt, tailBytes);
  const at = lastEndRecord(tail);
  if (at < 0) throw await refuseUnknownFile(file);
  const narrow = {
    entries: tail.readUInt16LE(at + 10),
    directoryBytes: tail.readUInt32LE(at + 12),
    statedAt: tail.readUInt32LE(at + 16),
  };
  const locatorAt = at - locatorBytes;
  if (locatorAt >= 0 && tail.readUInt32LE(locatorAt) === locatorSignature) {
    return readEnd64(file, tailAt + locatorAt, Number(tail.readBigUInt64LE(locatorAt + 8)));
  }
  return placed(file, tailAt + at, narrow);
}

/** The last signature whose comment fits into the file: a comment may itself contain the signature. */
function lastEndRecord(tail: Buffer): number {
  for (let at = tail.length - endBytes; at >= 0; at--) {
    if (tail.readUInt32LE(at) !== endSignature) continue;
    if (at + endBytes + tail.readUInt16LE(at + 20) <= tail.length) return at;
  }
  return -1;
}

async function readEnd64(file: RandomAccessFile, locatorAt: number, statedAt: number): Promise<EndRecord> {
  // Bytes in front of the archive make the stated position wrong; then the record stands right before its locator.
  for (const at of [statedAt, locatorAt - end64Bytes]) {
    if (at < 0 || at + end64Bytes > locatorAt) continue;
    const record = await file.read(at, end64Bytes);
    if (record.readUInt32LE(0) !== end64Signature) continue;
    return placed(file, at, {
      entries: Number(record.readBigUInt64LE(32)),
      directoryBytes: Number(record.readBigUInt64LE(40)),
      statedAt: Number(record.readBigUInt64LE(48)),
    });
  }
  throw damaged(file);
}

/** The directory ends where its end record starts, whatever stands before the archive. */
function placed(
  file: RandomAccessFile,
  endAt: number,
  stated: { entries: number; directoryBytes: number; statedAt: number },
): EndRecord {
  const directoryAt = endAt - stated.directoryBytes;
  if (directoryAt < 0 || stated.statedAt > directoryAt) throw damaged(file);
  return {
    entries: stated.entries,
    directoryAt,
    directoryBytes: stated.directoryBytes,
    shift: directoryAt - stated.statedAt,
  };
}

function damaged(file: RandomAccessFile): WorkbookError {
  return new WorkbookError('CORRUPT', `The end of ${file.path} is damaged. Copy or export the file again.`);
}
