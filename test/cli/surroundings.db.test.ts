import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { sharedPlant } from '../ingest/bad-input-support.js';
import { prodplan } from '../support/cli.js';
import { temporaryFolder } from '../support/dump.js';
import { canStartRedis, ownRedis } from '../support/redis.js';

const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const plant = sharedPlant();

it.skipIf(!canStartRedis)(
  'a database number that Redis does not have is refused, and not another one used',
  async () => {
    const { url } = await ownRedis();
    const asked = (number: number) =>
      prodplan(['jobs', 'list'], { ...plant().env, REDIS_URL: `${url}/${number}` });
    expect((await asked(3)).exitCode).toBe(0);
    const { exitCode, stderr } = await asked(99);
    expect([exitCode, stderr]).toEqual([
      2,
      expect.stringMatching(/não tem a base de dados número 99.*REDIS_NO_SUCH_DATABASE/),
    ]);
  },
);

it('a variable that nobody reads is told with the one that was meant, and the command goes on', async () => {
  const told = await prodplan(['runs', '--json'], { ...plant().env, PRODPLAN_TIMEZONE: 'Asia/Tokyo' });
  expect([told.exitCode, JSON.parse(told.stdout).length]).toEqual([0, 1]);
  expect(told.stderr).toBe(
    'Atenção: PRODPLAN_TIMEZONE não é uma variável do Prodplan e não conta. Será PRODPLAN_TIME_ZONE?\n',
  );
});

it('db status tells which database the commands use', async () => {
  const { hostname, port, pathname, username } = new URL(plant().url);
  const name = pathname.slice(1);
  const server = await prodplan(['db', 'status'], plant().env);
  expect(server.stdout).toContain(
    `«${name}» de ${hostname}:${port}/${name}, como utilizador ${username} (DATABASE_URL)`,
  );
  const asJson = await prodplan(['db', 'status', '--json'], plant().env);
  expect(JSON.parse(asJson.stdout)).toMatchObject({ origin: 'external', database: name, user: username });
  const home = await temporaryFolder();
  const embedded = await prodplan(['db', 'status'], { PRODPLAN_HOME: home });
  expect(embedded.stdout).toContain(`embutida da pasta ${home} (PRODPLAN_HOME)`);
});

it.skipIf(process.platform === 'win32')('a socket that is named as libpq names it is used', async () => {
  const folder = await temporaryFolder();
  const { hostname, port, pathname, username, password } = new URL(plant().url);
  // The server of the tests listens at a port only: what comes by the socket is handed on.
  const door = createServer((socket) => {
    const server = connect(Number(port), hostname);
    socket.on('error', () => server.destroy()).pipe(server);
    server.on('error', () => socket.destroy()).pipe(socket);
  }).listen(join(folder, '.s.PGSQL.5499'));
  await once(door, 'listening');
  onTestFinished(() => void door.close());
  const DATABASE_URL = `postgres://${username}:${password}@${pathname}?host=${folder}&port=5499`;
  const found = await prodplan(['runs', '--json'], { ...plant().env, DATABASE_URL });
  expect([found.exitCode, found.stderr]).toEqual([0, '']);
  expect(JSON.parse(found.stdout)).toHaveLength(1);
});

it("times are told in the factory's zone, and in UTC to programs", async () => {
  const env = { ...plant().env, PRODPLAN_TIME_ZONE: 'Asia/Tokyo' };
  const asJson = await prodplan(['runs', '--json'], env);
  const { started_at } = JSON.parse(asJson.stdout)[0] as { started_at: string };
  const inTokyo = new Date(Date.parse(`${started_at}Z`) + 9 * 3_600_000).toISOString().slice(0, 19);
  for (const words of [['runs'], ['runs', '1']])
    expect((await prodplan(words, env)).stdout).toContain(inTokyo.replace('T', ' '));
});

it('serve tells what others have to write, and advises the key that opens there', async () => {
  const { text, url } = await serve({ ...plant().env, PRODPLAN_PORT: '0', PRODPLAN_HOST: '0.0.0.0' });
  const port = new URL(url).port;
  expect(text).toMatch(new RegExp(`Nas outras máquinas: http://[\\d.]+:${port}`));
  expect(text.split('Nas outras máquinas')[1]).not.toMatch(/127\.0\.0\.1|0\.0\.0\.0/);
  const refused = await fetch(`http://127.0.0.1:${port}/api/services`);
  expect(refused.status).toBe(401);
  const advice = await refused.text();
  expect(advice).toContain('prodplan keys create --role reader');
  expect(advice).not.toContain('keys token');
});

async function serve(env: Readonly<Record<string, string>>): Promise<{ url: string; text: string }> {
  const { REDIS_URL: _, ...inherited } = process.env;
  const child: ChildProcess = spawn(process.execPath, [program, 'serve', '--no-worker'], {
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  let text = '';
  for await (const chunk of child.stdout!) {
    text += String(chunk);
    const url = /http:\/\/[\d.]+:\d+/.exec(text)?.[0];
    if (url !== undefined && /Nas outras.*\n/.test(text)) return { url, text };
  }
  throw new Error(`serve ended: ${text}`);
}
