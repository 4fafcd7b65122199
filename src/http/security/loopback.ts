import { isIP } from 'node:net';

/** Whether a name or an address is this machine and nothing else. */
export function isLoopback(host: string): boolean {
  const bare = host.replace(/^\[(.*)\]$/, '$1').toLowerCase();
  if (bare === 'localhost' || bare === '::1') return true;
  const mapped = bare.startsWith('::ffff:') ? bare.slice(7) : bare;
  return isIP(mapped) === 4 && mapped.startsWith('127.');
}
