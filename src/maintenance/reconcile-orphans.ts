import type pg from 'pg';
import { type IssueChanges, raiseDataVersion, recheckIssues } from '../evidence/index.js';
import { readPublishedState } from './published-state.js';
import { openSession, takeSlot } from './slot.js';
import type { MaintenanceOptions } from './types.js';

/** Rows of core that name something which no sheet lists, by reference. */
export interface OrphanCount {
  /** `table.column` */
  readonly entity: string;
  readonly values: number;
  readonly rows: number;
}

export interface OrphansResult extends IssueChanges {
  readonly status: 'finished' | 'stopped' | 'empty';
  readonly orphans: readonly OrphanCount[];
  /** Null where no issue changed. */
  readonly data_version: number | null;
}

const nothing = { closed: 0, changed: 0, opened: 0, orphans: [], data_version: null };

/**
 * Job `reconcile_orphans`: looks again which rows name something that does not exist, closes the issues of those that
 * have found it and opens those that are missing. Keys stay as the file wrote them: none is ever guessed.
 */
export async function reconcileOrphans(options: MaintenanceOptions): Promise<OrphansResult> {
  const session = await openSession(options, 'reconcile_orphans');
  try {
    const slot = await takeSlot(options, session, () => recheck(session));
    return slot.done ? slot.value : { status: 'stopped', ...nothing };
  } finally {
    await session.end().catch(() => {});
  }
}

async function recheck(session: pg.Client): Promise<OrphansResult> {
  const state = await readPublishedState(session);
  if (state === null) return { status: 'empty', ...nothing };
  const changes = await recheckIssues(session, state.runId, 'ORPHAN');
  const { rows: orphans } = await session.query<OrphanCount>(
    `SELECT entity, count(*)::int AS values, sum(rows)::int AS rows FROM issue_spans
     WHERE type = 'ORPHAN' AND resolved_run_id IS NULL GROUP BY entity ORDER BY entity COLLATE "C"`,
  );
  const any = changes.closed + changes.changed + changes.opened > 0;
  return {
    status: 'finished',
    ...changes,
    orphans,
    data_version: any ? await raiseDataVersion(session) : null,
  };
}
