import type { Workbook } from '../../workbook/index.js';

/** A workbook of a dump that is still to be opened. */
export interface DumpFile {
  /** What it is called in reports: unlike that of every other one. */
  readonly name: string;
  readonly sha256: string;
  /** `scratch`: a folder for what has to be unpacked first. */
  open(scratch: string): Promise<Workbook>;
}

export interface OpenedDump {
  readonly workbooks: readonly { readonly workbook: Workbook; readonly file: DumpFile }[];
  readonly close: () => Promise<void>;
}

/** Opens all of them, or none. */
export async function openAll(files: readonly DumpFile[], scratch: string): Promise<OpenedDump> {
  const workbooks: { workbook: Workbook; file: DumpFile }[] = [];
  const close = async (): Promise<void> => {
    for (const { workbook } of workbooks) await workbook.close();
  };
  try {
    for (const file of files) {
      workbooks.push({ workbook: await file.open(scratch), file });
    }
    return { workbooks, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** The latest moment, W3CDTF, at which a workbook of the dump says that it was saved; null where none says. */
export function latestModified({ workbooks }: OpenedDump): string | null {
  const given = workbooks.flatMap(({ workbook }) => workbook.modified ?? []);
  // What is no moment counts only where there is no other.
  const time = (moment: string): number => Date.parse(moment) || Number.NEGATIVE_INFINITY;
  return given.toSorted((a, b) => time(b) - time(a))[0] ?? null;
}
