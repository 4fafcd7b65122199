import type { ColumnKind, Sheet } from '../contract/index.js';
import { holdsRemarks, mayNamePeople } from '../contract/people.js';
import type { CellWords, Tripped, Wanted } from '../platform/errors/guards.js';
import { costsTheRow, formulaMark } from '../source/cells/index.js';
import { exceeds, type Filled, hasFallen, isLarge } from './reconcile/guards.js';
import {
  countCoreValues,
  countReworded,
  countUnreadable,
  countUnreadableBefore,
  sampleEmptied,
  sampleReject,
  sampleRepeated,
  type Where,
} from './reconcile/samples.js';
import { type ColumnCountsRecord, countRows, type SheetRun } from './records/sheet-runs.js';
import type { RunContext, StagedSheet } from './run-context.js';

/** A sheet that is to be merged, beside what the published run recorded of it. */
interface Guarded {
  readonly staged: StagedSheet;
  readonly held: SheetRun | null;
  readonly where: Where;
}

/**
 * What speaks against publishing the staged sheets: rows that went, rows that are rejected, columns that are bad or
 * have lost their values. All guards and all sheets, before anything is written; sheets that core holds already are not
 * looked at.
 */
export async function guardDump(context: RunContext, sheets: readonly StagedSheet[]): Promise<Tripped[]> {
  const { session, runId, publishedSheets } = context;
  const guarded = sheets
    .filter(({ prepared }) => prepared !== null)
    .map((staged) => ({
      staged,
      held: publishedSheets.get(staged.sheet.sheet) ?? null,
      where: { client: session, runId, sheet: staged.sheet },
    }));
  // Nobody has analysed the staged tables: the planner's guesses mislead it into nested loops.
  await session.query('SET enable_nestloop = off');
  const found: Tripped[] = [];
  const { published } = context;
  if (published !== null) for (const one of guarded) found.push(...(await lostRows(one, published.runId)));
  for (const one of guarded) found.push(...(await rejectedRows(one)));
  for (const one of guarded) found.push(...badColumns(one));
  if (published !== null) for (const one of guarded) found.push(...(await emptiedColumns(one)));
  await session.query('RESET enable_nestloop');
  return found;
}

/** Rows that are gone are counted first: what became of them is asked only where they are many. */
async function lostRows({ staged, held, where }: Guarded, publishedRunId: number): Promise<Tripped[]> {
  const sheet = staged.sheet.sheet;
  const { gone, coreRows } = staged.prepared!;
  const inCore = coreRows ?? (await countRows(where.client, staged.sheet.table));
  if (!isLarge(gone, inCore)) return [];
  const { reworded, repeated } = await countReworded(where, held?.duplicates ?? 0);
  // Rows that were rejected before have no row in core that could be lost.
  const before = await countUnreadableBefore(where, publishedRunId);
  const rejected = Math.max(0, (await countUnreadable(where)) - before);
  const lost = Math.max(0, gone - reworded - repeated - rejected);
  const found: Tripped[] = [];
  const both = isLarge(lost + repeated, inCore);
  if (both && (isLarge(lost, inCore) || !isLarge(repeated, inCore)))
    found.push({
      ...{ code: 'SHEET_SHRANK', sheet, held: inCore },
      ...{ lost, reworded, repeated, rejected },
    });
  if (both && (isLarge(repeated, inCore) || !isLarge(lost, inCore)))
    found.push({
      code: 'SHEET_REPEATED',
      sheet,
      held: inCore,
      repeated,
      example: await repeatedRows(staged, where),
    });
  return found;
}

/** A repetition and the row that it repeats, each by its first cell. */
async function repeatedRows(
  { sheet, address }: StagedSheet,
  where: Where,
): Promise<{ cell: string; first: string } | null> {
  const sample = await sampleRepeated(where);
  if (sample === null) return null;
  const column = Object.keys(sheet.columns)[0]!;
  return { cell: address(sample.rowNo, column), first: address(sample.firstRowNo, column) };
}

