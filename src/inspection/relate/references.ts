import { type Reference, type Sheet, sheets } from '../../contract/index.js';
import type { ColumnCounter } from '../count/column-counter.js';
import { valueLimitsOf } from '../count/column-counter.js';
import type { SheetCounter } from '../count/sheet-counter.js';
import type { ReferenceCounts, ReferenceFacts } from '../findings.js';

const mostOrphans = 10;

/** Every reference of the contract, counted from what the columns have counted. */
export function relateSheets(counters: ReadonlyMap<string, SheetCounter>): ReferenceFacts[] {
  return (sheets as readonly Sheet[]).flatMap((sheet) =>
    sheet.references.map((reference) => relate(sheet, reference, counters)),
  );
}

function relate(
  sheet: Sheet,
  { column, table, key }: Reference,
  counters: ReadonlyMap<string, SheetCounter>,
): ReferenceFacts {
  const parentSheet = sheets.find((one) => one.table === table) as Sheet;
  const sides = {
    from: { sheet: sheet.sheet, table: sheet.table, column },
    to: { sheet: parentSheet.sheet, table, column: key },
  };
  const child = counters.get(sheet.table);
  const children = child?.columns.get(column);
  const parents = counters.get(table)?.columns.get(key);
  if (child === undefined || children === undefined || parents === undefined)
    return { ...sides, status: 'missing', counts: null };
  if (!children.numbers.isExact || !parents.numbers.isExact)
    return { ...sides, status: 'too_many', counts: null };
  return { ...sides, status: 'counted', counts: countMatches(child.rows, children, parents) };
}

function countMatches(allRows: number, children: ColumnCounter, parents: ColumnCounter): ReferenceCounts {
  const isKey = usableKey(children);
  const isParent = usableKey(parents);
  let [rows, distinct, matched_rows, matched_distinct] = [0, 0, 0, 0];
  const orphans: { key: number; rows: number }[] = [];
  for (const [key, count] of children.numbers.entries()) {
    if (!isKey(key)) continue;
    rows += count;
    distinct++;
    if (isParent(key) && parents.numbers.rowsOf(key) > 0) {
      matched_rows += count;
      matched_distinct++;
    } else insertIfLarge(orphans, { key, rows: count });
  }
  let [parentKeys, parents_with_child] = [0, 0];
  for (const [key] of parents.numbers.entries()) {
    if (!isParent(key)) continue;
    parentKeys++;
    if (isKey(key) && children.numbers.rowsOf(key) > 0) parents_with_child++;
  }
  const { empty, blank, null_text } = children.classes;
  const null_rows = empty + blank + null_text + children.sentinelRows;
  return {
    rows,
    null_rows,
    bad_rows: allRows - null_rows - rows,
    matched_rows,
    matched_rows_share: share(matched_rows, rows),
    distinct,
    matched_distinct,
    matched_distinct_share: share(matched_distinct, distinct),
    orphan_rows: rows - matched_rows,
    orphan_distinct: distinct - matched_distinct,
    orphan_examples: orphans,
    parents: parentKeys,
    parents_with_child,
    parents_with_child_share: share(parents_with_child, parentKeys),
  };
}

/** A key that breaks the contract matches nothing: `ingest` would throw it out. */
function usableKey({ column }: ColumnCounter): (key: number) => boolean {
  const [min, max] = valueLimitsOf(column);
  return (key) => key >= min && key <= max && Number.isInteger(key);
}

/** The ten with the most rows, ties in ascending order of the key. */
function insertIfLarge(kept: { key: number; rows: number }[], one: { key: number; rows: number }): void {
  const place = kept.findIndex(
    (other) => other.rows < one.rows || (other.rows === one.rows && other.key > one.key),
  );
  if (place < 0 && kept.length >= mostOrphans) return;
  kept.splice(place < 0 ? kept.length : place, 0, one);
  if (kept.length > mostOrphans) kept.pop();
}

function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}
