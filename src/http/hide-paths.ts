/** An absolute path inside a text, up to its last part. */
const folders = /(?:\b[A-Za-z]:)?(?:[\\/][^\\/\s:;,«»"'<>]+)+[\\/](?=[^\\/\s])/g;

/** Callers are not told where files lie on the server: of a path only the name of the file is left. */
export function hidePaths(text: string): string {
  return text.replaceAll(folders, '');
}
