import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import type { Lane } from './test/support/global-setup.js';
import { LongestFirst } from './test/support/longest-first.js';

/** No test waits for these; they end one that hangs, also on a machine that others keep busy. */
const hang_limits = { testTimeout: 240_000, hookTimeout: 240_000 };

const where = (ending: string): string[] => [`{src,test,web/src}/**/*${ending}`];

/** A lane whose tests need a database: it has an embedded server, which the first test that asks for it starts. */
function withDatabase(lane: Lane, include: string[]) {
  return {
    extends: true as const,
    test: {
      name: lane,
      include,
      globalSetup: ['test/support/global-setup.ts'],
      provide: { lane },
      // A process reads the modules once for all files that it gets; what a file leaves behind it takes away itself.
      isolate: false,
      ...hang_limits,
    },
  };
}

export default defineConfig({
  test: {
    sequence: { sequencer: LongestFirst },
    // One more than the cores: the longest files mostly wait, for a lease to lapse or a process to die.
    maxWorkers: Math.min(availableParallelism(), 4) + 1,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // These keep nothing outside their own variables: one process reads the modules once for all of them.
          pool: 'threads',
          isolate: false,
          include: where('.test.ts'),
          exclude: ['long', 'db', 'matrix', 'slow'].flatMap((lane) => where(`.${lane}.test.ts`)),
          ...hang_limits,
        },
      },
      withDatabase('database', ['.long.test.ts', '.db.test.ts', '.matrix.test.ts'].flatMap(where)),
      withDatabase('servers', where('.matrix.test.ts')),
      withDatabase('slow', where('.slow.test.ts')),
    ],
  },
});
