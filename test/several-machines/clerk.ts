import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { JobRecord, Posted } from '../../src/jobs/index.js';

const dist = new URL('../../dist/', import.meta.url);

/** A process of a machine that posts workbooks and lists jobs, as its API does: one line in, one line out. */
export class Clerk {
  static readonly program = `
    import { createInterface } from 'node:readline';
    import { withDatabase } from '${new URL('cli/with-database.js', dist).href}';
    import { Jobs, listJobs, postWorkbook } from '${new URL('jobs/index.js', dist).href}';
    await withDatabase(async (database) => {
      const jobs = await Jobs.open(database);
      for await (const line of createInterface({ input: process.stdin })) {
        const { path } = JSON.parse(line);
        const answer = path === undefined ? await listJobs(jobs, { limit: 500 }) : await postWorkbook(jobs, { path });
        console.log(JSON.stringify(answer));
      }
      await jobs.close();
    });`;

  readonly #child: ChildProcess;
  readonly #lines: AsyncIterator<string>;
  #complaints = '';

  constructor(child: ChildProcess) {
    this.#child = child;
    this.#lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
    child.stderr!.on('data', (chunk) => {
      this.#complaints += chunk;
    });
  }

  async post(path: string): Promise<Posted> {
    return (await this.#ask({ path })) as Posted;
  }

  async list(): Promise<JobRecord[]> {
    return (await this.#ask({})) as JobRecord[];
  }

  async end(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await ended;
  }

  async #ask(question: object): Promise<unknown> {
    this.#child.stdin!.write(`${JSON.stringify(question)}\n`);
    const { value, done } = await this.#lines.next();
    if (done) throw new Error(`it has ended: ${this.#complaints}`);
    return JSON.parse(value);
  }
}
