import { networkInterfaces } from 'node:os';
import { isLoopback } from '../http/security/loopback.js';
import type { HttpConfig } from '../platform/config.js';

interface Bound {
  readonly host: string;
  readonly port: number;
  readonly http: Pick<HttpConfig, 'allowedHosts' | 'tls'>;
}

type Interfaces = ReturnType<typeof networkInterfaces>;

/**
 * What people on other machines write into their browser: the names under which the server may be called, where there are such;
 * else the address it is bound to, or this machine's own where it is bound to all. Empty where only this machine is served.
 */
export function addressesForOthers(
  { host, port, http }: Bound,
  interfaces: Interfaces = networkInterfaces(),
): string[] {
  if (isLoopback(host)) return [];
  const names = http.allowedHosts.filter((name) => !isLoopback(name));
  const scheme = http.tls === null ? 'http' : 'https';
  return (names.length > 0 ? names : hostsOf(host, interfaces)).map((name) => `${scheme}://${name}:${port}`);
}

function hostsOf(host: string, interfaces: Interfaces): string[] {
  if (host !== '0.0.0.0' && host !== '::') return [host.includes(':') ? `[${host}]` : host];
  return Object.values(interfaces)
    .flatMap((list) => list ?? [])
    .filter((one) => !one.internal && !one.address.startsWith('fe80:'))
    .filter((one) => one.family === 'IPv4' || host === '::')
    .map((one) => (one.family === 'IPv6' ? `[${one.address}]` : one.address));
}