async function rejectedRows({ staged, held, where }: Guarded): Promise<Tripped[]> {
  const { rows, prepared, address, sheet } = staged;
  const { rejected } = prepared!;
  if (!exceeds(rejected, rows)) return [];
  const sample = await sampleReject(where);
  const example =
    sample === null
      ? null
      : {
          header: headerOf(sheet, sample.column),
          code: sample.code,
          cell: address(sample.rowNo, sample.column),
          holds: holds(sheet, sample.column, sample.value),
        };
  const before = { rejectedBefore: held?.rejected ?? 0, rowsBefore: held?.rows ?? 0 };
  return [{ code: 'SHEET_REJECTED', sheet: sheet.sheet, rejected, rows, ...before, example }];
}

const wanted: Readonly<Record<ColumnKind, Wanted>> = {
  id: 'number',
  integer: 'number',
  decimal: 'number',
  flag: 'number',
  timestamp: 'date',
  text: 'text',
};

function badColumns({ staged, held }: Guarded): Tripped[] {
  const { sheet, columns, address } = staged;
  return [...columns].flatMap(([name, { cells, bad, firstBad }]): Tripped[] => {
    if (costsTheRow(sheet, name) || !exceeds(bad, cells)) return [];
    const old = held?.column_counts?.columns[name];
    const before = { badBefore: old?.bad ?? null, cellsBefore: old?.cells ?? null };
    const example = {
      cell: address(firstBad!.rowNo, name),
      holds: holds(sheet, name, firstBad!.value),
    };
    const wants = wanted[sheet.columns[name]!.kind];
    return [{ code: 'COLUMN_BAD', column: columnOf(sheet, name), wants, bad, cells, ...before, example }];
  });
}

async function emptiedColumns({ staged, held, where }: Guarded): Promise<Tripped[]> {
  const before = await valuesBefore(where, held?.column_counts ?? null);
  const found: Tripped[] = [];
  for (const [name, { values }] of staged.columns) {
    const old = before(name);
    const now: Filled = { rows: staged.rows, values };
    if (old !== null && hasFallen(old, now)) found.push(await emptied(staged, where, name, old, now));
  }
  return found;
}

/** By column, from the record of the published run; from core where a version before this one made it. */
async function valuesBefore(
  { client, sheet }: Where,
  record: ColumnCountsRecord | null,
): Promise<(column: string) => Filled | null> {
  if (record === null) {
    const { rows, values } = await countCoreValues(client, sheet);
    return (column) => ({ rows, values: values[column]! });
  }
  return (column) => {
    const counts = record.columns[column];
    return counts === undefined ? null : { rows: record.rows, values: counts.values };
  };
}

async function emptied(
  { sheet, address }: StagedSheet,
  where: Where,
  name: string,
  old: Filled,
  now: Filled,
): Promise<Tripped> {
  const sample = await sampleEmptied(where, name);
  const before = sample?.before ?? null;
  const example =
    sample === null
      ? null
      : {
          cell: address(sample.rowNo, name),
          holds: holds(sheet, name, sample.value),
          published: before === null || !maySay(sheet, name, before) ? null : cut(before),
        };
  return {
    ...{ code: 'COLUMN_EMPTIED', column: columnOf(sheet, name) },
    ...{ values: now.values, rows: now.rows, valuesBefore: old.values, rowsBefore: old.rows },
    example,
  };
}

function headerOf(sheet: Sheet, column: string): string {
  return sheet.columns[column]!.header;
}

/** `Fases.Fase_Id` */
function columnOf(sheet: Sheet, column: string): string {
  return `${sheet.sheet}.${headerOf(sheet, column)}`;
}

/** What stands in a cell, without ever giving a name of a person. */
function holds(sheet: Sheet, column: string, value: string | null): CellWords {
  if (value === null || value === '') return { is: 'empty' };
  if (value === formulaMark) return { is: 'formula' };
  return maySay(sheet, column, value) ? { is: 'text', text: cut(value) } : { is: 'hidden' };
}

/** Where the columns of a row have slipped, a name stands in the place of a number. */
function maySay(sheet: Sheet, column: string, value: string): boolean {
  if (sheet.columns[column]!.personal) return false;
  return !(mayNamePeople(sheet) || holdsRemarks(sheet)) || /^[\d.,:/T +-]+$/.test(value);
}

function cut(value: string): string {
  return value.length > 60 ? `${value.slice(0, 59).toWellFormed()}…` : value;
}
