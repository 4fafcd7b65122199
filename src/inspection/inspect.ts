import { type Sheet, sheets } from '../contract/index.js';
import { mayNamePeople } from '../contract/people.js';
import { contractVersion } from '../contract/version.js';
import { type AsOf, decideAsOf } from '../intake/as-of.js';
import { placeOf } from '../intake/source/header-row.js';
import { asInputError } from '../intake/source/read-errors.js';
import { RowOrder } from '../intake/source/row-order.js';
import { ProdplanError } from '../platform/errors.js';
import { DayCounts } from './count/day-counts.js';
import { SheetCounter } from './count/sheet-counter.js';
import type { DateOrderFacts, Drift, Inspection, Profile, SheetProfile, WorkbookFacts } from './findings.js';
import { type FoundSheet, type FoundWorkbook, openToInspect } from './open.js';
import { profileColumn } from './profile/column.js';
import { driftOf } from './profile/drift.js';
import { Mask } from './profile/mask.js';
import { missingDateOrder } from './relate/date-order.js';
import { DetectionOrder } from './relate/detection-order.js';
import { relateSheets } from './relate/references.js';

export interface InspectOptions {
  /** An .xlsx file. */
  readonly path: string;
  readonly workbookSha256: string;
  /** `--as-of`, as a moment; null where it is to be found out. */
  readonly asOf: string | null;
  readonly timeZone: string;
  readonly onProgress?: ((progress: { sheet: Sheet; rows: number; done: boolean }) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Counts everything there is to say about a workbook, in one pass over each sheet of the contract. */
export async function inspect(options: InspectOptions): Promise<Inspection> {
  const found = await openToInspect(options.path);
  try {
    const counters = new Map<string, SheetCounter>();
    const detection = new DetectionOrder();
    for (const sheet of found.sheets)
      counters.set(sheet.sheet.table, await countSheet(found, sheet, detection, options));
    return describe(found, counters, detection, options);
  } finally {
    await found.workbook.close();
  }
}

/** A sheet in which dates were taken for what they are not is counted a second time: that is rare, and seen at its end. */
async function countSheet(
  workbook: FoundWorkbook,
  found: FoundSheet,
  detection: DetectionOrder,
  options: InspectOptions,
): Promise<SheetCounter> {
  const counter = await countOnce(workbook, found, detection, options, new Set());
  const { refusedDates } = counter;
  return refusedDates.size === 0
    ? counter
    : await countOnce(workbook, found, detection, options, refusedDates);
}

async function countOnce(
  { workbook }: FoundWorkbook,
  found: FoundSheet,
  detection: DetectionOrder,
  { onProgress, signal }: InspectOptions,
  refusedDates: ReadonlySet<string>,
): Promise<SheetCounter> {
  const counter = new SheetCounter(found, workbook.sharedStrings, workbook.date1904, refusedDates);
  const watch = detection.watch(counter);
  const place = placeOf(workbook, found.ref);
  const order = new RowOrder(place);
  await asInputError(place, () =>
    workbook.readSheet(
      found.ref,
      (row) => {
        order.check(row.rowNumber);
        if (row.rowNumber > found.headerRow && counter.count(row)) watch?.(row.rowNumber);
      },
      {
        betweenChunks: () => {
          onProgress?.({ sheet: found.sheet, rows: counter.rows, done: false });
          return undefined;
        },
        ...(signal ? { signal } : {}),
      },
    ),
  );
  counter.finish();
  onProgress?.({ sheet: found.sheet, rows: counter.rows, done: true });
  return counter;
}

function describe(
  found: FoundWorkbook,
  counters: ReadonlyMap<string, SheetCounter>,
  detection: DetectionOrder,
  options: InspectOptions,
): Inspection {
  const asOf = momentOf(found, counters, options);
  const mask = new Mask(personalTexts(counters));
  const profiles = [...counters.values()].map((counter) => profileSheet(counter, mask, asOf));
  const workbook: WorkbookFacts = {
    name: found.name,
    size_bytes: found.workbook.sizeBytes,
    sha256: options.workbookSha256,
    modified: found.workbook.modified,
  };
  const profile: Profile = {
    format: 'prodplan-profile-1',
    workbook,
    contract_version: contractVersion,
    as_of: asOf?.moment ?? null,
    as_of_origin: asOf?.origin ?? null,
    sheets: profiles,
    drift: [
      ...found.drift.map((one) => maskedDrift(one, mask)),
      ...profiles.flatMap(driftOf),
      ...[...counters.values()].flatMap(assumedDates),
    ],
  };
  return {
    profile,
    relationships: {
      format: 'prodplan-relationships-1',
      workbook_sha256: options.workbookSha256,
      as_of: profile.as_of,
      references: relateSheets(counters),
      date_order: [...dateOrders(counters), detection.facts()],
    },
  };
}

function assumedDates({ found, assumedDates: columns }: SheetCounter): Drift[] {
  const nothing = { cells: null, share: null, detail: null };
  return columns.map((column) => ({
    code: 'DATE_ORDER_ASSUMED',
    sheet: found.sheet.sheet,
    column,
    ...nothing,
  }));
}

/** A sheet or a header that the contract does not know is named by whoever made the file. */
function maskedDrift(drift: Drift, mask: Mask): Drift {
  const hidden = '(oculto)';
  return {
    ...drift,
    sheet: mask.show(drift.sheet) ?? hidden,
    column: drift.column === null ? null : (mask.show(drift.column) ?? hidden),
  };
}

/** The dump's moment, by the rule of `ingest`; null where nothing says it, for a look needs no clock. */
function momentOf(
  { workbook }: FoundWorkbook,
  counters: ReadonlyMap<string, SheetCounter>,
  { asOf, timeZone }: InspectOptions,
): AsOf | null {
  const actual = new DayCounts();
  for (const counter of counters.values()) {
    for (const { column, days } of counter.columns.values())
      if (column.actual && days !== null) actual.addAll(days);
  }
  try {
    return decideAsOf({
      flag: asOf,
      modified: workbook.modified,
      activeDays: actual.activeDays(),
      timeZone,
    });
  } catch (error) {
    if (error instanceof ProdplanError && error.code === 'NO_CLOCK') return null;
    throw error;
  }
}

function* personalTexts(counters: ReadonlyMap<string, SheetCounter>): Generator<string> {
  for (const counter of counters.values()) {
    for (const { column, texts } of counter.columns.values())
      if (column.personal) yield* texts.inline().keys();
    // Where the column of the names has another header, it is one that the contract does not know.
    if (!mayNamePeople(counter.found.sheet)) continue;
    yield* counter.found.suspects;
    for (const { counter: extra } of counter.extra) yield* extra.texts.inline().keys();
  }
}

function profileSheet(
  { found, rows, columns, extra }: SheetCounter,
  mask: Mask,
  asOf: AsOf | null,
): SheetProfile {
  const { sheet, headerRow } = found;
  const isKey = (name: string): boolean => sheet.key !== 'row' && sheet.key.includes(name);
  const context = { rows, mask, asOf: asOf?.moment ?? null };
  return {
    sheet: sheet.sheet,
    table: sheet.table,
    title: sheet.title,
    header_row: headerRow === 0 ? null : headerRow,
    rows,
    columns: [
      ...[...columns].map(([name, counter]) =>
        profileColumn(counter, {
          ...context,
          name,
          header: counter.column.header,
          rejects: counter.column.required || isKey(name),
          masked: counter.column.personal || mayNamePeople(sheet),
        }),
      ),
      ...extra.map(({ header, counter }) =>
        profileColumn(counter, {
          ...context,
          name: null,
          header: mask.show(header) ?? '(oculto)',
          rejects: false,
          masked: true,
        }),
      ),
    ],
  };
}

function dateOrders(counters: ReadonlyMap<string, SheetCounter>): DateOrderFacts[] {
  return (sheets as readonly Sheet[]).flatMap((sheet) => {
    const counter = counters.get(sheet.table);
    return counter === undefined
      ? sheet.contradictions.map((rule) => missingDateOrder(sheet, rule))
      : counter.dateOrders.map((order) => order.facts());
  });
}
