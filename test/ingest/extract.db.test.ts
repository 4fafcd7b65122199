import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { prodplan } from '../support/cli.js';
import { coreChecksum } from '../support/core.js';
import { firstServer } from '../support/database.js';
import { dumpWorkbook, smallDump, temporaryFolder, writeWorkbook } from '../support/dump.js';
import { newPlant } from './support.js';

const server = firstServer;

async function extract(): Promise<{ workbook: string; folder: string }> {
  const dump = smallDump();
  dump.modelos![0] = { ...dump.modelos![0], produto_nome: 'K1 "Olá", ção\nlinha 2' };
  const workbook = await writeWorkbook(dumpWorkbook(dump));
  const folder = join(await temporaryFolder(), 'saída');
  const done = await prodplan(['extract', workbook, '--out', folder], {});
  expect(done, done.stderr).toMatchObject({ exitCode: 0 });
  return { workbook, folder };
}

describe('prodplan extract', () => {
  it('writes CSV.gz that other programs read, with the checksums of the manifest', async () => {
    const { workbook, folder } = await extract();
    const manifest = JSON.parse(await readFile(join(folder, 'manifest.json'), 'utf8'));
    expect(manifest.workbook.sha256).toBe(
      createHash('sha256')
        .update(await readFile(workbook))
        .digest('hex'),
    );
    expect(manifest.sheets).toHaveLength(9);
    for (const sheet of manifest.sheets) {
      const path = join(folder, sheet.file);
      const csv = gunzipSync(await readFile(path));
      expect(createHash('sha256').update(csv).digest('hex')).toBe(sheet.sha256);
      expect(csv).toEqual(execFileSync('gzip', ['-dc', path]));
      expect((await stat(path)).mode & 0o777).toBe(0o600);
    }
    const csv = gunzipSync(await readFile(join(folder, 'fases_ordem_fabrico.csv.gz'))).toString();
    expect(csv.split('\n').slice(0, 2)).toEqual([
      'FaseOf_Id,FaseOf_OfId,FaseOf_Inicio,FaseOf_Fim,FaseOf_DataPrevista,FaseOf_Coeficiente,FaseOf_CoeficienteX,FaseOf_FaseId,FaseOf_Peso,FaseOf_Retorno,FaseOf_Turno,FaseOf_Sequencia',
      '50001,1001,2023-04-01T08:00:00,2023-04-01T08:45:00,2023-04-01T00:00:00,1.5,0.75,1,,0,1,1',
    ]);
  });

  it('writes a folder that is taken in as the workbook itself', async () => {
    const { workbook, folder } = await extract();
    const [fromWorkbook, fromFolder] = [await newPlant(server), await newPlant(server)];
    const first = await fromWorkbook.ingestFile(workbook);
    const second = await fromFolder.ingestFile(folder);
    expect(await coreChecksum(fromFolder.database.pool)).toBe(await coreChecksum(fromWorkbook.database.pool));
    expect(second.result.sheets.map((one) => one.sha256)).toEqual(
      first.result.sheets.map((one) => one.sha256),
    );
    // The same workbook, whichever way it comes.
    expect((await fromWorkbook.ingestFile(folder)).result.status).toBe('unchanged');
    const { rows } = await fromFolder.database.pool.query(
      'SELECT produto_nome FROM modelos WHERE produto_id = 201',
    );
    expect(rows).toEqual([{ produto_nome: 'K1 "Olá", ção\nlinha 2' }]);
  });

  it('refuses a folder whose files are not those of the manifest', async () => {
    const { folder } = await extract();
    const plant = await newPlant(server);
    const before = await coreChecksum(plant.database.pool);
    const path = join(folder, 'modelos.csv.gz');
    const bytes = await readFile(path);
    await writeFile(path, bytes.subarray(0, bytes.length - 20));
    await expect(plant.ingestFile(folder)).rejects.toMatchObject({ kind: 'input', code: 'CORRUPT' });
    const other = await extract();
    await writeFile(path, await readFile(join(other.folder, 'fases_catalogo.csv.gz')));
    await expect(plant.ingestFile(folder)).rejects.toMatchObject({ kind: 'input', code: 'CORRUPT' });
    await writeFile(join(folder, 'manifest.json'), '{}');
    await expect(plant.ingestFile(folder)).rejects.toMatchObject({ kind: 'input', code: 'BAD_MANIFEST' });
    expect(await coreChecksum(plant.database.pool)).toBe(before);
  });

  it('keeps the extracts of the newest runs only', async () => {
    const plant = await newPlant(server);
    const folder = await temporaryFolder();
    const extractsFolder = join(folder, 'extracts');
    for (let n = 0; n < 7; n++) await plant.ingest(smallDump(), { force: true, extractsFolder });
    expect((await readdir(extractsFolder)).sort()).toEqual(['run-3', 'run-4', 'run-5', 'run-6', 'run-7']);
  });
});
