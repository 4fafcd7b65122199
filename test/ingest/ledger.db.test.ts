import { describe, expect, it } from 'vitest';
import { check } from '../../src/evidence/check/check.js';
import { rollback } from '../../src/ingestion/rollback.js';
import type { Ingested } from '../../src/ingestion/run.js';
import { coreChecksum } from '../support/core.js';
import { firstServer } from '../support/database.js';
import { type Dump, smallDump } from '../support/dump.js';
import { newPlant, type Plant } from './support.js';

const sheet = 'FasesOrdemFabrico';

function wayOf({ result }: Ingested): [string | null, number] {
  const one = result.sheets.find((candidate) => candidate.sheet === sheet)!;
  return [one.way, one.same_by_hash];
}

/** Two phases are weighed, one is new, one has gone: of 80. */
function nextDay(): Dump {
  const dump = smallDump();
  const phases = dump.fases_ordem_fabrico!;
  phases[3] = { ...phases[3], faseof_peso: 7.25 };
  phases[40] = { ...phases[40], faseof_peso: 8.5 };
  phases.push({ ...phases[41], faseof_id: 60_001 });
  phases.splice(60, 1);
  return dump;
}

async function offences(plant: Plant): Promise<number> {
  const { integrity } = await check(plant.database.pool);
  return integrity.find(({ name }) => name === 'ledger')!.rows;
}

describe('the ledger of the published dump', () => {
  it('lets only rows through that differ, and goes on from day to day', async () => {
    const plant = await newPlant(firstServer, smallDump());
    expect(wayOf(await plant.ingest(nextDay()))).toEqual(['difference', 77]);
    expect(await offences(plant)).toBe(0);
    const other = await newPlant(firstServer);
    await other.ingest(nextDay());
    expect(await coreChecksum(plant.database.pool)).toBe(await coreChecksum(other.database.pool));
    expect(wayOf(await plant.ingest(smallDump()))).toEqual(['difference', 77]);
    expect(await offences(plant)).toBe(0);
  });

  it('is not used where a run is forced or another state was published in between', async () => {
    const plant = await newPlant(firstServer, smallDump());
    expect(wayOf(await plant.ingest(nextDay(), { force: true }))).toEqual(['whole', 0]);
    await rollback({ database: plant.database, to: null });
    expect(wayOf(await plant.ingest(nextDay()))).toEqual(['whole', 0]);
    expect(wayOf(await plant.ingest(smallDump()))).toEqual(['difference', 77]);
  });

  it('stands for a sheet that the file lacks, or has as it was', async () => {
    const plant = await newPlant(firstServer, smallDump());
    const without = smallDump();
    without.modelos![0] = { ...without.modelos![0], produto_peso_desmolde: 9 };
    const asOf = '2023-04-20T10:00:00';
    const lacking = await plant.ingest(
      without,
      { allowMissingSheets: true, asOf },
      { edit: (all) => all.filter(({ name }) => name !== sheet) },
    );
    expect(lacking.sheets.find((one) => one.sheet === sheet)).toMatchObject({
      way: 'missing',
      same_by_hash: 0,
    });
    expect(wayOf(await plant.ingest(nextDay()))).toEqual(['difference', 77]);
  });

  it('that lies about a sheet which the next file has as it was goes with that file', async () => {
    const plant = await newPlant(firstServer, smallDump());
    await plant.database.pool.query(
      `UPDATE ledger_chunk SET keys = set_byte(keys, 7, get_byte(keys, 7) # 1) WHERE sheet = '${sheet}'`,
    );
    const other = smallDump();
    other.modelos![0] = { ...other.modelos![0], produto_peso_desmolde: 9 };
    expect(wayOf(await plant.ingest(other))).toEqual(['same', 0]);
    expect(await offences(plant)).toBe(0);
    expect(wayOf(await plant.ingest(nextDay()))).toEqual(['whole', 0]);
    expect(wayOf(await plant.ingest(smallDump()))).toEqual(['difference', 77]);
  });

  it('sees a row that contradicts one that has not changed, and one that repeats it far away', async () => {
    const plant = await newPlant(firstServer, smallDump());
    const conflict = smallDump();
    conflict.fases_ordem_fabrico!.push({ ...conflict.fases_ordem_fabrico![0], faseof_peso: 9 });
    const taken = await plant.ingest(conflict);
    expect(wayOf(taken)[0]).toBe('whole');
    expect(taken.result.sheets.find((one) => one.sheet === sheet)).toMatchObject({
      rejected: 2,
      unchanged: 79,
    });
    const repeated = smallDump();
    repeated.fases_ordem_fabrico!.push(repeated.fases_ordem_fabrico![0]!);
    const again = await plant.ingest(repeated);
    expect(wayOf(again)[0]).toBe('difference');
    expect(again.result.sheets.find((one) => one.sheet === sheet)).toMatchObject({
      rejected: 0,
      duplicates: 1,
      unchanged: 80,
    });
  });

  it.each([
    [
      'a bit of a hash',
      `UPDATE ledger_chunk SET hashes = set_byte(hashes, 5, get_byte(hashes, 5) # 1) WHERE sheet = '${sheet}'`,
    ],
    [
      'a bit of a key',
      `UPDATE ledger_chunk SET keys = set_byte(keys, 7, get_byte(keys, 7) # 1) WHERE sheet = '${sheet}'`,
    ],
    [
      'a row that is missing, from a chunk that is whole otherwise',
      `UPDATE ledger_chunk SET rows = rows - 1, hashes = substring(hashes FROM 17), keys = substring(keys FROM 9) WHERE sheet = '${sheet}';
       UPDATE ledger_chunk SET hashes_checksum = ('x' || encode(substring(sha256(hashes) FOR 4), 'hex'))::bit(32)::integer,
         keys_checksum = ('x' || encode(substring(sha256(keys) FOR 4), 'hex'))::bit(32)::integer WHERE sheet = '${sheet}';
       UPDATE ledger_sheet SET rows = rows - 1, checksum = (SELECT sum(hashes_checksum) FROM ledger_chunk WHERE sheet = '${sheet}') WHERE sheet = '${sheet}'`,
    ],
    ['all of its chunks', `DELETE FROM ledger_chunk WHERE sheet = '${sheet}'`],
    ['a row that core lost', 'DELETE FROM fases_ordem_fabrico WHERE faseof_id = 50020'],
  ])('that lies about %s is found, is not believed, and is right after the next run', async (_, lie) => {
    const plant = await newPlant(firstServer, smallDump());
    await plant.database.pool.query(lie);
    expect(await offences(plant)).toBeGreaterThan(0);
    expect(wayOf(await plant.ingest(nextDay()))).toEqual(['whole', 0]);
    expect(await offences(plant)).toBe(0);
    const other = await newPlant(firstServer);
    await other.ingest(nextDay());
    expect(await coreChecksum(plant.database.pool)).toBe(await coreChecksum(other.database.pool));
    expect(wayOf(await plant.ingest(smallDump()))).toEqual(['difference', 77]);
  });
});
