import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  CellKind,
  openWorkbook,
  type RowView,
  type Workbook,
  WorkbookError,
} from '../../src/workbook/index.js';
import { type CellValue, xlsxParts, type ZipPart, zip } from './xlsx-builder.js';

/** What a workbook of these bytes holds: for each sheet its rows, for each row its values. */
export async function readAll(bytes: Buffer): Promise<unknown[][][]> {
  return withFile(bytes, async (path) => {
    const workbook = await openWorkbook(path);
    try {
      const sheets: unknown[][][] = [];
      for (const sheet of workbook.sheets) {
        const rows: unknown[][] = [];
        await workbook.readSheet(sheet, (row) => {
          rows.push(Array.from({ length: row.width }, (_, column) => valueAt(row, column, workbook)));
        });
        sheets.push(rows);
      }
      return sheets;
    } finally {
      await workbook.close();
    }
  });
}

/** Why a workbook of these bytes cannot be opened or read to its end. */
export async function failureOf(bytes: Buffer, limits = {}): Promise<WorkbookError> {
  return withFile(bytes, async (path) => {
    try {
      const workbook = await openWorkbook(path, limits);
      try {
        for (const sheet of workbook.sheets) await workbook.readSheet(sheet, () => {});
      } finally {
        await workbook.close();
      }
    } catch (error) {
      if (error instanceof WorkbookError) return error;
      throw error;
    }
    throw new Error('The file was read.');
  });
}

/** The parts of a workbook of one sheet S with some of them changed, added or (null) left out. */
export function partsWith(rows: CellValue[][], changes: Record<string, string | Buffer | null>): ZipPart[] {
  const parts = xlsxParts([{ name: 'S', rows }]).filter(({ name }) => !(name in changes));
  for (const [name, data] of Object.entries(changes)) if (data !== null) parts.push({ name, data });
  return parts;
}

/** A workbook whose one sheet has this XML. */
export function workbookOf(
  sheetXml: string | Buffer,
  more: Record<string, string | Buffer | null> = {},
): Buffer {
  return zip(partsWith([], { 'xl/worksheets/sheet1.xml': sheetXml, ...more }));
}

/** The value of a cell: null, a number, a date as its serial, a boolean or a text. */
export function valueAt(row: RowView, column: number, workbook: Workbook): unknown {
  const [start, end] = [row.start[column]!, row.end[column]!];
  const text = () => row.bytes.toString('utf8', start, end);
  switch (row.kind[column]) {
    case CellKind.empty:
      return null;
    case CellKind.number:
      return Number(text());
    case CellKind.date:
      return { serial: Number(text()) };
    case CellKind.boolean:
      return text() === '1';
    case CellKind.shared: {
      const { bytes, offsets } = workbook.sharedStrings;
      return bytes.toString('utf8', offsets[start]!, offsets[start + 1]!);
    }
    default:
      return text();
  }
}

async function withFile<T>(bytes: Buffer, work: (path: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'workbook-'));
  try {
    const path = join(folder, 'book.xlsx');
    writeFileSync(path, bytes);
    return await work(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
