import type { Identity } from '../source/identify.js';
import type { DriftFinding } from './findings.js';
import { findToInspect } from './open.js';

/** A difference from the contract that the names of sheets and columns show. */
export type HeaderDrift = Pick<DriftFinding, 'code' | 'sheet' | 'column' | 'detail'>;

/**
 * How the sheets and headers of a dump differ from the contract, all of them; no data are read. Empty where it cannot be
 * opened as workbooks: there is nothing to compare. `scratch`: a folder for what has to be unpacked first.
 */
export async function headerDrift(identity: Promise<Identity>, scratch: string): Promise<HeaderDrift[]> {
  const opened = await identity.then(({ openWorkbooks }) => openWorkbooks(scratch)).catch(() => null);
  if (opened === null) return [];
  try {
    const { drift } = await findToInspect(opened);
    return drift.map(({ code, sheet, column, detail }) => ({ code, sheet, column, detail }));
  } finally {
    await opened.close();
  }
}
