import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Finished } from '../support/cli.js';
import { Clerk } from './clerk.js';
import type { Network } from './network.js';

const program = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));

/** A machine with a disk of its own, which shares the database and perhaps a Redis with the others. */
export class Machine {
  readonly name: string;
  readonly #network: Network;
  readonly #env: Readonly<Record<string, string>>;
  readonly #home = mkdtempSync(join(tmpdir(), 'prodplan-machine-'));
  #worker: ChildProcess | null = null;
  #clerk: Clerk | null = null;
  #log = '';

  constructor(network: Network, name: string, env: Readonly<Record<string, string>>) {
    this.name = name;
    this.#network = network;
    this.#env = env;
  }

  /** What its workers wrote. */
  get log(): string {
    return this.#log;
  }

  get works(): boolean {
    return this.#worker !== null && this.#worker.exitCode === null && this.#worker.signalCode === null;
  }

  /** Runs a command of Prodplan to its end. */
  async run(...args: string[]): Promise<Finished> {
    const child = this.#spawn([program, ...args]);
    let [stdout, stderr] = ['', ''];
    child.stdout!.on('data', (chunk) => {
      stdout += chunk;
    });
    child.stderr!.on('data', (chunk) => {
      stderr += chunk;
    });
    const [exitCode] = (await once(child, 'close')) as [number | null];
    return { exitCode: exitCode ?? -1, stdout, stderr };
  }

  /** Posts workbooks and looks at jobs without a new process each time. One question at a time. */
  get clerk(): Clerk {
    this.#clerk ??= new Clerk(this.#spawn(['--input-type=module', '--eval', Clerk.program], 'pipe'));
    return this.#clerk;
  }

  startWorker(): void {
    if (this.works) return;
    this.#worker = this.#spawn([program, 'worker']);
    for (const stream of [this.#worker.stdout!, this.#worker.stderr!])
      stream.on('data', (chunk) => {
        this.#log += chunk;
      });
  }

  /** Not a word of farewell. */
  async killWorker(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async stopWorker(): Promise<void> {
    await this.#end('SIGTERM');
  }

  async remove(): Promise<void> {
    await this.killWorker();
    await this.#clerk?.end();
    rmSync(this.#home, { recursive: true, force: true });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    if (!this.works) return;
    const ended = once(this.#worker!, 'exit');
    this.#worker!.kill(signal);
    await ended;
  }

  #spawn(args: readonly string[], stdin: 'ignore' | 'pipe' = 'ignore'): ChildProcess {
    const [command, rest] = this.#network.on(this.name, [process.execPath, ...args]);
    return spawn(command, rest, {
      env: { PATH: process.env.PATH, NO_COLOR: '1', PRODPLAN_HOME: this.#home, ...this.#env },
      stdio: [stdin, 'pipe', 'pipe'],
    });
  }
}
