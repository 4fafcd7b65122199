import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { describe, expect, it, onTestFinished } from 'vitest';
import { testDatabase } from '../support/database.js';
import { temporaryFolder } from '../support/dump.js';
import { freePort } from '../support/redis.js';

/** Ten seconds are promised; a test fails at five times that. */
const hangMs = 50_000;
/** npx alone may take minutes where others keep the machine busy. */
const startMs = 300_000;
const root = fileURLToPath(new URL('../..', import.meta.url));
const program = join(root, 'bin', 'prodplan.mjs');
const npm = spawnSync('npm', ['--version'], { encoding: 'utf8', shell: process.platform === 'win32' });
const isThere = npm.status === 0 && process.platform !== 'win32';
if (!isThere) console.log('npm is not installed, or this is Windows: what ends with npm is not tried.');

interface Place {
  readonly env: Readonly<Record<string, string>>;
  readonly port: number;
  lives(): Promise<boolean>;
}

async function newPlace(): Promise<Place> {
  const test = await testDatabase();
  onTestFinished(() => test.drop());
  const port = await freePort();
  const lives = async (): Promise<boolean> =>
    await fetch(`http://127.0.0.1:${port}/health/live`).then(
      (response) => response.ok,
      () => false,
    );
  // npm starts these tests, too.
  const own = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) && name !== 'REDIS_URL');
  const env = { DATABASE_URL: test.url, PRODPLAN_HOME: await temporaryFolder(), PRODPLAN_PORT: String(port) };
  return { env: { ...(Object.fromEntries(own) as Record<string, string>), ...env }, port, lives };
}

const commands = {
  serve: () => ['serve'],
  worker: ({ port }: Place) => ['worker', '--metrics-port', String(port)],
} as const;

/** In a group of its own, so that what it leaves behind can be ended whatever happens. */
function start(place: Place, command: string, args: readonly string[], cwd = root): ChildProcess {
  const child = spawn(command, args, { cwd, env: { ...place.env }, stdio: 'ignore', detached: true });
  onTestFinished(() => {
    try {
      process.kill(-child.pid!, 'SIGKILL');
    } catch {
      // Nothing of the group is left, as it should be.
    }
  });
  return child;
}

async function script(place: Place, line: string): Promise<ChildProcess> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'package.json'), JSON.stringify({ name: 'fora', scripts: { start: line } }));
  return start(place, 'npm', ['start'], folder);
}

describe.runIf(isThere).each(['serve', 'worker'] as const)('%s', (command) => {
  const ways = {
    npx: (place: Place) => start(place, 'npx', ['prodplan', ...commands[command](place)]),
    'npm start': (place: Place) =>
      script(place, `"${process.execPath}" "${program}" ${commands[command](place).join(' ')}`),
    'npm start, a shell in between': (place: Place) =>
      script(place, `true && "${process.execPath}" "${program}" ${commands[command](place).join(' ')}; true`),
  } as const;

  it.each(
    Object.keys(ways).flatMap((way) =>
      (['SIGTERM', 'SIGKILL'] as const).map((signal) => [way, signal] as const),
    ),
  )(
    'started by %s ends where that gets %s',
    async (way, signal) => {
      const place = await newPlace();
      const starter = await ways[way as keyof typeof ways](place);
      await expect.poll(place.lives, { timeout: startMs }).toBe(true);
      const began = performance.now();
      starter.kill(signal);
      await expect.poll(place.lives, { timeout: hangMs }).toBe(false);
      console.log(`${command}, ${way}, ${signal}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
    },
    300_000,
  );
});

describe.runIf(isThere)('what was not to end with its starter', () => {
  /** Some looks at the starter fit into this. */
  const looksMs = 3_000;

  async function outlives(place: Place, starter: ChildProcess): Promise<void> {
    await new Promise((resolve) =>
      starter.exitCode === null ? starter.once('exit', resolve) : resolve(null),
    );
    await expect.poll(place.lives, { timeout: startMs }).toBe(true);
    await sleep(looksMs);
    expect(await place.lives()).toBe(true);
  }

  it('goes on: plain node, whose shell has gone', async () => {
    const place = await newPlace();
    await outlives(
      place,
      start(place, 'sh', ['-c', `nohup "${process.execPath}" "${program}" serve & exit 0`]),
    );
  }, 600_000);

  it.runIf(process.platform === 'linux')(
    'goes on: a session of its own, whose npm has gone',
    async () => {
      const place = await newPlace();
      const pid = join(place.env.PRODPLAN_HOME!, 'pid');
      const line = `setsid "${process.execPath}" "${program}" serve > /dev/null 2>&1 & echo $! > "${pid}"`;
      onTestFinished(() => void spawnSync('sh', ['-c', `kill -9 $(cat "${pid}")`]));
      await outlives(place, await script(place, line));
    },
    300_000,
  );
});
