import { z } from 'zod';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const partSchema = z.object({
  /** File name; null where the dump is one workbook. */
  workbook: z.string().nullable(),
  /** What the workbook calls the sheet. */
  sheet: z.string(),
  /** Data rows; those of the next part follow in the same file. */
  rows: z.number().int().nonnegative(),
  /** The workbook's names of the columns, in the order of the CSV; absent in an extract of an earlier version. */
  letters: z.array(z.string()).optional(),
});

const sheetSchema = z.object({
  sheet: z.string(),
  /** File name in the folder of the manifest. */
  file: z.string().regex(/^[A-Za-z0-9_.-]+$/),
  rows: z.number().int().nonnegative(),
  /** Of the uncompressed CSV, header included. */
  sha256,
  csv_bytes: z.number().int(),
  gzip_bytes: z.number().int(),
  columns: z.array(z.string()),
  /** Cells that break the contract, by code. */
  /** Bad cells by code, under the name that manifests have had from the first. */
  defects: z.record(z.string(), z.number().int()),
  /**
   * By header: how the cells of the column that hold a date as dd/mm/aaaa were read, where there are any. It cannot be
   * told from the CSV. Absent in an extract of an earlier version, which read none.
   */
  date_readings: z.record(z.string(), z.enum(['day-first', 'not-dates'])).optional(),
  /** [data row, Excel row - data row], wherever that distance changes. */
  row_offsets: z.array(z.tuple([z.number().int(), z.number().int()])),
  /** The sheets of the file that it was read from, in order; nearly always one. */
  parts: z.array(partSchema).default([]),
});

const driftSchema = z.object({
  code: z.enum(['UNKNOWN_SHEET', 'UNKNOWN_COLUMN', 'HIDDEN_SHEET']),
  sheet: z.string(),
  column: z.string().nullable(),
  like: z.string().optional(),
});

export const manifestSchema = z.object({
  format: z.literal('prodplan-extract-1'),
  workbook: z.object({
    name: z.string(),
    bytes: z.number().int(),
    sha256,
    modified: z.string().nullable(),
  }),
  /** The workbooks of the dump; `sha256` above is that of the only one, or says which these are. */
  workbooks: z.array(z.object({ name: z.string(), bytes: z.number().int(), sha256 })).default([]),
  contract_version: z.string(),
  sheets: z.array(sheetSchema),
  missing_sheets: z.array(z.string()),
  drift: z.array(driftSchema),
});

/** A manifest from before there were parts has none: each of its sheets is one. */
export function readParsed(content: unknown): Manifest {
  const manifest = manifestSchema.parse(content);
  const { name, bytes, sha256: sum } = manifest.workbook;
  return {
    ...manifest,
    workbooks: manifest.workbooks.length > 0 ? manifest.workbooks : [{ name, bytes, sha256: sum }],
    sheets: manifest.sheets.map((one) =>
      one.parts.length > 0 ? one : { ...one, parts: [{ workbook: null, sheet: one.sheet, rows: one.rows }] },
    ),
  };
}

export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestSheet = z.infer<typeof sheetSchema>;
