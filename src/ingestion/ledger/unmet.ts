import type { ClientBase, Pool } from 'pg';
import type { Sheet } from '../../contract/index.js';
import type { LedgerKey } from '../../contract/ledger-key.js';
import { unmetTable } from '../rules/staging-names.js';
import { readChunks } from './chunk-source.js';
import { type ReadKey, readKey } from './entries.js';
import type { LeftChunk } from './window.js';

const batch = 64;

/**
 * Stages the keys of the rows of core that were not met among the rows of the file: changed, gone, or always compared.
 * False where a chunk is not as it was written.
 */
export async function stageUnmet(
  client: ClientBase,
  { pool, runId, sheet, key: layout }: UnmetContext,
  left: readonly LeftChunk[],
): Promise<boolean> {
  const names = [...layout.numbers.map(({ column }) => column), ...fingerprintOf(layout)];
  await client.query(
    `CREATE UNLOGGED TABLE ${unmetTable(sheet, runId)} AS SELECT ${names.join(', ')} FROM ${sheet.table} WHERE false`,
  );
  for (let from = 0; from < left.length; from += batch) {
    const some = left.slice(from, from + batch);
    const keys = await unmetKeys(pool, { sheet, key: layout }, some);
    if (keys === null) return false;
    await insertKeys(client, unmetTable(sheet, runId), layout, keys);
  }
  return true;
}

interface UnmetContext {
  readonly pool: Pool;
  readonly runId: number;
  readonly sheet: Sheet;
  readonly key: LedgerKey;
}

async function unmetKeys(
  pool: Pool,
  { sheet, key: layout }: Pick<UnmetContext, 'sheet' | 'key'>,
  left: readonly LeftChunk[],
): Promise<ReadKey[] | null> {
  const chunks = await readChunks(
    pool,
    sheet.sheet,
    left.map(({ place }) => place),
  );
  if (chunks.length !== left.length) return null;
  const found: ReadKey[] = [];
  for (const [at, { keys }] of chunks.entries()) {
    const { met } = left[at]!;
    if (keys.length !== met.length * layout.bytes) return null;
    for (let row = 0; row < met.length; row++) if (met[row] === 0) found.push(readKey(layout, keys, row));
  }
  return found;
}

async function insertKeys(
  client: ClientBase,
  table: string,
  { numbers, fingerprint }: LedgerKey,
  keys: readonly ReadKey[],
): Promise<void> {
  const columns = numbers.map((_, place) => keys.map((key) => key.numbers[place]!));
  const types = numbers.map(() => 'integer[]');
  const values: unknown[] = [...columns];
  if (fingerprint !== null) {
    types.push('bytea[]');
    values.push(keys.map((key) => key.fingerprint));
  }
  const list = types.map((type, place) => `$${place + 1}::${type}`).join(', ');
  await client.query(`INSERT INTO ${table} SELECT * FROM unnest(${list})`, values);
}

function fingerprintOf({ fingerprint }: LedgerKey): string[] {
  return fingerprint === null ? [] : [fingerprint];
}
