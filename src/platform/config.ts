import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { withSocketAsHost } from './database-address.js';
import { nearest } from './edit-distance.js';
import { homeFailure, type SettingFaultName } from './errors/home.js';
import type { Language } from './errors/kinds.js';

/** This file alone reads the environment (a lint rule holds it); the rest of the code is given a Config. */
type Environment = Readonly<Record<string, string | undefined>>;

export interface Config {
  /** Where Prodplan keeps its own state: the embedded database, its password and its logs. Always absolute. */
  readonly home: string;
  /** A PostgreSQL server of one's own; null stands for the embedded one. */
  readonly databaseUrl: string | null;
  /** A Redis server, for queues and locks between machines; null: the database does both. */
  readonly redisUrl: string | null;
  /** How long the lock of a run lasts in Redis without a sign of life from its holder. */
  readonly lockSeconds: number;
  /** The factory's time zone: an IANA name. */
  readonly timeZone: string;
  /** Thresholds of gates in place of the declared ones: name -> share. */
  readonly gateThresholds: ReadonlyMap<string, number>;
  /** Of so many published runs the changes are kept: diff and rollback reach as far back. */
  readonly retainedRuns: number;
  /** A process holds at most so many connections to the database at once. */
  readonly connections: number;
  readonly http: HttpConfig;
}

export interface HttpConfig {
  readonly host: string;
  readonly port: number;
  /** Names under which the server may be called, beside those of this machine; in lower case. */
  readonly allowedHosts: readonly string[];
  /** Origins whose pages may call it: `https://painel.fabrica.pt`. */
  readonly corsOrigins: readonly string[];
  /** Certificate and key with which `serve` speaks https, as PEM files; always absolute. Null: plain HTTP. */
  readonly tls: { readonly cert: string; readonly key: string } | null;
  /** Origins whose pages may show ours within them. */
  readonly frameAncestors: readonly string[];
  /** Folder from which workbooks may be taken in, and where uploads are kept. Always absolute. */
  readonly inbox: string;
  readonly uploadLimitBytes: number;
  /** Calls of one key, and of one address, in a minute. */
  readonly callsPerMinute: number;
}

/** What a variable that is set must be, and what is told of one that is not. */
interface Rule {
  readonly holds: (value: string) => boolean;
  readonly fault: SettingFaultName;
  readonly lowest?: number;
  readonly highest?: number;
}

const anything: Rule = { holds: () => true, fault: 'whole_number' };

const wholeNumber = (lowest: number, highest: number, fault: SettingFaultName = 'whole_number'): Rule => ({
  holds: (value) => isWithin(value, lowest, highest),
  ...{ fault, lowest, highest },
});

const languages: readonly Language[] = ['pt', 'en'];

/**
 * Written out instead of declared with zod, which every command would wait for: loading it takes longer than many of
 * them work, and its objects make every collection of garbage of a run a larger one.
 */
const rules = {
  PRODPLAN_HOME: anything,
  PRODPLAN_LANG: { holds: (value) => languages.some((one) => one === value), fault: 'language' },
  DATABASE_URL: {
    holds: (value) => isUrlOf(withSocketAsHost(value), ['postgres:', 'postgresql:']),
    fault: 'postgres_url',
  },
  REDIS_URL: { holds: isRedisUrl, fault: 'redis_url' },
  PRODPLAN_LOCK_SECONDS: wholeNumber(1, 3600, 'seconds'),
  PRODPLAN_TIME_ZONE: { holds: isTimeZone, fault: 'time_zone' },
  PRODPLAN_GATE_THRESHOLDS: { holds: (value) => gateThresholds(value) !== null, fault: 'gate_thresholds' },
  PRODPLAN_KEEP_RUNS: wholeNumber(1, 999_999, 'runs'),
  PRODPLAN_CONNECTIONS: wholeNumber(1, 1000),
  PRODPLAN_HOST: anything,
  PRODPLAN_PORT: wholeNumber(0, 65_535),
  PRODPLAN_ALLOWED_HOSTS: { holds: (value) => list(value).every(isHostName), fault: 'host_names' },
  PRODPLAN_CORS_ORIGINS: { holds: (value) => list(value).every(isOrigin), fault: 'origins' },
  PRODPLAN_TLS_CERT: anything,
  PRODPLAN_TLS_KEY: anything,
  PRODPLAN_FRAME_ANCESTORS: { holds: (value) => list(value).every(isOrigin), fault: 'origins' },
  PRODPLAN_INBOX: anything,
  PRODPLAN_UPLOAD_LIMIT_MB: wholeNumber(1, 4096),
  PRODPLAN_CALLS_PER_MINUTE: wholeNumber(1, 10_000_000),
} satisfies Record<string, Rule>;

