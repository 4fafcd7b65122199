import { appendFile, mkdir, readdir, readFile, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { until } from '../ingest/running.js';
import { holdRuns, newPlace, type Place, workbookOf } from './support.js';

interface Folder {
  readonly path: string;
  /** Put there as a whole, at once. */
  drop(name: string, content: Buffer): Promise<void>;
  /** What people see in it, without what is hidden. */
  names(place?: 'done' | 'failed'): Promise<string[]>;
  arrives(place: 'done' | 'failed', name: string): Promise<void>;
  /** The report beside a file. */
  report(place: 'done' | 'failed', name: string): Promise<{ json: Record<string, unknown>; text: string }>;
}

async function bytesOf(path: string): Promise<number> {
  return (await stat(path).catch(() => null))?.size ?? 0;
}

async function newFolder({ home }: Place): Promise<Folder> {
  const path = join(home, 'entrada');
  await mkdir(path);
  const names = async (place?: string): Promise<string[]> => {
    const found = await readdir(join(path, place ?? '.')).catch(() => []);
    return found.filter((name) => !name.startsWith('.') && !['done', 'failed'].includes(name)).sort();
  };
  return {
    path,
    names,
    drop: async (name, content) => {
      const draft = join(home, name);
      await writeFile(draft, content);
      await rename(draft, join(path, name));
    },
    arrives: (place, name) =>
      // An empty file holds its name while the reports are written.
      until(`${name} in ${place}`, async () => (await bytesOf(join(path, place, name))) > 0, {
        patienceMs: 90_000,
      }),
    report: async (place, name) => ({
      json: JSON.parse(await readFile(join(path, place, `${name}.relatorio.json`), 'utf8')),
      text: await readFile(join(path, place, `${name}.relatorio.txt`), 'utf8'),
    }),
  };
}

describe('a watched folder', { timeout: 240_000 }, () => {
  it('a workbook is taken in and filed away with its report; the same again is filed beside it and changes nothing', async () => {
    const place = await newPlace();
    const folder = await newFolder(place);
    await place.worker('--watch', folder.path);
    await folder.drop('Folha_IA.xlsx', workbookOf(0));
    await folder.arrives('done', 'Folha_IA.xlsx');
    expect(await folder.names()).toEqual([]);
    const { json, text } = await folder.report('done', 'Folha_IA.xlsx');
    expect(json).toMatchObject({
      name: 'ingest_workbook',
      state: 'completed',
      result: { run_id: 1, status: 'completed' },
    });
    expect(text).toContain('Publicado: carga 1');
    for (const never of ['Zulmira', '\u001b[']) expect(text).not.toContain(never);

    await folder.drop('Folha_IA.xlsx', workbookOf(0));
    await folder.arrives('done', 'Folha_IA (2).xlsx');
    const again = await folder.report('done', 'Folha_IA (2).xlsx');
    expect(again.json).toMatchObject({ result: { status: 'unchanged' } });
    expect(again.text).toContain('Sem alterações');
    const { rows } = await place.database.pool.query('SELECT data_version FROM publication');
    expect(rows).toEqual([{ data_version: 1 }]);
  });

  it('what cannot be used is filed under failed with the reason; other files, and those of an open Excel, stay', async () => {
    const place = await newPlace();
    const folder = await newFolder(place);
    await place.worker('--watch', folder.path);
    // Whole by its end, broken inside: the first bytes of the first sheet.
    const broken = Buffer.from(workbookOf(0));
    broken.fill(0x5a, 200, 600);
    await folder.drop('~$Folha_IA.xlsx', Buffer.from('Excel'));
    await folder.drop('notas.txt', Buffer.from('x'));
    await folder.drop('estragado.xlsx', broken);
    await folder.arrives('failed', 'estragado.xlsx');
    const { json, text } = await folder.report('failed', 'estragado.xlsx');
    expect(json).toMatchObject({ state: 'failed', error: { code: expect.any(String) } });
    expect(text).toContain('O que fazer:');
    expect(text).not.toContain(place.home);
    expect(await folder.names()).toEqual(['notas.txt', '~$Folha_IA.xlsx']);
    // And the next good one goes its way.
    await folder.drop('bom.xlsx', workbookOf(0));
    await folder.arrives('done', 'bom.xlsx');
  });

  it('a file that is still being copied is not taken, also where its beginning looks whole', async () => {
    const place = await newPlace();
    const folder = await newFolder(place);
    await place.worker('--watch', folder.path);
    const content = workbookOf(0);
    const path = join(folder.path, 'devagar.xlsx');
    const pieces = 12;
    await writeFile(path, Buffer.alloc(0));
    for (let piece = 0; piece < pieces; piece++) {
      const [from, to] = [piece, piece + 1].map((n) => Math.floor((content.length * n) / pieces));
      await appendFile(path, content.subarray(from, to));
      // Long enough to be seen as it is, and once too long to be thought of as still growing.
      await sleep(piece === 5 ? 8_000 : 500);
      expect(await folder.names()).toEqual(['devagar.xlsx']);
      if (piece < pieces - 1) expect(await place.runs()).toEqual([]);
    }
    await folder.arrives('done', 'devagar.xlsx');
    expect((await place.runs()).map(({ status }) => status)).toEqual(['completed']);
  });

  it('two workers watch it, one is killed with the file in hand: it is taken in once and filed away once', async () => {
    const place = await newPlace();
    const folder = await newFolder(place);
    const hold = await holdRuns(place);
    const workers = [await place.worker('--watch', folder.path), await place.worker('--watch', folder.path)];
    await folder.drop('um.xlsx', workbookOf(0));
    await hold.held();
    const taken = workers.findIndex((one) => one.log().some((line) => line.msg === 'file taken'));
    await workers[taken]!.kill();
    await hold.release();
    await folder.arrives('done', 'um.xlsx');
    expect(await folder.names('done')).toEqual([
      'um.xlsx',
      'um.xlsx.relatorio.json',
      'um.xlsx.relatorio.txt',
    ]);
    expect(await folder.names('failed')).toEqual([]);
    expect((await place.runs()).filter(({ status }) => status === 'completed')).toHaveLength(1);
  });

  it('several that lie there are taken in from the oldest dump to the newest, whatever they are called', async () => {
    const place = await newPlace();
    const folder = await newFolder(place);
    await folder.drop('a.xlsx', workbookOf(2));
    await folder.drop('b.xlsx', workbookOf(0));
    await folder.drop('c.xlsx', workbookOf(1));
    await place.worker('--watch', folder.path);
    for (const name of ['a.xlsx', 'b.xlsx', 'c.xlsx']) await folder.arrives('done', name);
    const { rows } = await place.database.pool.query(
      "SELECT source_name FROM ingestion_runs WHERE status = 'completed' ORDER BY run_id",
    );
    expect(rows.map((row) => row.source_name)).toEqual(['b.xlsx', 'c.xlsx', 'a.xlsx']);
  });

  it('a folder that is not there, or cannot be written to, is refused before any job is taken', async () => {
    const place = await newPlace();
    await place.json('jobs', 'run', 'maintenance');
    const missing = await place.cli('worker', '--watch', join(place.home, 'nada'));
    expect(missing).toMatchObject({ exitCode: 2, stdout: '' });
    expect(missing.stderr).toContain('(WATCH_NOT_FOUND)');
    await writeFile(join(place.home, 'ficheiro'), '');
    const noFolder = await place.cli('worker', '--watch', join(place.home, 'ficheiro'));
    expect(noFolder).toMatchObject({ exitCode: 2, stdout: '' });
    expect(noFolder.stderr).toContain('(WATCH_NOT_WRITABLE)');
    expect(await place.json<unknown[]>('jobs', 'list')).toMatchObject([{ state: 'waiting' }]);
  });
});
