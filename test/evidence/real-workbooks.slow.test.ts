import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { check } from '../../src/evidence/check/check.js';
import { diffRuns } from '../../src/evidence/diff/diff.js';
import { rowRate, valueRate } from '../../src/evidence/index.js';
import type { SheetResult } from '../../src/ingestion/result.js';
import { newPlant, type Plant } from '../ingest/support.js';
import { asking } from '../services/asking.js';
import { firstServer } from '../support/database.js';

// Two real dumps that some developers have beside the project; they are no part of it. Only figures are kept.
const files = ['2023-03-31', '2023-04-30'].map((day) =>
  fileURLToPath(new URL(`../../../shared/data/folha_ia_${day}.xlsx`, import.meta.url)),
);
const present = files.every((file) => existsSync(file));
if (!present) console.warn('The real workbooks are not here: their expectation file is not checked.');

describe.skipIf(!present)('the two real workbooks, one after the other', () => {
  it('give the figures that are on record, every row accounted for', async () => {
    const plant = await newPlant(firstServer);
    const runs: number[] = [];
    const figures = [];
    for (const file of files) {
      const { result } = await plant.ingestFile(file);
      for (const one of result.sheets) {
        expect(one.inserted + one.updated + one.unchanged + one.duplicates + one.rejected, one.sheet).toBe(
          one.rows,
        );
      }
      runs.push(result.run_id!);
      figures.push({
        as_of: result.as_of,
        as_of_origin: result.as_of_origin,
        sheets: result.sheets.map(countsLine),
        ...(await evidence(plant)),
        headlines: await headlines(plant),
        bottlenecks: await bottlenecks(plant),
      });
    }
    const diff = await diffRuns(plant.database.pool, runs[0]!, runs[1]!);
    const { created, finished, reopened, vanished, phase_moved, due_moved } = diff.orders;
    const orders = { created, finished, reopened, vanished, phase_moved, due_moved };
    const counts = Object.fromEntries(Object.entries(orders).map(([name, list]) => [name, list.length]));
    const text = JSON.stringify(
      { figures, diff: { orders: counts, errors: diff.errors, rows: diff.rows } },
      null,
      2,
    );
    await expect(`${text}\n`).toMatchFileSnapshot('./real-workbooks.expected.json');
  });
});

function countsLine({
  sheet,
  rows,
  inserted,
  updated,
  unchanged,
  duplicates,
  rejected,
  gone,
  skipped,
}: SheetResult): string {
  return `${sheet}: ${rows} = ${inserted} + ${updated} + ${unchanged} + ${duplicates} + ${rejected}, gone ${gone}${skipped ? ', skipped' : ''}`;
}

async function evidence({ database }: Plant): Promise<object> {
  const report = await check(database.pool);
  expect(report.status).toBe('ok');
  return {
    match_rates: report.match_rates.map(
      (one) =>
        `${one.table_name}.${one.column_name}: rows ${one.matched_rows}/${one.referring_rows} (${share(rowRate(one))}), ` +
        `values ${one.matched_values}/${one.distinct_values} (${share(valueRate(one))}), parents with a child ${one.parents_with_child}/${one.parents}`,
    ),
    gates: report.gates.map(
      (one) => `${one.gate}: ${one.state} ${share(one.rate)} (${one.covered_rows}/${one.rows})`,
    ),
    issues: report.issues.map((one) => `${one.type} ${one.entity}: ${one.issues} issues, ${one.rows} rows`),
  };
}

type Figures = Readonly<Record<string, unknown>>;

interface Block {
  readonly window: { readonly from: string | null; readonly to: string | null };
  readonly status: string;
  readonly figures: Figures | null;
}

/** Figures of the usual window, of the one before and of all time, a line each. */
async function headlines(plant: Plant): Promise<string[]> {
  const lines: string[] = [];
  for (const name of ['kpis.overview', 'quality.overview']) {
    const reply = await asking(plant, name);
    const { window, previous, all_time, ...figures } = reply.data as Figures & {
      window: Block['window'];
      previous: Block;
      all_time: Block;
    };
    const own = { window, status: reply.status, figures };
    for (const block of [own, previous, all_time])
      lines.push(
        `${name} ${block.window.from} to ${block.window.to}: ${block.status} ${told(block.figures)}`,
      );
  }
  return lines;
}

/** The pace of the factory, and each phase with its wait. */
async function bottlenecks(plant: Plant): Promise<string[]> {
  const reply = await asking(plant, 'prodplan.bottlenecks');
  const { factory, phases, side_lines, automatic, ...rest } = reply.data as Figures &
    Record<'phases' | 'side_lines' | 'automatic', Figures[]>;
  return [
    `${reply.status} ${told(rest)}`,
    `factory: ${told(factory as Figures)}`,
    ...[...phases, ...side_lines, ...automatic].map(
      ({ fase_id, fase_nome: _, refused: __, ...one }) => `phase ${String(fase_id)}: ${told(one)}`,
    ),
  ];
}

/** Numbers with four digits and words by their names; what is made of parts is left to the tests of the question. */
function told(figures: Figures | null): string {
  return Object.entries(figures ?? {})
    .filter(([, value]) => typeof value !== 'object' || value === null)
    .map(
      ([name, value]) =>
        `${name} ${typeof value === 'number' ? Number(value.toPrecision(4)) : String(value)}`,
    )
    .join(', ');
}

function share(value: number | null): string {
  return value === null ? '-' : value.toFixed(4);
}
