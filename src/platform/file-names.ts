import { extname } from 'node:path';

/** What file systems in use take as a name, in bytes. */
export const longestName_bytes = 255;

/**
 * A name of at most so many bytes: one that is longer loses characters before its extension, whole ones, and gets `~`
 * there, so that it is seen to be cut. Two names may become one: whoever makes a file of it looks whether it is there.
 */
export function fittingName(name: string, most_bytes = longestName_bytes): string {
  if (Buffer.byteLength(name) <= most_bytes) return name;
  const ending = extname(name);
  const extension = Buffer.byteLength(ending) < most_bytes / 2 ? ending : '';
  const room = most_bytes - Buffer.byteLength(`~${extension}`);
  return `${cut(name.slice(0, name.length - extension.length), room)}~${extension}`;
}

/** As many whole characters from the beginning as so many bytes hold. */
function cut(text: string, room_bytes: number): string {
  const bytes = Buffer.from(text).subarray(0, room_bytes + 1);
  let end = Math.min(bytes.length, room_bytes);
  // Never between the bytes of one character: those that go on begin with the bits 10.
  while (end > 0 && bytes[end] !== undefined && (bytes[end]! & 0xc0) === 0x80) end--;
  return bytes.toString('utf8', 0, end);
}
