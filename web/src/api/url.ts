/** What fills in an address: its path's braces, and its query. */
export interface Asked {
  readonly query?: Readonly<Record<string, unknown>>;
  readonly path?: Readonly<Record<string, unknown>>;
}

/** The address of a question, without the server in front. Several values of one name stand between commas. */
export function urlOf(path: string, { path: inPath = {}, query = {} }: Asked = {}): string {
  const whole = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(inPath[name] ?? '')),
  );
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  return search.size === 0 ? whole : `${whole}?${search.toString().replaceAll('%2C', ',')}`;
}
