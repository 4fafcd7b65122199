/**
 * An address in which libpq takes a socket (`postgres://ana@/fabrica?host=/run/postgresql`) as one that every reader of URLs
 * takes: a name before `@` without a host behind it is no URL. Other addresses stay as they are.
 */
export function withSocketAsHost(address: string): string {
  const [, before, behind] = /^(postgres(?:ql)?:\/\/[^/?#@]*@)(?=\/)(.*)$/.exec(address) ?? [];
  if (before === undefined || behind === undefined) return address;
  const query = new URLSearchParams(behind.split('?')[1] ?? '');
  const folder = query.get('host') ?? '';
  if (!folder.startsWith('/')) return address;
  const port = query.get('port');
  for (const name of ['host', 'port']) query.delete(name);
  const rest = query.size === 0 ? '' : `?${query}`;
  return `${before}${encodeURIComponent(folder)}${port === null ? '' : `:${port}`}${behind.split('?')[0]}${rest}`;
}
