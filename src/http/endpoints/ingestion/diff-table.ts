import { z } from 'zod';
import type { RunDiff } from '../../../evidence/diff/diff.js';
import { shortList } from '../../exports/short-list.js';
import type { ExportTable } from '../../exports/table.js';

const change = z.object({ key: z.string(), was: z.string().nullable(), is: z.string().nullable() });
export const diffShape = z.object({
  from: z.int(),
  to: z.int(),
  orders: z.object({
    created: z.array(z.string()),
    finished: z.array(change),
    reopened: z.array(change),
    vanished: z.array(z.string()),
    phase_moved: z.array(change),
    due_moved: z.array(change),
    due_slipped: z.array(change).describe('Das anteriores, as que têm agora um dia mais tarde'),
    newly_at_risk: z
      .array(change)
      .nullable()
      .describe(
        'Por entregar, agora em risco ou atrasadas (AT_RISK, LATE), e antes nenhuma das duas, ou ainda não havia; null: de uma das cargas já não se guarda o que disse',
      ),
    no_longer_at_risk: z
      .array(change)
      .nullable()
      .describe('Por entregar, antes em risco ou atrasadas, e agora não'),
  }),
  phases: z.object({
    created: z.int(),
    started: z.int(),
    finished: z.int(),
    reopened: z.array(change),
    order_moved: z.array(change),
    vanished: z.int(),
  }),
  errors: z.object({
    appeared: z.int(),
    vanished: z.int(),
    appeared_by_severity: z.record(z.string(), z.int()),
  }),
  rows: z.record(z.string(), z.object({ inserted: z.int(), updated: z.int(), gone: z.int() })),
});

/** As a table: one line for each thing that is named, one with a count for what is only counted. */
export const diffLine = z.object({
  part: z.string().describe('orders, phases, errors, rows'),
  change: z.string(),
  key: z.string().nullable(),
  was: z.string().nullable(),
  is: z.string().nullable(),
  count: z.int(),
});

function linesOf({ orders, phases, errors, rows }: z.output<typeof diffShape>): z.output<typeof diffLine>[] {
  const bySheet = Object.entries(rows).flatMap(([table, counts]) =>
    Object.entries(counts).map(([change, count]) => told('rows', change, table, count)),
  );
  return [...partOf('orders', orders), ...partOf('phases', phases), ...partOf('errors', errors), ...bySheet];
}

type Change = z.output<typeof change>;

function partOf(
  part: string,
  changes: Readonly<Record<string, number | null | readonly (string | Change)[] | Record<string, number>>>,
): z.output<typeof diffLine>[] {
  return Object.entries(changes).flatMap(([name, what]) => {
    // What nobody knows has no lines.
    if (what === null) return [];
    if (typeof what === 'number') return [told(part, name, null, what)];
    if (!Array.isArray(what)) return Object.entries(what).map(([key, n]) => told(part, name, key, n));
    return what.map((one: string | Change) =>
      typeof one === 'string' ? told(part, name, one, 1) : { ...told(part, name, one.key, 1), ...one },
    );
  });
}

function told(part: string, name: string, key: string | null, count: number): z.output<typeof diffLine> {
  return { part, change: name, key, was: null, is: null, count };
}

/** Of the call that named the two runs so. */
export function diffTable(data: RunDiff, asked: { readonly a: number; readonly b: number }): ExportTable {
  return shortList({
    name: `diferencas-cargas-${data.from}-${data.to}`,
    title: `O que mudou da carga ${data.from} para a ${data.to}`,
    path: `/api/ingestion/runs/${asked.a}/diff/${asked.b}`,
    row: diffLine,
    rows: linesOf(diffShape.parse(data)),
  });
}

/** Rows that are not what they were. */
export function rowsThatDiffer({ rows }: RunDiff): number {
  return Object.values(rows).reduce((sum, { inserted, updated, gone }) => sum + inserted + updated + gone, 0);
}
