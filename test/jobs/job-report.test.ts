import { describe, expect, it } from 'vitest';
import { jobText } from '../../src/cli/job-report.js';
import type { JobRecord } from '../../src/jobs/index.js';

function done(name: string, result: unknown): JobRecord {
  return {
    ...{ id: 'maintenance-1', name, state: 'completed', params: {}, progress: null, result, error: null },
    ...{ cancelling: false, starts: 1, worker: 'w', schedule: null, due_at: null },
    ...{ posted_at: '2024-01-01T00:00:00Z', started_at: null, finished_at: '2024-01-01T00:00:01Z' },
  };
}

describe('what a job did, for people', () => {
  it('names the tables that were repaired, also where there is none', () => {
    const told = jobText(done('refresh_aggregates', { status: 'finished', repaired: ['um', 'dois'] }));
    expect(told).toContain('repaired: um, dois');
    expect(jobText(done('refresh_aggregates', { repaired: [] }))).toContain('repaired: -');
  });

  it('lists the orphans', () => {
    const orphans = [{ entity: 'tabela.coluna', values: 2, rows: 7 }];
    const told = jobText(done('reconcile_orphans', { status: 'finished', orphans }));
    expect(told).toContain('entity tabela.coluna, values 2, rows 7');
  });
});