type Values = Readonly<Record<keyof typeof rules, string | null>>;

/** An empty variable is an unset one: `PRODPLAN_HOME= prodplan ...` is how a shell takes a variable away. */
function valuesOf(env: Environment): Values {
  const names = Object.keys(rules) as (keyof typeof rules)[];
  const values = Object.fromEntries(names.map((name) => [name, env[name]?.trim() || null])) as Values;
  const wrong = names.filter((name) => values[name] !== null && !rules[name].holds(values[name]));
  if (wrong.length === 0) return values;
  throw homeFailure('BAD_CONFIG', { wrong: wrong.map((name) => faultOf(name, rules[name])) });
}

function faultOf(name: string, { fault, lowest, highest }: Rule) {
  return { name, fault, ...(lowest === undefined || highest === undefined ? {} : { lowest, highest }) };
}

/**
 * The language in which this process speaks to people. Only PRODPLAN_LANG decides it, because the LANG of a server
 * rarely says which language its users read.
 */
export function readLanguage(env: Environment = process.env): Language {
  return env.PRODPLAN_LANG?.trim() === 'en' ? 'en' : 'pt';
}

/** Read by deploy/compose.yaml alone. */
const composeVariable = 'PRODPLAN_WATCH';
const ofTests = 'PRODPLAN_TEST_';

export interface UnknownSetting {
  readonly name: string;
  /** The variable that it may have been meant to be. */
  readonly like: string | null;
}

/** Variables under our name that nobody reads: what they were to decide is not decided. */
export function unknownSettings(env: Environment = process.env): UnknownSetting[] {
  const known = [...Object.keys(rules), composeVariable];
  const bare = (name: string): string => name.replace(/^PRODPLAN_/, '').replaceAll('_', '');
  return Object.keys(env)
    .filter((name) => name.startsWith('PRODPLAN_') && !name.startsWith(ofTests) && !known.includes(name))
    .sort()
    .map((name) => {
      const like = nearest(bare(name), known.map(bare));
      return { name, like: known.find((one) => bare(one) === like) ?? null };
    });
}

/** Reads and checks the settings once; everything that is wrong is reported together, as `BAD_CONFIG`. */
export function readConfig(env: Environment = process.env): Config {
  const values = valuesOf(env);
  const home = values.PRODPLAN_HOME === null ? defaultHome(env) : resolve(values.PRODPLAN_HOME);
  return {
    home,
    databaseUrl: values.DATABASE_URL === null ? null : withStrictTls(withSocketAsHost(values.DATABASE_URL)),
    redisUrl: values.REDIS_URL,
    lockSeconds: Number(values.PRODPLAN_LOCK_SECONDS ?? 30),
    timeZone: values.PRODPLAN_TIME_ZONE ?? 'Europe/Lisbon',
    gateThresholds: gateThresholds(values.PRODPLAN_GATE_THRESHOLDS ?? '') ?? new Map(),
    retainedRuns: Number(values.PRODPLAN_KEEP_RUNS ?? 100),
    connections: Number(values.PRODPLAN_CONNECTIONS ?? 40),
    http: {
      host: values.PRODPLAN_HOST ?? '127.0.0.1',
      port: Number(values.PRODPLAN_PORT ?? 8080),
      allowedHosts: list(values.PRODPLAN_ALLOWED_HOSTS).map((name) => name.toLowerCase()),
      corsOrigins: list(values.PRODPLAN_CORS_ORIGINS),
      tls: tlsOf(values),
      frameAncestors: list(values.PRODPLAN_FRAME_ANCESTORS),
      inbox: values.PRODPLAN_INBOX === null ? join(home, 'inbox') : resolve(values.PRODPLAN_INBOX),
      uploadLimitBytes: Number(values.PRODPLAN_UPLOAD_LIMIT_MB ?? 512) * 1024 * 1024,
      callsPerMinute: Number(values.PRODPLAN_CALLS_PER_MINUTE ?? 12_000),
    },
  };
}

