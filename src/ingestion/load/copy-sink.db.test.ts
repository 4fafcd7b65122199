import { describe, expect, it } from 'vitest';
import { testDatabase } from '../../../test/support/database.js';
import { sheets } from '../../contract/index.js';
import { CopySink } from './copy-sink.js';
import { createRunStaging } from './staging.js';

const sheet = sheets.find((one) => one.table === 'fases_catalogo')!;

/** Rows of one block, each of which says where it belongs. */
function block(from: number, rows: number): Buffer {
  const lines = Array.from({ length: rows }, (_, place) => `${from + place},fase ${from + place},1,1,0\n`);
  return Buffer.from(lines.join(''));
}

describe('COPY into staging', () => {
  it('keeps blocks whole and in order when several are handed in before the first has left', async () => {
    const { database } = await testDatabase();
    const client = await database.connect();
    await createRunStaging(client, 1);
    const sink = await CopySink.open(client, sheet, 1);
    const rows = 60_000;
    const blocks = Array.from({ length: 6 }, (_, place) => block(place * rows, rows));
    // Each is larger than what is written at once: this is where two of them could mix.
    expect(blocks[0]!.length).toBeGreaterThan(1 << 20);
    await Promise.all(blocks.map((one) => sink.write(one)));
    await sink.finish();
    expect(sink.rows).toBe(6 * rows);
    const { rows: wrong } = await client.query(
      `SELECT * FROM staging.fases_catalogo_1_raw WHERE fase_id <> (row_no - 1)::text OR fase_nome <> 'fase ' || fase_id`,
    );
    expect(wrong).toEqual([]);
  });
});
