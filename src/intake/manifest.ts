import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { ProdplanError } from '../platform/errors.js';

export const manifestName = 'manifest.json';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

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
  defects: z.record(z.string(), z.number().int()),
  /** [data row, Excel row - data row], wherever that distance changes. */
  row_offsets: z.array(z.tuple([z.number().int(), z.number().int()])),
});

const driftSchema = z.object({
  code: z.enum(['UNKNOWN_SHEET', 'UNKNOWN_COLUMN', 'HIDDEN_SHEET']),
  sheet: z.string(),
  column: z.string().nullable(),
});

export const manifestSchema = z.object({
  format: z.literal('prodplan-extract-1'),
  workbook: z.object({
    name: z.string(),
    bytes: z.number().int(),
    sha256,
    modified: z.string().nullable(),
  }),
  contract_version: z.string(),
  sheets: z.array(sheetSchema),
  missing_sheets: z.array(z.string()),
  drift: z.array(driftSchema),
});

export type Manifest = z.infer<typeof manifestSchema>;
export type ManifestSheet = z.infer<typeof sheetSchema>;

/** Written last: a folder without a manifest is an extract that was cut short. */
export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  await writeFile(join(folder, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
}

export async function readManifest(folder: string): Promise<Manifest> {
  const path = join(folder, manifestName);
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    const remedy = 'Indique uma pasta escrita por «prodplan extract», ou um ficheiro .xlsx.';
    throw new ProdplanError('input', 'NO_MANIFEST', `A pasta ${folder} não tem ${manifestName}.`, remedy, {
      cause: error,
    });
  }
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch (error) {
    const remedy = 'Volte a extrair o ficheiro com «prodplan extract».';
    throw new ProdplanError('input', 'BAD_MANIFEST', `O ${path} não é um manifesto válido.`, remedy, {
      cause: error,
    });
  }
}
