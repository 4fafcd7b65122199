import * as zlib from 'node:zlib';

type Crc32 = (bytes: Buffer, before: number) => number;

/** Node has had a vectorised CRC-32 since 20.15 and 22.2; the releases in between need our own. */
const builtIn = (zlib as unknown as { crc32?: Crc32 }).crc32;

let table: Uint32Array | null = null;

function makeTable(): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, byte) => {
    let value = byte;
    for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
    return value;
  });
}

/** The same by table, byte by byte. */
export function crc32ByTable(bytes: Buffer, before: number): number {
  table ??= makeTable();
  let crc = ~before;
  for (let at = 0; at < bytes.length; at++) crc = (crc >>> 8) ^ table[(crc ^ bytes[at]!) & 0xff]!;
  return ~crc >>> 0;
}

/** Continues the CRC-32 of what came before, 0 at the start. */
export const crc32: Crc32 = builtIn ?? crc32ByTable;
