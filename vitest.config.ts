import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './test/support/longest-first.js';

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    // Gives a run its own embedded database server; it is started by the first test that asks for one.
    globalSetup: ['test/support/global-setup.ts'],
    // No test waits for these; they end one that hangs, also on a machine that others keep busy.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    sequence: { sequencer: LongestFirst },
    // One more than the cores: the longest files mostly wait, for a lease to lapse or a process to die.
    maxWorkers: Math.min(availableParallelism(), 4) + 1,
  },
});
