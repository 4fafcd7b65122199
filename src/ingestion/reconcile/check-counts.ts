import { contractFailure } from '../../platform/errors/contract.js';

/** What each side counted of one sheet. */
export interface SheetCounts {
  readonly sheet: string;
  /** Data rows that the reader saw. */
  readonly rows: number;
  /** Rows that the database took into staging. */
  readonly staged: number;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly duplicates: number;
  readonly rejected: number;
  readonly gone: number;
  readonly kept: number;
  readonly coreBefore: number;
  readonly coreAfter: number;
}

/**
 * Invariant 1: every row of the file is accounted for, to the row, and core holds what the counts say. Returns what
 * does not add up, in words; nothing where all is well.
 */
export function imbalances(counts: SheetCounts): string[] {
  const accepted = counts.inserted + counts.updated + counts.unchanged;
  const checks: [boolean, string][] = [
    [counts.staged === counts.rows, `lidas ${counts.rows} linhas, carregadas ${counts.staged}`],
    [
      accepted + counts.duplicates + counts.rejected === counts.rows,
      `${counts.rows} linhas ≠ ${counts.inserted} novas + ${counts.updated} alteradas + ${counts.unchanged} iguais + ` +
        `${counts.duplicates} repetidas + ${counts.rejected} rejeitadas`,
    ],
    [
      counts.coreBefore + counts.inserted - counts.gone === counts.coreAfter,
      `a tabela tinha ${counts.coreBefore} linhas, +${counts.inserted} −${counts.gone}, e tem ${counts.coreAfter}`,
    ],
    [
      accepted + counts.kept === counts.coreAfter,
      `aceites ${accepted} + mantidas ${counts.kept} ≠ ${counts.coreAfter} na tabela`,
    ],
    [
      Object.values(counts).every((value) => typeof value === 'string' || value >= 0),
      'uma das contagens é negativa',
    ],
  ];
  return checks.filter(([holds]) => !holds).map(([, words]) => `${counts.sheet}: ${words}`);
}

/** Throws `RECONCILIATION_FAILED` where any sheet does not add up; then nothing is published. */
export function mustReconcile(sheets: readonly SheetCounts[]): void {
  const wrong = sheets.flatMap(imbalances);
  if (wrong.length === 0) return;
  throw contractFailure('RECONCILIATION_FAILED', { wrong });
}
