import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { type AppOptions, buildApp } from '../../src/http/app.js';
import type { Problem } from '../../src/http/errors/problem.js';
import { createKey } from '../../src/http/keys/keys.js';
import { localToken } from '../../src/http/keys/local-token.js';
import type { Role } from '../../src/http/keys/role.js';
import { Jobs } from '../../src/jobs/index.js';
import { type Config, readConfig } from '../../src/platform/config.js';
import { createLog } from '../../src/platform/logging.js';
import { apiClient } from '../client/index.js';
import { newPlant, type Plant } from '../ingest/support.js';
import { firstServer, type TestServer } from '../support/database.js';
import { type Dump, temporaryFolder } from '../support/dump.js';

export interface Api extends Plant {
  /** http://127.0.0.1:41234 */
  readonly url: string;
  readonly config: Config;
  /** The token of this machine. */
  readonly token: string;
  /** What the server wrote into its log. */
  readonly log: () => string;
  readonly jobs: () => Promise<Jobs>;
  readonly client: ReturnType<typeof apiClient>;
  key(role: Role): Promise<string>;
  get(path: string, options?: { key?: string; headers?: Record<string, string> }): Promise<Response>;
  close(): Promise<void>;
}

export interface ApiOptions {
  readonly server?: TestServer;
  readonly env?: Readonly<Record<string, string>>;
  /** false: it behaves as on an address that others reach; it is bound to loopback all the same. */
  readonly local?: boolean;
  readonly app?: Partial<AppOptions>;
  /** Another plant's database: a second server on the same data. */
  readonly plant?: Plant;
  readonly home?: string;
  /** A server that comes back where another was. */
  readonly port?: number;
  /** What is published before the server begins. */
  readonly holding?: Dump;
}

/** A server on a database of its own, spoken to over real HTTP. */
export async function newApi(options: ApiOptions = {}): Promise<Api> {
  const holding = options.holding === undefined ? [] : [options.holding];
  const plant = options.plant ?? (await newPlant(options.server ?? firstServer, ...holding));
  const home = options.home ?? (await temporaryFolder());
  const config = readConfig({ PRODPLAN_HOME: home, PRODPLAN_INBOX: join(home, 'inbox'), ...options.env });
  const token = await localToken(home);
  let written = '';
  const write = (text: string): void => {
    written += text;
  };
  const log = createLog({ destination: { write } });
  let opened: Promise<Jobs> | undefined;
  const jobs = (): Promise<Jobs> => {
    opened ??= Jobs.open(plant.database);
    return opened;
  };
  const app = await buildApp({
    database: plant.database,
    config,
    log,
    jobs,
    local: options.local ?? true,
    ...options.app,
  });
  let closed: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    closed ??= app.close();
    await closed;
    await (await opened)?.close();
  };
  onTestFinished(close);
  const url = await app.listen({ host: '127.0.0.1', port: options.port ?? 0 });
  return {
    ...plant,
    url,
    config,
    token,
    jobs,
    log: () => written,
    client: apiClient(url),
    close,
    key: async (role) => (await createKey(plant.database.pool, role, `teste ${role}`)).token,
    get: (path, { key, headers = {} } = {}) =>
      fetch(`${url}${path}`, {
        headers: { ...(key === undefined ? {} : { authorization: `Bearer ${key}` }), ...headers },
      }),
  };
}

export async function problemOf(response: Response): Promise<Problem> {
  return (await response.json()) as Problem;
}
