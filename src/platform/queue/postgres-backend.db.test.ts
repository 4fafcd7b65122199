import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { compile, runCode } from '../../../test/support/child-process.js';
import { testDatabase } from '../../../test/support/database.js';

/**
 * Why postgres-backend.ts is there. Every fault is shown on the library as it comes as well: a test of the bare library
 * that fails after an upgrade says that the library has been mended, and that the adapter's part of it can go.
 */
const libraries = [{ library: 'bare' }, { library: 'ours' }] as const;
type Library = (typeof libraries)[number]['library'];

let compiled: string;

beforeAll(() => {
  compiled = compile('src/platform');
});
afterAll(() => rmSync(compiled, { recursive: true }));

interface Place {
  readonly url: string;
  /** Another database of the server: from within itself none can be closed. */
  readonly beside: string;
}

async function newPlace(): Promise<Place> {
  const [one, beside] = [await testDatabase(), await testDatabase()];
  onTestFinished(async () => {
    await beside.database.pool.query(allowing(one.url, true));
    await one.drop();
    await beside.drop();
  });
  return { url: one.url, beside: beside.url };
}

/** Who comes anew is refused with an error that is not ECONNREFUSED. */
function allowing(url: string, isAllowed: boolean): string {
  return `ALTER DATABASE ${new URL(url).pathname.slice(1)} ALLOW_CONNECTIONS ${isAllowed}`;
}

/** Runs code that is given `newQueue()` and `newWorker(process)` of either library; what it printed, and how it ended. */
async function run(library: Library, place: Place, code: string): Promise<string[]> {
  const running = runCode(compiled, prelude(library, place) + code);
  onTestFinished(() => void running.child.kill('SIGKILL'));
  const { status, output } = await running.ended;
  return [...output.trim().split('\n'), `exit ${status}`];
}

function prelude(library: Library, { url, beside }: Place): string {
  const factory =
    library === 'bare'
      ? `createPostgresBackend, connection = { connectionString: ${JSON.stringify(url)}, schema: 'fila', migrate: true }`
      : `backend.factory, connection = {}`;
  return `
    import { writeSync } from 'node:fs';
    import { setTimeout as sleep } from 'node:timers/promises';
    import { Worker as Thread } from 'node:worker_threads';
    import { createPostgresBackend, Queue, Worker } from 'bullmq';
    import pg from 'pg';
    import { queueBackend } from './src/platform/queue/index.js';
    const backend = await queueBackend({ url: ${JSON.stringify(url)}, origin: 'external', redis: null });
    const factory = ${factory};
    const heard = (one) => one.on('error', () => {});
    const newQueue = () => heard(new Queue('prova', { connection }, factory));
    const newWorker = (process) => heard(new Worker('prova', process, { connection, runRetryDelay: 500 }, factory));
    const tell = (text) => writeSync(1, text + '\\n');
    const allow = async (isAllowed) => {
      const client = new pg.Client({ connectionString: ${JSON.stringify(beside)} });
      await client.connect();
      await client.query(isAllowed ? ${JSON.stringify(allowing(url, true))} : ${JSON.stringify(allowing(url, false))});
      await client.end();
    };
  `;
}

describe.each(libraries)('$library', ({ library }) => {
  const isOurs = library === 'ours';

  it('a queue whose first connection was refused answers once it can', async () => {
    const told = await run(
      library,
      await newPlace(),
      `
      await allow(false);
      const queue = newQueue();
      const ask = () => queue.getJobCounts().then(() => 'answers', () => 'refuses');
      tell(await ask());
      await allow(true);
      tell(await ask());
      process.exit(0);`,
    );
    expect(told).toEqual(['refuses', isOurs ? 'answers' : 'refuses', 'exit 0']);
  });

  it('a worker that cannot fetch its next job leaves the process its time', async () => {
    const told = await run(
      library,
      await newPlace(),
      `
      await allow(false);
      // A thread looks on: where the library spins, nothing else of this process has its turn.
      const ticks = new Int32Array(new SharedArrayBuffer(4));
      const before = process.cpuUsage();
      setInterval(() => Atomics.add(ticks, 0, 1), 50);
      new Thread(\`
        const { workerData: { ticks, before } } = require('node:worker_threads');
        const { writeSync } = require('node:fs');
        setInterval(() => {
          const { user, system } = process.cpuUsage(before);
          const busyMs = (user + system) / 1000;
          const isDeaf = busyMs > 3000;
          if (!isDeaf && Atomics.load(ticks, 0) < 40) return;
          writeSync(1, (isDeaf ? 'deaf' : busyMs < 1000 ? 'idle' : 'busy ' + busyMs) + '\\\\n');
          process.kill(process.pid, 'SIGKILL');
        }, 20);
      \`, { eval: true, execArgv: [], workerData: { ticks, before } });
      newWorker(async () => {});
      await sleep(120_000);`,
    );
    expect(told[0]).toBe(isOurs ? 'idle' : 'deaf');
  });

  it('a connection that dies while its worker is closed does not end the process', async () => {
    const told = await run(
      library,
      await newPlace(),
      `
      const worker = newWorker(async () => {});
      const queue = newQueue();
      const listening = "SELECT FROM pg_stat_activity WHERE datname = current_database() AND state = 'idle' AND query LIKE '%LISTEN%'";
      await worker.waitUntilReady();
      while ((await worker.getBackend().connection.pool.query(listening)).rowCount === 0) await sleep(20);
      // The server goes down at this very moment.
      const end = pg.Client.prototype.end;
      pg.Client.prototype.end = function (...args) {
        setImmediate(() => this.emit('error', new Error('gone')));
        return end.apply(this, args);
      };
      await worker.close();
      await queue.close();
      await backend.close();
      tell('closed');
      process.exit(0);`,
    );
    expect(told.includes('closed')).toBe(isOurs);
    expect(told.at(-1)).toBe(isOurs ? 'exit 0' : 'exit 1');
  });
});
