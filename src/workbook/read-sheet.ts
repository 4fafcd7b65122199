import { inSheet, WorkbookError } from './errors.js';
import type { WorkbookLimits } from './limits.js';
import { RowScanner } from './sheet/row-scanner.js';
import type { CellContext, RowView } from './sheet/row-view.js';
import type { Archive } from './zip/archive.js';

export interface SheetReadOptions {
  /** Called after each chunk; as long as its promise is open, no more than a few chunks are inflated ahead. */
  readonly betweenChunks?: () => Promise<void> | undefined;
  readonly signal?: AbortSignal;
}

export interface SheetTotals {
  /** Rows that held a cell. */
  readonly rows: number;
  readonly inflatedBytes: number;
}

export async function readSheet(
  archive: Archive,
  { name, path }: { readonly name: string; readonly path: string },
  context: CellContext,
  limits: WorkbookLimits,
  onRow: (row: RowView) => void,
  { betweenChunks, signal }: SheetReadOptions = {},
): Promise<SheetTotals> {
  const entry = archive.find(path);
  if (entry === undefined) throw new WorkbookError('NOT_A_WORKBOOK', `The workbook has no part ${path}.`);
  const scanner = new RowScanner(context, limits.rowBytes, onRow);
  try {
    for await (const chunk of archive.chunks(entry, limits.entryBytes, signal)) {
      scanner.push(chunk);
      const pause = betweenChunks?.();
      if (pause !== undefined) await unlessAborted(pause, signal);
    }
    scanner.end();
  } catch (error) {
    throw inSheet(name, path, scanner.place, error);
  }
  return { rows: scanner.rows, inflatedBytes: entry.inflatedBytes };
}

/** Waits for the consumer, but not longer than until it gives up. */
async function unlessAborted(pause: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  if (signal === undefined) return pause;
  let onAbort = () => {};
  const aborted = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort);
  });
  try {
    signal.throwIfAborted();
    await Promise.race([pause, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
