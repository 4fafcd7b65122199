import type { ClientBase } from 'pg';
import { type Sheet, sheets } from '../../contract/index.js';
import { ledgerChecksumSql, ledgerKeyOf, ledgerKeySql } from '../../contract/ledger-key.js';
import { literal } from '../../contract/sql.js';
import type { IntegrityResult } from './integrity.js';

/**
 * Holds the ledger of the published run against core: chunks that are not as they were written, and rows that only one of
 * the two has. A ledger of another run is never read, and is not looked at.
 */
export async function checkLedger(client: Pick<ClientBase, 'query'>): Promise<IntegrityResult> {
  const { rows } = await client.query<{ sheet: string }>(
    'SELECT sheet FROM ledger_sheet JOIN publication USING (run_id)',
  );
  const present = new Set(rows.map(({ sheet }) => sheet));
  let wrong = 0;
  for (const sheet of (sheets as readonly Sheet[]).filter((one) => present.has(one.sheet)))
    wrong += await differences(client, sheet);
  return {
    name: 'ledger',
    about: 'O livro de registo das linhas publicadas tem as linhas que a base de dados tem.',
    rows: wrong,
  };
}

async function differences(client: Pick<ClientBase, 'query'>, sheet: Sheet): Promise<number> {
  const key = ledgerKeyOf(sheet);
  if (key === null) return 0;
  const { rows } = await client.query<{ wrong: number }>(`
    WITH chunk AS MATERIALIZED (
      SELECT rows, hashes_checksum, keys_checksum, hashes || ''::bytea AS hashes, keys || ''::bytea AS keys
      FROM ledger_chunk WHERE sheet = ${literal(sheet.sheet)}),
    written AS (SELECT substring(keys FROM ${key.bytes} * i + 1 FOR ${key.bytes}) AS key FROM chunk CROSS JOIN generate_series(0, rows - 1) i),
    held AS (SELECT ${ledgerKeySql(key, 'c')} AS key FROM ${sheet.table} c)
    SELECT (SELECT count(*) FROM chunk WHERE hashes_checksum <> ${ledgerChecksumSql('hashes')}
              OR keys_checksum <> ${ledgerChecksumSql('keys')} OR length(hashes) <> 16 * rows)::int
         + (SELECT count(*) FROM (SELECT key FROM written EXCEPT ALL SELECT key FROM held) x)::int
         + (SELECT count(*) FROM (SELECT key FROM held EXCEPT ALL SELECT key FROM written) x)::int
         + (SELECT count(*) FROM ledger_sheet l
            CROSS JOIN (SELECT coalesce(sum(rows), 0) AS rows, coalesce(sum(hashes_checksum), 0) AS checksum FROM chunk) c
            WHERE l.sheet = ${literal(sheet.sheet)} AND (l.rows, l.checksum) <> (c.rows, c.checksum))::int AS wrong`);
  return rows[0]!.wrong;
}
