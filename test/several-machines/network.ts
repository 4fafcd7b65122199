import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * A network of pretended machines on this one: a network namespace each, joined by a bridge in a namespace of its own,
 * where the servers listen. Nothing of it can be reached from outside this computer.
 */
export interface Network {
  /** Where the servers listen; the test reaches them there as well. */
  readonly serverAddress: string;
  readonly machines: readonly string[];
  /** The command that runs another one on a machine, under its host name; its process is the one that is started. */
  on(machine: string | 'server', command: readonly string[]): readonly [string, readonly string[]];
  /** Pulls the plug: nothing arrives any more, and nobody is told. */
  cut(machine: string): Promise<void>;
  mend(machine: string): Promise<void>;
  remove(): Promise<void>;
}

/** Why there can be none here; null: there can. */
export function whyNoNetwork(): string | null {
  if (process.platform !== 'linux') return 'network namespaces are a thing of Linux';
  if (process.geteuid?.() !== 0) return 'network namespaces need root';
  const name = `prodplan-${process.pid}-try`;
  try {
    execFileSync('unshare', ['--uts', 'true'], { stdio: 'pipe' });
    execFileSync('ip', ['netns', 'add', name], { stdio: 'pipe' });
    execFileSync('ip', ['netns', 'exec', name, 'true'], { stdio: 'pipe' });
    execFileSync(
      'ip',
      ['link', 'add', `pt${process.pid}`, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', name],
      {
        stdio: 'pipe',
      },
    );
    return null;
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    return code === 'ENOENT' ? 'iproute2 or unshare is not installed' : `not allowed here: ${message.trim()}`;
  } finally {
    try {
      execFileSync('ip', ['netns', 'del', name], { stdio: 'pipe' });
    } catch {
      // It was never there.
    }
  }
}

export async function makeNetwork(machines: readonly string[]): Promise<Network> {
  const prefix = `prodplan-${process.pid}`;
  const space = (machine: string): string => `${prefix}-${machine}`;
  // 198.18.0.0/15 is set apart for tests like this one.
  const net = `198.18.${process.pid % 256}`;
  const ip = async (...args: string[]): Promise<void> => {
    await run('ip', args);
  };
  const remove = async (): Promise<void> => {
    for (const name of ['server', ...machines]) await ip('netns', 'del', space(name)).catch(() => {});
  };
  try {
    await ip('netns', 'add', space('server'));
    const inServer = (...args: string[]): Promise<void> => ip('-n', space('server'), ...args);
    await inServer('link', 'set', 'lo', 'up');
    await inServer('link', 'add', 'lan', 'type', 'bridge');
    await inServer('address', 'add', `${net}.1/24`, 'dev', 'lan');
    await inServer('link', 'set', 'lan', 'up');
    const plug = async (port: string): Promise<void> => {
      await inServer('link', 'set', port, 'master', 'lan');
      await inServer('link', 'set', port, 'up');
    };
    const ours = `pp${process.pid}`;
    await ip('link', 'add', ours, 'type', 'veth', 'peer', 'name', 'test', 'netns', space('server'));
    await ip('address', 'add', `${net}.254/24`, 'dev', ours);
    await ip('link', 'set', ours, 'up');
    await plug('test');
    for (const [n, machine] of machines.entries()) {
      const inMachine = (...args: string[]): Promise<void> => ip('-n', space(machine), ...args);
      await ip('netns', 'add', space(machine));
      await inServer('link', 'add', machine, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', space(machine));
      await inMachine('link', 'set', 'lo', 'up');
      await inMachine('address', 'add', `${net}.${n + 11}/24`, 'dev', 'eth0');
      await inMachine('link', 'set', 'eth0', 'up');
      await plug(machine);
    }
    return {
      serverAddress: `${net}.1`,
      machines,
      on: (machine, command) => [
        'ip',
        [
          ...['netns', 'exec', space(machine), 'unshare', '--uts'],
          ...['sh', '-c', 'hostname "$0" && exec "$@"', machine, ...command],
        ],
      ],
      cut: (machine) => inServer('link', 'set', machine, 'down'),
      mend: (machine) => inServer('link', 'set', machine, 'up'),
      remove,
    };
  } catch (error) {
    await remove();
    throw error;
  }
}
