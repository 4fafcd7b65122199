import { homeFailure, type PortRefusal } from './errors/home.js';

const refusals: readonly PortRefusal[] = ['EADDRINUSE', 'EACCES', 'EADDRNOTAVAIL', 'ENOTFOUND'];

/** Why a port cannot be had, where that is why. `options`: how another is chosen. */
export function cannotListen(
  error: unknown,
  {
    host,
    port,
    options,
  }: { readonly host: string; readonly port: number; readonly options: readonly string[] },
): unknown {
  const reason = refusals.find((one) => one === (error as NodeJS.ErrnoException).code);
  if (reason === undefined) return error;
  return homeFailure('CANNOT_LISTEN', { host, port, reason, options }, { cause: error });
}
