import type { Sheet } from '../contract/index.js';
import type { Clock } from '../intake/cells/index.js';
import type { Source } from '../intake/source/types.js';
import type { ExtractedSheet } from './extract/extract-sheet.js';
import { extractWorkbook } from './extract/extract-workbook.js';
import { CopySink } from './load/copy-sink.js';
import { DefectWriter, writeRowOffsets } from './load/side-tables.js';
import { createRunStaging } from './load/staging.js';
import { batch_rows } from './progress.js';
import type { RunContext, StagedSheet } from './run-context.js';

export interface Staged {
  readonly sheets: readonly StagedSheet[];
  readonly clock: Clock;
}

/** Extract and load in one pass: each block of CSV goes to its file and to COPY at the same time. */
export async function stageSource(
  context: RunContext,
  source: Source,
  workbookSha256: string,
  folder: string,
): Promise<Staged> {
  const { database, session, runId } = context;
  await createRunStaging(session, runId);
  const defects = new DefectWriter(database.pool, runId);
  const badColumns = new Map<Sheet, Set<string>>(source.sheets.map(({ sheet }) => [sheet, new Set()]));
  const copies = new Map<Sheet, Copy>();
  const shown = new Map<Sheet, number>(source.sheets.map(({ sheet }) => [sheet, 0]));
  const extracted = await extractWorkbook({
    source,
    workbookSha256,
    folder,
    signal: context.signal,
    openSink: async (sheet) => {
      const copy = await Copy.open(context, sheet);
      copies.set(sheet, copy);
      return copy;
    },
    onDefect: (sheet, defect) => {
      badColumns.get(sheet)!.add(defect.column);
      defects.add(sheet, defect);
    },
    room: () => defects.room(),
    onProgress: ({ sheet, rows, done }) => {
      const batch = Math.floor(rows / batch_rows);
      if (!done && batch === shown.get(sheet)) return;
      shown.set(sheet, batch);
      context.onProgress({ kind: 'rows', sheet: sheet.sheet, rows, done });
    },
  });
  await defects.finish();
  for (const one of extracted.sheets) await writeRowOffsets(session, runId, one.sheet, one.rowOffsets);
  const sheets = extracted.sheets.map((one) =>
    describe(one, copies.get(one.sheet)!, badColumns.get(one.sheet)!, extracted.seconds.get(one.sheet)!),
  );
  return { sheets, clock: extracted.clock };
}

function describe(
  one: ExtractedSheet,
  copy: Copy,
  badColumns: ReadonlySet<string>,
  extract_seconds: number,
): StagedSheet {
  return {
    sheet: one.sheet,
    rows: one.rows,
    stagedRows: copy.rows,
    sha256: one.sha256,
    csvBytes: one.csvBytes,
    gzipBytes: one.gzipBytes,
    badColumns,
    seconds: { extract: extract_seconds, load: copy.seconds },
  };
}

/** A COPY with its duration. */
class Copy {
  seconds = 0;
  readonly #sink: CopySink;
  readonly #started = performance.now();

  private constructor(sink: CopySink) {
    this.#sink = sink;
  }

  static async open({ session, runId }: RunContext, sheet: Sheet): Promise<Copy> {
    return new Copy(await CopySink.open(session, sheet, runId));
  }

  get rows(): number {
    return this.#sink.rows;
  }

  write(block: Buffer): Promise<void> {
    return this.#sink.write(block);
  }

  async finish(): Promise<void> {
    await this.#sink.finish();
    this.seconds = (performance.now() - this.#started) / 1000;
  }

  abandon(reason: unknown): Promise<void> {
    return this.#sink.abandon(reason);
  }
}
