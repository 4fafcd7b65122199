import pc from 'picocolors';
import { wordOf } from '../../http/exports/columns/codes.js';
import type { Language } from '../../platform/errors/kinds.js';
import { groupDigits } from '../../platform/numbers.js';
import type { Reply } from '../../services/index.js';
import { momentShown, plainText } from './cells.js';
import { wrapped } from './fit.js';
import { wordsIn } from './words.js';

export interface EvidenceShown {
  readonly reply: Pick<Reply, 'status' | 'support'> & {
    readonly reason?: string;
    readonly suggestion?: string;
  };
  /** The name of the published file. */
  readonly file: string;
  readonly language: Language;
  readonly width: number;
}

const paint = { SUPPORTED: pc.green, DEGRADED: pc.yellow, NOT_SUPPORTED_BY_DATA: pc.red } as const;

/** What an answer rests on: its state, the rows, the run and its moment; and why it is no better. */
export function evidenceLine({ reply, file, language, width }: EvidenceShown): string {
  const { support, status, reason, suggestion } = reply;
  const w = wordsIn(language);
  const state = String(wordOf('state', status, language));
  const parts = [
    state,
    w.used(groupDigits(support.rows_used, language), support.rows_used),
    leftOut(support.rows_excluded, language),
    `${w.run} ${support.run_id} (${plainText(file)})`,
    `${w.moment} ${momentShown(support.as_of)}`,
    ...(support.window === undefined ? [] : [w.window(support.window.from, support.window.to)]),
  ];
  const [first, ...rest] = wrapped(parts.join(' · '), width);
  return [
    first!.replace(state, () => paint[status](state)),
    ...rest,
    ...(reason === undefined ? [] : wrapped(`${w.why}: ${reason}`, width)),
    ...(suggestion === undefined ? [] : wrapped(`${w.suggestion}: ${suggestion}`, width)),
  ].join('\n');
}

function leftOut(excluded: Reply['support']['rows_excluded'], language: Language): string {
  const w = wordsIn(language);
  const some = excluded.filter(({ rows }) => rows > 0);
  if (some.length === 0) return w.noneLeftOut;
  const all = some.reduce((sum, { rows }) => sum + rows, 0);
  const reasons = some.map(({ reason, rows }) => `${reason}: ${groupDigits(rows, language)}`);
  return `${w.leftOut(groupDigits(all, language))} (${reasons.join('; ')})`;
}
