import { utimesSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { coreChecksum } from '../support/core.js';
import { firstServer } from '../support/database.js';
import { dumpWorkbook, smallDump, writeWorkbook } from '../support/dump.js';
import { newPlant } from './support.js';

describe('a file that is looked at twice', () => {
  it('is refused where it changed while it was read', async () => {
    const plant = await newPlant(firstServer);
    const before = await coreChecksum(plant.database.pool);
    const path = await writeWorkbook(dumpWorkbook(smallDump()));
    const touch = () => utimesSync(path, new Date(), new Date(Date.now() + 5000));
    await expect(plant.ingestFile(path, { onProgress: touch })).rejects.toMatchObject({
      kind: 'input',
      code: 'FILE_CHANGED',
    });
    expect(await coreChecksum(plant.database.pool)).toBe(before);
  });

  it('is not called unchanged where its missing sheets were allowed only the first time', async () => {
    const plant = await newPlant(firstServer);
    const path = await writeWorkbook(
      dumpWorkbook(smallDump(), { edit: (sheets) => sheets.filter((sheet) => sheet.name !== 'Modelos') }),
    );
    expect((await plant.ingestFile(path, { allowMissingSheets: true })).result.status).toBe('completed');
    expect((await plant.ingestFile(path, { allowMissingSheets: true })).result.status).toBe('unchanged');
    await expect(plant.ingestFile(path)).rejects.toMatchObject({ kind: 'contract', code: 'MISSING_SHEET' });
  });
});
