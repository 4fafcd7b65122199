import { z } from 'zod';

/** The end of the name counts up where an older program could not read it. */
export const backupFormat = 'prodplan-backup-1';

/** Every entry of the archive lies in this folder; the first one begins the file, so that a backup is known by it. */
export const folderName = 'prodplan-backup';
export const introductionName = `${folderName}/LEIA-ME.txt`;
export const backupManifestName = `${folderName}/manifest.json`;
/** Its SHA-256 in hex, the last entry: a file without it was cut short. */
export const manifestSumName = `${folderName}/manifest.sha256`;

/** Names of ours need no quotes in SQL; whatever else stands in a manifest is refused. */
const identifier = z.string().regex(/^[a-z_][a-z0-9_]*$/);
const count = z.number().int().nonnegative();

const tableSchema = z.object({
  name: identifier,
  /** Name in the archive: gzip members of COPY's text format. */
  file: z.string(),
  /** In the order in which they were copied; generated columns are not among them. */
  columns: z.array(identifier).min(1),
  rows: count,
  /** Of the uncompressed text. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: count,
  gzip_bytes: count,
});

const sequenceSchema = z.object({
  name: identifier,
  /** As text: it may be larger than a JavaScript number. */
  last_value: z.string().regex(/^-?\d+$/),
  is_called: z.boolean(),
});

export const backupManifestSchema = z.object({
  format: z.literal(backupFormat),
  /** Of the program that wrote it. */
  prodplan: z.string(),
  /** 180004 */
  server_version: count,
  /** UTC. */
  made_at: z.string(),
  /** What readers saw at that moment; null: nothing was published. */
  published: z.object({ run_id: count, data_version: count, as_of: z.string().nullable() }).nullable(),
  /** All that were applied, in order: the tables as they were. */
  migrations: z.array(z.string()).min(1),
  tables: z.array(tableSchema),
  sequences: z.array(sequenceSchema),
});

export type BackupManifest = z.infer<typeof backupManifestSchema>;
export type BackedTable = BackupManifest['tables'][number];

export const introduction = `Cópia de segurança do Prodplan.

Repor numa pasta ou base de dados vazia:  npx prodplan restore FICHEIRO
O ficheiro tem nomes de pessoas: guarde-o fechado.

A tar archive. manifest.json lists the tables with rows and SHA-256; each table is gzip of PostgreSQL's COPY text
format. The tables themselves are made by the migrations that the manifest names.
`;
