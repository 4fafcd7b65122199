import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Processor time that a process has had, in seconds, itself and without its children. */
export function cpuSeconds(pid: number): number {
  if (process.platform === 'linux') {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    // In hundredths: Linux tells every program so, whatever its kernel counts in.
    return (Number(fields[11]) + Number(fields[12])) / 100;
  }
  const { stdout } = spawnSync('ps', ['-o', 'cputime=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout
    .trim()
    .split(':')
    .reduce((sum, part) => sum * 60 + Number(part), 0);
}
