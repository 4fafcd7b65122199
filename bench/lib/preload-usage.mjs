// Loaded by `node --import` into every measured Node process: says at its end what the system counted for it.
import { readFileSync, writeFileSync } from 'node:fs';

const target = process.env.BENCH_USAGE_FILE;

if (target) {
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    writeFileSync(target, JSON.stringify({ cpuUs: userCPUTime + systemCPUTime, peakKb: peakKb() ?? maxRSS }));
  });
}

/** Linux counts into maxRSS what the parent held before the exec; VmHWM is this program's alone. */
function peakKb() {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]);
  } catch {
    return null;
  }
}
