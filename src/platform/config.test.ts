import { resolve } from 'node:path';
import pg from 'pg';
import { describe, expect, test } from 'vitest';
import { defaultHome, readConfig, systemEnvironment, unknownSettings } from './config.js';
import { ProdplanError } from './errors.js';
import { serverAddressOf } from './postgres/connection-errors.js';
import { terminalCapabilities } from './terminal-capabilities.js';

describe('readConfig', () => {
  test('needs nothing', () => {
    const config = readConfig({ XDG_STATE_HOME: '/x' });
    expect(config).toMatchObject({
      databaseUrl: null,
      redisUrl: null,
      lockSeconds: 30,
      timeZone: 'Europe/Lisbon',
    });
    expect(config.home).toMatch(/prodplan$/);
  });

  test('takes what is given; an empty variable is none', () => {
    const config = readConfig({
      PRODPLAN_HOME: '/dados/Olá Fábrica',
      DATABASE_URL: ' postgres://u:p@h:1/d ',
      REDIS_URL: 'redis://:s@h:6380/1',
      PRODPLAN_LOCK_SECONDS: '5',
      PRODPLAN_TIME_ZONE: '',
      PRODPLAN_GATE_THRESHOLDS: ' product_join=0.9, weight_coverage = 1 ',
    });
    expect(config).toEqual({
      home: '/dados/Olá Fábrica',
      databaseUrl: 'postgres://u:p@h:1/d',
      redisUrl: 'redis://:s@h:6380/1',
      lockSeconds: 5,
      timeZone: 'Europe/Lisbon',
      gateThresholds: new Map([
        ['product_join', 0.9],
        ['weight_coverage', 1],
      ]),
      http: {
        host: '127.0.0.1',
        port: 8080,
        allowedHosts: [],
        corsOrigins: [],
        frameAncestors: [],
        tls: null,
        inbox: expect.stringContaining('inbox'),
        uploadLimitBytes: 512 * 1024 * 1024,
        callsPerMinute: 12_000,
      },
      retainedRuns: 100,
      connections: 40,
    });
    expect(readConfig({ PRODPLAN_KEEP_RUNS: '7' }).retainedRuns).toBe(7);
    expect(() => readConfig({ PRODPLAN_KEEP_RUNS: '0' })).toThrow(/PRODPLAN_KEEP_RUNS/);
    expect(() => readConfig({ PRODPLAN_GATE_THRESHOLDS: 'product_join=90' })).toThrow(
      /PRODPLAN_GATE_THRESHOLDS/,
    );
  });

  test('reports everything that is wrong at once, and no secret', () => {
    const wrong = {
      DATABASE_URL: 'mysql://u:segredo@h/d',
      REDIS_URL: 'http://:segredo@h',
      PRODPLAN_LOCK_SECONDS: '0',
      PRODPLAN_TIME_ZONE: 'Lisboa',
    };
    const error = catchError(() => readConfig(wrong));
    expect(error).toBeInstanceOf(ProdplanError);
    expect(error).toMatchObject({ kind: 'setup', code: 'BAD_CONFIG' });
    expect(error.message).toMatch(/DATABASE_URL.*REDIS_URL.*PRODPLAN_LOCK_SECONDS.*PRODPLAN_TIME_ZONE/s);
    expect(error.message).not.toContain('segredo');
  });

  test.each([
    ['DATABASE_URL', 'localhost', 'postgresql://h/d'],
    ['REDIS_URL', 'h:6379', 'rediss://h'],
    ['REDIS_URL', 'redis://h/fila', 'redis://h/3'],
    ['PRODPLAN_LOCK_SECONDS', '3601', '3600'],
    ['PRODPLAN_TIME_ZONE', 'Lisboa', 'Atlantic/Azores'],
    ['PRODPLAN_GATE_THRESHOLDS', 'product_join=2', 'product_join=1.0'],
    ['PRODPLAN_KEEP_RUNS', '1000000', '999999'],
    ['PRODPLAN_CONNECTIONS', '0', '1'],
    ['PRODPLAN_PORT', '65536', '0'],
    ['PRODPLAN_ALLOWED_HOSTS', 'prodplan:80', 'prodplan.fabrica.pt, [::1]'],
    ['PRODPLAN_CORS_ORIGINS', 'https://a.pt/', 'https://a.pt,http://b.pt:81'],
    ['PRODPLAN_FRAME_ANCESTORS', 'a.pt', 'https://intranet.fabrica.pt'],
    ['PRODPLAN_UPLOAD_LIMIT_MB', '4097', '4096'],
    ['PRODPLAN_CALLS_PER_MINUTE', '-1', ' 7 '],
  ])('%s: %s is refused, %s taken', (name, wrong, right) => {
    expect(() => readConfig({ [name]: wrong })).toThrow(new RegExp(`^A configuração não serve: ${name} `));
    expect(() => readConfig({ [name]: right })).not.toThrow();
  });
});

