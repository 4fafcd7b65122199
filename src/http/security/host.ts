import { isIPv4, isIPv6 } from 'node:net';

const longestName = 253;
/** Underscores stand in no name of the DNS, but in names of services within a cluster. */
const label = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/;

/**
 * The name in a Host header (RFC 9112: a host, then perhaps a colon and a port), in lower case and in the form in which
 * addresses are usually written; null where it is none. What looks like numbers must be a whole IPv4 address, and
 * brackets hold an IPv6 address without a zone.
 */
export function hostName(header: string): string | null {
  const [, host, , port] = /^(\[[^[\]]*\]|[^:[\]]*)(:(\d{0,5}))?$/.exec(header.toLowerCase()) ?? [];
  if (host === undefined || !isPort(port) || !(isAddress6(host) || isName(host))) return null;
  // Names in Punycode that stand for nothing are none either.
  const url = URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : null;
  return url?.hostname.replace(/\.$/, '') ?? null;
}

function isAddress6(host: string): boolean {
  return /^\[[^%]*\]$/.test(host) && isIPv6(host.slice(1, -1));
}

/** A name may end in a dot, which says that it is whole. */
function isName(name: string): boolean {
  const labels = name.replace(/\.$/, '').split('.');
  if (name.length > longestName || !labels.every((one) => label.test(one))) return false;
  // Browsers read 127.1 and 0x7f000001 as addresses too, each in its own way.
  return !/^(?:\d+|0x[0-9a-f]*)$/.test(labels.at(-1)!) || isIPv4(name);
}

function isPort(port: string | undefined): boolean {
  return port === undefined || port === '' || (Number(port) >= 1 && Number(port) <= 65_535);
}
