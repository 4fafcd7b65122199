import { type Sheet, sheets } from '../contract/index.js';
import { mayNamePeople } from '../contract/people.js';
import { contractVersion } from '../contract/version.js';
import { ProdplanError } from '../platform/errors.js';
import { type AsOf, decideAsOf } from '../source/as-of.js';
import { isFull } from '../source/sheets/grid.js';
import { placeOf } from '../source/sheets/header-row.js';
import { latestModified, type OpenedDump } from '../source/sheets/open-all.js';
import { asInputError } from '../source/sheets/read-errors.js';
import { RowOrder } from '../source/sheets/row-order.js';
import { DayCounts } from './count/day-counts.js';
import { SheetCounter } from './count/sheet-counter.js';
import type {
  DateOrderFacts,
  DriftFinding,
  InspectedWorkbook,
  Inspection,
  Profile,
  SheetProfile,
} from './findings.js';
import { type FoundSheet, type FoundWorkbook, finding, findToInspect, type InspectedPart } from './open.js';
import { profileColumn } from './profile/column.js';
import { driftOf } from './profile/drift.js';
import { Mask } from './profile/mask.js';
import { missingDateOrder } from './relate/date-order.js';
import { DetectionOrder } from './relate/detection-order.js';
import { relateSheets } from './relate/references.js';

export interface InspectOptions {
  /** The workbooks to look at; they are closed by who opened them. */
  readonly opened: OpenedDump;
  /** What they are called together. */
  readonly name: string;
  readonly workbookSha256: string;
  /** `--as-of`, as a moment; null where it is to be found out. */
  readonly asOf: string | null;
  readonly timeZone: string;
  readonly onProgress?: ((progress: { sheet: Sheet; rows: number; done: boolean }) => void) | undefined;
  readonly signal?: AbortSignal | undefined;
}

/** Counts everything there is to say about a dump, in one pass over each sheet of the contract. */
export async function inspect(options: InspectOptions): Promise<Inspection> {
  const found = await findToInspect(options.opened);
  const counters = new Map<string, SheetCounter>();
  const full: DriftFinding[] = [];
  const detection = new DetectionOrder();
  for (const sheet of found.sheets) {
    const counter = await countSheet(sheet, detection, options);
    counters.set(sheet.sheet.table, counter);
    // A part that is followed by another one may be full.
    if (isFull(counter.lastRow)) full.push(finding('SHEET_FULL', sheet.parts.at(-1)!.link.place, null));
  }
  return describe({ ...found, drift: [...found.drift, ...full] }, counters, detection, options);
}

/** A sheet in which dates were taken for what they are not is counted a second time: that is rare, and seen at its end. */
async function countSheet(
  found: FoundSheet,
  detection: DetectionOrder,
  options: InspectOptions,
): Promise<SheetCounter> {
  const counter = await countOnce(found, detection, options, new Set());
  const { refusedDates } = counter;
  return refusedDates.size === 0 ? counter : await countOnce(found, detection, options, refusedDates);
}

async function countOnce(
  found: FoundSheet,
  detection: DetectionOrder,
  options: InspectOptions,
  refusedDates: ReadonlySet<string>,
): Promise<SheetCounter> {
  const counter = new SheetCounter(found, refusedDates);
  const watch = detection.watch(counter);
  for (const part of found.parts) {
    counter.beginPart(part);
    await countPart(part, counter, watch, options);
  }
  counter.finish();
  options.onProgress?.({ sheet: found.sheet, rows: counter.rows, done: true });
  return counter;
}

async function countPart(
  { link: { workbook, ref }, headerRow }: InspectedPart,
  counter: SheetCounter,
  watch: ((rowNumber: number) => void) | null,
  { onProgress, signal }: InspectOptions,
): Promise<void> {
  const place = placeOf(workbook, ref);
  const order = new RowOrder(place);
  await asInputError(place, () =>
    workbook.readSheet(
      ref,
      (row) => {
        order.check(row.rowNumber);
        if (row.rowNumber > headerRow && counter.count(row)) watch?.(row.rowNumber);
      },
      {
        betweenChunks: () => {
          onProgress?.({ sheet: counter.found.sheet, rows: counter.rows, done: false });
          return undefined;
        },
        ...(signal ? { signal } : {}),
      },
    ),
  );
}

function describe(
  found: FoundWorkbook,
  counters: ReadonlyMap<string, SheetCounter>,
  detection: DetectionOrder,
  options: InspectOptions,
): Inspection {
  const asOf = momentOf(counters, options);
  const mask = new Mask(personalTexts(counters));
  const profiles = [...counters.values()].map((counter) => profileSheet(counter, mask, asOf));
  const workbook = factsOf(options);
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

function assumedDates({ found, assumedDates: columns }: SheetCounter): DriftFinding[] {
  const nothing = { cells: null, share: null, detail: null };
  return columns.map((column) => ({
    code: 'DATE_ORDER_ASSUMED',
    sheet: found.sheet.sheet,
    column,
    ...nothing,
  }));
}

function factsOf({ opened, name, workbookSha256 }: InspectOptions): InspectedWorkbook {
  const workbooks = opened.workbooks.map(({ workbook, file }) => ({
    name: file.name,
    size_bytes: workbook.sizeBytes,
    sha256: file.sha256,
  }));
  return {
    name,
    size_bytes: workbooks.reduce((sum, { size_bytes }) => sum + size_bytes, 0),
    sha256: workbookSha256,
    modified: latestModified(opened),
    ...(workbooks.length > 1 ? { workbooks } : {}),
  };
}

/** A sheet or a header that the contract does not know is named by whoever made the file. */
function maskedDrift(drift: DriftFinding, mask: Mask): DriftFinding {
  const hidden = '(oculto)';
  return {
    ...drift,
    sheet: mask.show(drift.sheet) ?? hidden,
    column: drift.column === null ? null : (mask.show(drift.column) ?? hidden),
    detail: drift.detail === null ? null : (mask.show(drift.detail) ?? hidden),
  };
}

/** The dump's moment, by the rule of `ingest`; null where nothing says it, for a look needs no clock. */
function momentOf(
  counters: ReadonlyMap<string, SheetCounter>,
  { opened, asOf, timeZone }: InspectOptions,
): AsOf | null {
  const actual = new DayCounts();
  for (const counter of counters.values()) {
    for (const { column, days } of counter.columns.values())
      if (column.actual && days !== null) actual.addAll(days);
  }
  try {
    return decideAsOf({
      flag: asOf,
      modified: latestModified(opened),
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
  { found, rows, partRows, columns, extra }: SheetCounter,
  mask: Mask,
  asOf: AsOf | null,
): SheetProfile {
  const { sheet, parts } = found;
  const headerRowOf = ({ headerRow }: InspectedPart): number | null => (headerRow === 0 ? null : headerRow);
  const isKey = (name: string): boolean => sheet.key !== 'row' && sheet.key.includes(name);
  const context = { rows, mask, asOf: asOf?.moment ?? null };
  return {
    sheet: sheet.sheet,
    table: sheet.table,
    title: sheet.title,
    header_row: headerRowOf(parts[0]!),
    rows,
    ...(parts.length > 1
      ? {
          parts: parts.map((part, place) => ({
            sheet: mask.show(part.link.place) ?? '(oculto)',
            header_row: headerRowOf(part),
            rows: partRows[place]!,
          })),
        }
      : {}),
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