test('TLS to the database means what the driver makes of it, and no warning of its own is provoked', () => {
  const url = (mode: string) => readConfig({ DATABASE_URL: `postgres://u@h/d?${mode}` }).databaseUrl;
  for (const mode of ['require', 'prefer', 'verify-ca', 'verify-full'])
    expect(url(`sslmode=${mode}&x=1`)).toBe('postgres://u@h/d?sslmode=verify-full&x=1');
  for (const left of ['sslmode=disable', 'sslmode=no-verify', 'uselibpqcompat=true&sslmode=require'])
    expect(url(left)).toBe(`postgres://u@h/d?${left}`);
});

test('a socket is named as libpq names it, with and without a user, and told as it was named', () => {
  const url = (DATABASE_URL: string) => readConfig({ DATABASE_URL }).databaseUrl!;
  const told = (address: string) => {
    const { host, port, database, user } = new pg.Client({ connectionString: url(address) });
    return [host, port, database, user, serverAddressOf(url(address))];
  };
  const expected = (port: number) => ['/run/pg', port, 'fabrica', 'ana', `/run/pg:${port}/fabrica`];
  expect(told('postgres://ana@/fabrica?host=/run/pg')).toEqual(expected(5432));
  expect(told('postgresql://ana:x@/fabrica?host=/run/pg&port=5433&application_name=a%20b')).toEqual(
    expected(5433),
  );
  expect(told('postgres://ana@%2Frun%2Fpg:5433/fabrica')).toEqual(expected(5433));
  expect(told('postgres:///fabrica?host=/run/pg&user=ana')).toEqual(expected(5432));
  expect(url('postgres://ana:p@/fabrica?host=/run/pg&x=1')).toBe('postgres://ana:p@%2Frun%2Fpg/fabrica?x=1');
  // Neither a host nor a socket: nothing is guessed.
  for (const bad of ['postgres://ana@/fabrica', 'postgres://ana@/fabrica?host=servidor'])
    expect(() => url(bad)).toThrow(/DATABASE_URL/);
});

test('variables under our name that nobody reads are known, with the one that was meant', () => {
  const set = Object.fromEntries(
    [
      'PRODPLAN_TIMEZONE',
      'PRODPLAN_DATABASE_URL',
      'PRODPLAN_KEEPRUN',
      'PRODPLAN_COLOUR',
      'PRODPLAN_HOME',
    ].map((name) => [name, 'x']),
  );
  expect(unknownSettings({ ...set, PRODPLAN_TEST_SEED: '1', PATH: '/bin' })).toEqual([
    { name: 'PRODPLAN_COLOUR', like: null },
    { name: 'PRODPLAN_DATABASE_URL', like: 'DATABASE_URL' },
    { name: 'PRODPLAN_KEEPRUN', like: 'PRODPLAN_KEEP_RUNS' },
    { name: 'PRODPLAN_TIMEZONE', like: 'PRODPLAN_TIME_ZONE' },
  ]);
});

test('a certificate and its key go together', () => {
  const [PRODPLAN_TLS_CERT, PRODPLAN_TLS_KEY] = ['cert.pem', 'key.pem'];
  expect(readConfig({}).http.tls).toBeNull();
  expect(readConfig({ PRODPLAN_TLS_CERT, PRODPLAN_TLS_KEY }).http.tls).toEqual({
    cert: resolve('cert.pem'),
    key: resolve('key.pem'),
  });
  expect(() => readConfig({ PRODPLAN_TLS_CERT })).toThrow(/PRODPLAN_TLS_KEY falta/);
  expect(() => readConfig({ PRODPLAN_TLS_KEY })).toThrow(/PRODPLAN_TLS_CERT falta/);
});

test('the default home follows the system', () => {
  expect(defaultHome({ LOCALAPPDATA: 'L' }, 'win32')).toMatch(/^L.prodplan$/);
  expect(defaultHome({}, 'darwin')).toMatch(/Library.Application Support.prodplan$/);
  const linux = process.geteuid?.() === 0 ? '/var/lib/prodplan' : '/state/prodplan';
  expect(defaultHome({ XDG_STATE_HOME: '/state' }, 'linux')).toBe(linux);
});

test('a program that we start sees nothing of PG*', () => {
  expect(systemEnvironment({ PATH: '/bin', PGDATA: '/x', LANG: 'pt' })).toEqual({ PATH: '/bin' });
});

test('colours and redrawing', () => {
  const terminal = { isTTY: true };
  expect(terminalCapabilities(terminal, {})).toEqual({ colours: true, redraw: true });
  expect(terminalCapabilities(terminal, { NO_COLOR: '1', CI: 'true' })).toEqual({
    colours: false,
    redraw: false,
  });
  expect(terminalCapabilities({}, {})).toEqual({ colours: false, redraw: false });
  expect(terminalCapabilities({}, { FORCE_COLOR: '1' })).toEqual({ colours: true, redraw: false });
  expect(terminalCapabilities(terminal, { TERM: 'dumb' })).toEqual({ colours: false, redraw: false });
});

function catchError(work: () => unknown): Error {
  try {
    work();
  } catch (error) {
    return error as Error;
  }
  throw new Error('nothing was thrown');
}
