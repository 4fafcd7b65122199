import { extname } from 'node:path';

/** What file systems in use take as a name, in bytes. */
export const longestNameBytes = 255;

/**
 * A name of at most so many bytes: one that is longer loses characters before its extension, whole ones, and gets `~`
 * there, so that it is seen to be cut. Two names may become one: whoever makes a file of it looks whether it is there.
 */
export function fittingName(name: string, mostBytes = longestNameBytes): string {
  if (Buffer.byteLength(name) <= mostBytes) return name;
  const ending = extname(name);
  const extension = Buffer.byteLength(ending) < mostBytes / 2 ? ending : '';
  const room = mostBytes - Buffer.byteLength(`~${extension}`);
  return `${cut(name.slice(0, name.length - extension.length), room)}~${extension}`;
}

/** As many whole characters from the beginning as so many bytes hold. */
function cut(text: string, roomBytes: number): string {
  const bytes = Buffer.from(text).subarray(0, roomBytes + 1);
  let end = Math.min(bytes.length, roomBytes);
  // Never between the bytes of one character: those that go on begin with the bits 10.
  while (end > 0 && bytes[end] !== undefined && (bytes[end]! & 0xc0) === 0x80) end--;
  return bytes.toString('utf8', 0, end);
}