/**
 * The driver takes `require`, `prefer` and `verify-ca` for `verify-full`, and writes a warning of its own to whoever reads
 * what the command says. Its name says the same without one.
 */
function withStrictTls(url: string): string {
  if (/[?&]uselibpqcompat=true(&|$)/.test(url)) return url;
  return url.replace(/([?&]sslmode=)(require|prefer|verify-ca)(?=&|$)/, '$1verify-full');
}

function tlsOf({ PRODPLAN_TLS_CERT: cert, PRODPLAN_TLS_KEY: key }: Values): HttpConfig['tls'] {
  if (cert === null && key === null) return null;
  if (cert !== null && key !== null) return { cert: resolve(cert), key: resolve(key) };
  const name = cert === null ? 'PRODPLAN_TLS_CERT' : 'PRODPLAN_TLS_KEY';
  throw homeFailure('BAD_CONFIG', { wrong: [{ name, fault: 'tls_pair' }] });
}

/** The place where this system keeps the state of a user's programs. */
export function defaultHome(
  env: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
): string {
  if (platform === 'win32') {
    return join(env.LOCALAPPDATA || join(homedir(), 'AppData', 'Local'), 'prodplan');
  }
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'prodplan');
  // Root's own home is closed to the unprivileged account that must run the server.
  if (process.geteuid?.() === 0) return '/var/lib/prodplan';
  return join(env.XDG_STATE_HOME || join(homedir(), '.local', 'state'), 'prodplan');
}

/** Whether npm (npx, yarn, pnpm) started this process, or one that it came from. */
export function isStartedByNpm(env: Environment = process.env): boolean {
  return [env.npm_execpath, env.npm_command, env.npm_lifecycle_event].some(Boolean);
}

/** The few variables that a program started by us may see: nothing of PG*, nothing of the user's locale. */
export function systemEnvironment(env: Environment = process.env): Record<string, string> {
  const kept: Record<string, string> = {};
  for (const name of ['PATH', 'Path', 'SystemRoot', 'SystemDrive', 'TEMP', 'TMP', 'USERPROFILE', 'ComSpec']) {
    const value = env[name];
    if (value !== undefined) kept[name] = value;
  }
  return kept;
}

/** The parts of a list with commas. */
function list(value: string | null): string[] {
  return (value ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function isWithin(value: string, lowest: number, highest: number): boolean {
  return /^\d{1,9}$/.test(value) && Number(value) >= lowest && Number(value) <= highest;
}

function isHostName(value: string): boolean {
  return /^[a-z0-9._-]+$|^\[[0-9a-f:.]+\]$/i.test(value);
}

/** Scheme, name and port, and nothing behind them: as a browser writes it. */
function isOrigin(value: string): boolean {
  return URL.canParse(value) && new URL(value).origin === value;
}

function isUrlOf(value: string, protocols: readonly string[]): boolean {
  try {
    return protocols.includes(new URL(value).protocol);
  } catch {
    return false;
  }
}

/** A path behind the server is the number of a database. */
function isRedisUrl(value: string): boolean {
  return isUrlOf(value, ['redis:', 'rediss:']) && /^\/?\d*$/.test(new URL(value).pathname);
}

/** `product_join=0.9,weight_coverage=0.5` as a map; null where it has another form. */
function gateThresholds(text: string): ReadonlyMap<string, number> | null {
  const found = new Map<string, number>();
  for (const part of text.split(',').filter((part) => part.trim() !== '')) {
    const [, name, share] = /^\s*([a-z_]+)\s*=\s*(0(?:\.\d+)?|1(?:\.0+)?)\s*$/.exec(part) ?? [];
    if (name === undefined || share === undefined) return null;
    found.set(name, Number(share));
  }
  return found;
}

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}
