import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * The files that take longest begin first, so that none of them runs on alone at the end. A clean checkout knows no
 * durations: the longest are named here, longest first; of the others the larger file is the better guess.
 */
const longest = [
  'test/servers/outages.slow.test.ts',
  'test/several-machines/several-machines.slow.test.ts',
  'src/platform/queue/queue.slow.test.ts',
  'test/maintenance/backup.matrix.test.ts',
  'test/servers/hostile-settings.slow.test.ts',
  'test/evidence/losses/losses.slow.test.ts',
  'test/jobs/worker.slow.test.ts',
  'test/locks/redis-lock.slow.test.ts',
  'test/ingest/bad-input-interruption.slow.test.ts',
  'test/maintenance/backfill-interruption.slow.test.ts',
  'test/aggregates/aggregates.matrix.test.ts',
  'test/ingest/bad-input-files.db.test.ts',
  'test/evidence/real-workbooks.slow.test.ts',
  'test/evidence/evidence.matrix.test.ts',
  'test/ingest/bad-input-rows.db.test.ts',
  'test/ingest/invariants.matrix.test.ts',
  'src/platform/postgres/embedded.slow.test.ts',
];

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ moduleId }: TestSpecification): number => {
      const found = longest.findIndex((name) => moduleId.endsWith(`/${name}`));
      return found === -1 ? longest.length : found;
    };
    const others = await super.sort(files);
    return others.sort((a, b) => place(a) - place(b));
  }
}
