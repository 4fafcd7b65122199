/** Whether the caller already has what this tag names. */
export function matches(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false;
  const plain = (text: string): string => text.trim().replace(/^W\//, '');
  return header.split(',').some((one) => plain(one) === plain(etag) || one.trim() === '*');
}
