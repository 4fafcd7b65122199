import { userInfo } from 'node:os';
import type pg from 'pg';
import { recountTexts } from '../aggregates/index.js';
import { type LineClass, textKeyOf } from '../contract/factory/index.js';
import { nothingPublished, raiseDataVersion, remeasureGates } from '../evidence/index.js';
import { questionFailure } from '../platform/errors/question.js';
import { readPublishedState } from './published-state.js';
import { openSession, takeSlot } from './slot.js';
import type { MaintenanceOptions } from './types.js';

export interface Classified {
  readonly status: 'finished' | 'stopped';
  /** The texts as the file writes them: all that differ only in case, accents and punctuation. */
  readonly texts: readonly string[];
  /** Error lines with such a text. */
  readonly lines: number;
  readonly before: LineClass | null;
  readonly after: LineClass | null;
  /** Null where nothing that is served has changed. */
  readonly data_version: number | null;
}

export interface Decision {
  readonly text: string;
  /** Null: given back to the rules. */
  readonly as: LineClass | null;
  /** Who decides; by default the account at this machine. */
  readonly by?: string | undefined;
}

/**
 * Decides the class of a text in place of the rules, and counts anew what rests on its lines, under a new data version.
 * Throws `DEFECT_TEXT_UNKNOWN` where no error line of the published file has the text, `NOTHING_PUBLISHED` without one.
 */
export async function classifyText(options: MaintenanceOptions, decision: Decision): Promise<Classified> {
  const session = await openSession(options, 'classify_defects');
  try {
    const slot = await takeSlot(options, session, () => decide(session, decision));
    const nothing = { texts: [], lines: 0, before: null, after: null, data_version: null };
    return slot.done ? slot.value : { status: 'stopped', ...nothing };
  } finally {
    await session.end().catch(() => {});
  }
}

async function decide(session: pg.Client, { text, as, by }: Decision): Promise<Classified> {
  const state = await readPublishedState(session);
  if (state === null) throw nothingPublished();
  const key = textKeyOf(text);
  const before = await readTexts(session, key);
  if (before.length === 0) throw questionFailure('DEFECT_TEXT_UNKNOWN', { text: text });
  await session.query('INSERT INTO error_text_class (key, text, class, decided_by) VALUES ($1, $2, $3, $4)', [
    key,
    before[0]!.descricao,
    as,
    by ?? userInfo().username,
  ]);
  await recountTexts(session, state, [key]);
  await remeasureGates(session, state.runId, ['ofch_descricao_erro']);
  const after = await readTexts(session, key);
  return {
    status: 'finished',
    texts: before.map((one) => one.descricao),
    lines: before.reduce((sum, one) => sum + one.rows, 0),
    before: before[0]!.class,
    after: after[0]!.class,
    data_version: await raiseDataVersion(session),
  };
}

interface Text {
  readonly descricao: string;
  readonly class: LineClass;
  readonly rows: number;
}

async function readTexts(session: pg.Client, key: string): Promise<Text[]> {
  const { rows } = await session.query<Text>(
    `SELECT d.descricao, d.class, sum(e.errors)::int AS rows FROM agg_error_text d JOIN agg_error_day e USING (descricao_id)
     WHERE d.key = $1 GROUP BY d.descricao, d.class ORDER BY rows DESC, d.descricao`,
    [key],
  );
  return rows;
}
