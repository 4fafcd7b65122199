import { readFileSync, unwatchFile, watchFile } from 'node:fs';
import type { Server } from 'node:http';
import { createSecureContext, type Server as TlsServer } from 'node:tls';
import type { FastifyBaseLogger } from 'fastify';
import { homeFailure } from '../platform/errors/home.js';

interface Paths {
  readonly cert: string;
  readonly key: string;
}

interface Files {
  readonly cert: Buffer;
  readonly key: Buffer;
}

/** A renewed certificate is taken over within so long. */
const lookMs = 5_000;

/**
 * Certificate and key, to begin with and whenever their files change: who renews them need not restart the server. Throws
 * `TLS_FILES` where they cannot be read or do not belong together; a later change of that kind leaves the old ones at work.
 */
export function openTls(paths: Paths, log: FastifyBaseLogger) {
  const files = read(paths);
  const follow = (plain: Server): void => {
    const server = plain as unknown as TlsServer;
    const renew = (): void => {
      try {
        server.setSecureContext(read(paths));
        log.info('certificate renewed');
      } catch (error) {
        log.error({ err: error }, 'the new certificate is no good; the old one stays');
      }
    };
    const watched = Object.values(paths);
    for (const path of watched) watchFile(path, { interval: lookMs, persistent: false }, renew);
    server.once('close', () => {
      for (const path of watched) unwatchFile(path, renew);
    });
  };
  return { files, follow };
}

function read({ cert, key }: Paths): Files {
  try {
    const files = { cert: readFileSync(cert), key: readFileSync(key) };
    createSecureContext(files);
    return files;
  } catch (cause) {
    throw homeFailure('TLS_FILES', { cert, key, reason: (cause as Error).message }, { cause });
  }
}
