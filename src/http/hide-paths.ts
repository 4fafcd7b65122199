/** An absolute path inside a text, up to its last part. */
const folders = /(?:\b[A-Za-z]:)?(?:[\\/][^\\/\s:;,«»"'<>]+)+[\\/](?=[^\\/\s])/g;

/** Where things lie on the server is nobody's business: of a path only the file's name is left. */
export function hidePaths(text: string): string {
  return text.replaceAll(folders, '');
}
