import { describe, expect, it } from 'vitest';
import { coreChecksum, coreCounts } from '../support/core.js';
import { type Dump, dumpWorkbook, serial, smallDump, writeWorkbook } from '../support/dump.js';
import { expectRefusal, sharedPlant } from './bad-input-support.js';
import { countsOf } from './support.js';

const fileOf = (dump: Dump): Promise<string> => writeWorkbook(dumpWorkbook(dump));

/** Without so many of the last orders' phases. */
function shrunk(rows: number): Dump {
  const dump = smallDump();
  dump.fases_ordem_fabrico = dump.fases_ordem_fabrico!.slice(0, 80 - rows);
  return dump;
}

describe('a dump that does not follow the published one', () => {
  const plant = sharedPlant();

  it('refuses an older dump with both moments; --force takes it', async () => {
    const older = smallDump();
    for (const table of ['ordens_fabrico', 'fases_ordem_fabrico']) {
      for (const [place, row] of older[table]!.entries()) {
        const earlier = Object.entries(row).map(([name, value]) => [
          name,
          value !== null && typeof value === 'object' && 'serial' in value
            ? { serial: value.serial - 40 }
            : value,
        ]);
        older[table]![place] = Object.fromEntries(earlier);
      }
    }
    const path = await fileOf(older);
    await expectRefusal(plant(), path, {
      exitCode: 4,
      code: 'OLDER_DUMP',
      says: ['2023-03-11 10:00:00', '2023-04-20 10:00:00', 'Nada foi alterado', '--force'],
    });
    const before = await coreChecksum(plant().database.pool);
    const forced = await plant().cli('ingest', path, '--force');
    expect(forced, forced.stderr).toMatchObject({ exitCode: 0 });
    expect(await coreChecksum(plant().database.pool)).not.toBe(before);
    await plant().ingest(smallDump());
    expect(await coreChecksum(plant().database.pool)).toBe(before);
  });

  it('refuses a dump in which a sheet lost over a fifth of its keys, with the figures of all such sheets', async () => {
    const dump = shrunk(17);
    dump.ordens_fabrico = dump.ordens_fabrico!.slice(0, 10);
    const path = await fileOf(dump);
    await expectRefusal(plant(), path, {
      exitCode: 4,
      code: 'SHEET_SHRANK',
      says: [
        'OrdensFabrico perdeu 10 de 20 linhas (50,0 %)',
        'FasesOrdemFabrico perdeu 17 de 80 linhas (21,3 %)',
        '20 %',
        'Nada foi alterado',
        '--force',
      ],
      args: ['--as-of', '2023-05-01'],
    });
    const forced = await plant().cli('ingest', path, '--force', '--as-of', '2023-05-01');
    expect(forced, forced.stderr).toMatchObject({ exitCode: 0 });
    expect(await coreCounts(plant().database.pool)).toMatchObject({ ordens_fabrico: 10 });
    await plant().ingest(smallDump(), { force: true });
  });

  it('takes a dump in which a sheet lost a fifth, and counts new keys for nothing', async () => {
    const fifth = shrunk(16);
    const taken = await plant().ingest(fifth, { asOf: '2023-05-01T00:00:00' });
    expect(countsOf(taken, 'FasesOrdemFabrico')).toMatchObject({ rows: 64, gone: 16 });
    await plant().ingest(smallDump(), { force: true });
    // As many rows as before, but a quarter of the keys are others: a mixed-up file.
    const replaced = smallDump();
    replaced.fases_ordem_fabrico = replaced.fases_ordem_fabrico!.map((row, place) =>
      place < 20 ? { ...row, faseof_id: 90_000 + place } : row,
    );
    await expectRefusal(plant(), await fileOf(replaced), {
      exitCode: 4,
      code: 'SHEET_SHRANK',
      says: ['FasesOrdemFabrico perdeu 20 de 80 linhas (25,0 %)'],
    });
  });

  it('refuses a dump that does not say of when it is', async () => {
    const timeless = smallDump();
    const dates = ['of_data_criacao', 'of_data_acabamento', 'faseof_inicio', 'faseof_fim'];
    for (const table of ['ordens_fabrico', 'fases_ordem_fabrico']) {
      timeless[table] = timeless[table]!.map((row) =>
        Object.fromEntries(Object.entries(row).filter(([name]) => !dates.includes(name))),
      );
    }
    await expectRefusal(plant(), await fileOf(timeless), {
      exitCode: 4,
      code: 'NO_CLOCK',
      says: ['de quando é este ficheiro', '--as-of'],
    });
  });

  it('lets no planned or mistyped date move the clock past the guard', async () => {
    const dump = smallDump();
    dump.ordens_fabrico![0] = { ...dump.ordens_fabrico![0], of_data_criacao: serial('2032-03-01') };
    const taken = await plant().ingest(dump);
    expect(taken.result).toMatchObject({ status: 'completed', as_of: '2023-04-20T10:00:00' });
    const next = await plant().ingest(smallDump());
    expect(next.result).toMatchObject({ status: 'completed', as_of: '2023-04-20T10:00:00' });
  });
});
