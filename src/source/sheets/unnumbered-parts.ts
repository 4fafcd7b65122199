import { contractFailure } from '../../platform/errors/contract.js';
import { nextPartName } from './sheet-name.js';
import type { Source } from './types.js';

/** Refuses a source that leaves out what may be further parts of its sheets, and says what to call them. */
export function refuseUnnumberedParts({ sheets, drift }: Pick<Source, 'sheets' | 'drift'>): void {
  const ahead = new Map<string, number>();
  const told = drift.flatMap(({ sheet: place, like }) => {
    const found = sheets.find(({ sheet }) => sheet.sheet === like);
    if (like === undefined || found === undefined) return [];
    ahead.set(like, (ahead.get(like) ?? 0) + 1);
    return [{ place, like, next: nextPartName(found.sheet, found.parts, ahead.get(like)) }];
  });
  if (told.length > 0) throw contractFailure('UNNUMBERED_PART', { sheets: told });
}
