import { execFileSync } from 'node:child_process';
import { existsSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { copyFile, open, readFile, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Pool } from 'pg';
import { beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { createKey } from '../../src/http/keys/keys.js';
import { ingest } from '../../src/ingestion/run.js';
import { ArchiveWriter, readEntries, readEntry } from '../../src/maintenance/backup/archive.js';
import {
  type BackupManifest,
  backupManifestName,
  manifestSumName,
} from '../../src/maintenance/backup/manifest.js';
import { sha256Of } from '../../src/maintenance/backup/open-backup.js';
import { readOurRelations } from '../../src/maintenance/backup/our-tables.js';
import { restoreBackup, verifyBackup, writeBackup } from '../../src/maintenance/index.js';
import type { Database } from '../../src/platform/database.js';
import { appliedMigrations, migrateDown, migrateUp } from '../../src/platform/migrate.js';
import { migrationNames, migrationsFolder } from '../../src/platform/migration-files.js';
import { everyServer, firstServer, type TestServer, testDatabase } from '../support/database.js';
import { smallDump, temporaryFolder, temporaryFolderOf } from '../support/dump.js';
import { dumpFile } from './dump-file.js';
import { expectWhole } from './support.js';

/** Two dumps, so that there are changes and issues; a key, a posted workbook, an audit line: a row in most tables. */
const twoDumps = {
  what: 'two dumps and keys',
  fill: async (database: Database) => {
    const { folder, remove } = await temporaryFolderOf();
    await takeIn(database, folder, smallDump());
    await takeIn(database, folder, changedDump());
    await remove();
    const { key_id } = await createKey(database.pool, 'reader', 'ensaio');
    await database.pool.query(`
      INSERT INTO posted_workbooks (workbook_sha256, bytes) VALUES ('a', 3);
      INSERT INTO posted_workbook_parts VALUES ('a', 0, '\\x00ff0a');`);
    expect(key_id).not.toBe('');
  },
};

function changedDump(): ReturnType<typeof smallDump> {
  const dump = smallDump();
  dump.ordens_fabrico![0] = { ...dump.ordens_fabrico![0], of_produto_id: 202 };
  dump.modelos![0] = { ...dump.modelos![0], produto_nome: 'tab\t, \\N, "aspas"; é\u00a0ção' };
  // Neither key nor row: it is rejected.
  dump.fases_ordem_fabrico!.push({ faseof_id: 'x' });
  return dump;
}

async function takeIn(database: Database, folder: string, dump: ReturnType<typeof smallDump>): Promise<void> {
  const path = await dumpFile(folder, dump);
  await ingest({ database, path, extractsFolder: join(folder, 'extracts'), timeZone: 'Europe/Lisbon' });
}

async function holding(server: TestServer = firstServer): Promise<Database> {
  const made = await server.createHolding([twoDumps]);
  onTestFinished(() => made.drop());
  return made.database;
}

async function empty(server: TestServer = firstServer): Promise<Database> {
  const made = await server.create();
  onTestFinished(() => made.drop());
  return made.database;
}

async function backUp(
  database: Database,
  options: { overwrite?: boolean; file?: string } = {},
): Promise<string> {
  const file = options.file ?? join(await temporaryFolder(), 'copia.prodplan');
  await writeBackup({ database, file, version: '0.0.0', overwrite: options.overwrite ?? false });
  return file;
}

async function restore(database: Database, file: string): Promise<void> {
  await verifyBackup({ file });
  await restoreBackup({ database, file });
}

/** Rows and content of every table in `public`, and where every sequence stands: asked of the catalogue. */
async function contents(pool: Pool): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  const { rows } = await pool.query<{ name: string; kind: string }>(
    `SELECT relname AS name, relkind AS kind FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'S') ORDER BY relname`,
  );
  for (const { name, kind } of rows) {
    const answer = await pool.query<{ content: string }>(
      kind === 'S'
        ? `SELECT last_value || ' ' || is_called AS content FROM ${name}`
        : `SELECT count(*) || ' ' || coalesce(md5(string_agg(sum, '' ORDER BY sum)), '') AS content
           FROM (SELECT md5(t::text) AS sum FROM ${name} t) sums`,
    );
    found[name] = answer.rows[0]!.content;
  }
  return found;
}

describe('a restored database', () => {
  // On the server that it is of, and to and fro between it and the embedded one.
  const pairs = everyServer.flatMap((server): [string, TestServer, TestServer][] => [
    [`${server.name} to itself`, server, server],
    ...(server === firstServer
      ? []
      : ([
          [`${server.name} to the embedded one`, server, firstServer],
          [`the embedded one to ${server.name}`, firstServer, server],
        ] as [string, TestServer, TestServer][])),
  ]);
  test.for(pairs)('is its original, table by table, sequences included: %s', async ([, from, to]) => {
    const original = await holding(from);
    const restored = await empty(to);
    await restore(restored, await backUp(original));
    const before = await contents(original.pool);
    expect(await contents(restored.pool)).toEqual(before);
    expect(before.run_changes).not.toMatch(/^0 /);
    expect(before.run_rejects).not.toMatch(/^0 /);
    expect(before.posted_workbook_parts).toMatch(/^1 /);
    await expectWhole(restored.pool);
  });

  test('has the same indexes, constraints and statistics, and goes on from there', async () => {
    const original = await holding();
    const restored = await empty();
    const shape = `SELECT string_agg(indexdef, E'\\n' ORDER BY indexdef) || (SELECT string_agg(conrelid::regclass || ' ' ||
      conname || ' ' || pg_get_constraintdef(oid), E'\\n' ORDER BY conrelid::regclass::text, conname) FROM pg_constraint
      WHERE connamespace = 'public'::regnamespace) AS shape FROM pg_indexes WHERE schemaname = 'public'`;
    await restore(restored, await backUp(original));
    expect((await restored.pool.query(shape)).rows).toEqual((await original.pool.query(shape)).rows);
    const { rows } = await restored.pool.query(
      `SELECT reltuples::int AS n FROM pg_class WHERE oid = 'fases_ordem_fabrico'::regclass`,
    );
    expect(rows[0].n).toBe(80);
    await takeIn(restored, await temporaryFolder(), smallDump());
    const { rows: runs } = await restored.pool.query('SELECT max(run_id) AS last FROM ingestion_runs');
    expect(runs[0].last).toBe(3);
    await expectWhole(restored.pool);
  });

  test('comes from a database that knew fewer migrations, and knows all afterwards', async () => {
    const original = await holding();
    await migrateDown(original, 2);
    const file = await backUp(original);
    await migrateUp(original);
    const restored = await empty();
    await restore(restored, file);
    const [a, b] = [await contents(original.pool), await contents(restored.pool)];
    // The last two were applied at another moment.
    delete a.schema_migrations;
    delete b.schema_migrations;
    expect(b).toEqual(a);
    expect(await appliedMigrations(restored)).toEqual(await appliedMigrations(original));
  });

  test('may have been without any table', async () => {
    const original = await holding();
    const bare = await testDatabase({ migrated: false });
    onTestFinished(() => bare.drop());
    await restore(bare.database, await backUp(original));
    expect(await contents(bare.database.pool)).toEqual(await contents(original.pool));
  });

  test('must have been empty: one that holds anything is refused, and stays as it is', async () => {
    const file = await backUp(await holding());
    const used = await empty();
    await createKey(used.pool, 'reader', 'ensaio');
    const before = await contents(used.pool);
    await expect(restore(used, file)).rejects.toMatchObject({ code: 'RESTORE_NOT_EMPTY', kind: 'setup' });
    expect(await contents(used.pool)).toEqual(before);
  });
});

describe('what belongs into a backup', () => {
  test('is every table and sequence that the migrations make, and no other', async () => {
    const database = await empty();
    await database.pool.query('CREATE TABLE de_outrem (id serial)');
    const session = await database.connect();
    const migrations = await appliedMigrations(database);
    const relations = await readOurRelations(session);
    const names = [...relations.tables.map(({ name }) => name), ...relations.sequences].sort();
    const { rows } = await database.pool.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace
       AND relkind IN ('r', 'p', 'S') AND NOT relispartition AND relname NOT LIKE 'de_outrem%' ORDER BY relname`,
    );
    expect(names).toEqual(rows.map(({ name }) => name).sort());
    expect(relations.foreign).toEqual(['de_outrem']);
    // COPY would fire them; whoever adds the first one thinks of it.
    const triggers = await database.pool.query('SELECT FROM pg_trigger WHERE NOT tgisinternal');
    expect(triggers.rowCount).toBe(0);
    expect(migrationNames(migrationsFolder)).toEqual(migrations);
  });

  test('is one state, while runs publish: the old one or the new one', async () => {
    const database = await empty();
    const folder = await temporaryFolder();
    await takeIn(database, folder, smallDump());
    const states = new Map<number, string>();
    const stateOf = ({ published, tables }: BackupManifest): [number, string] => {
      const sums = tables
        .filter(({ name }) => /^(ordens|fases|modelos|agg_order|run_changes)/.test(name))
        .map(({ name, sha256, rows }) => `${name} ${rows} ${sha256}`);
      return [published!.data_version, sums.join('\n')];
    };
    const take = async (): Promise<BackupManifest> =>
      (await writeBackup({ database, file: join(folder, 'b'), version: '0', overwrite: true })).manifest;
    states.set(...stateOf(await take()));
    const seen: [number, string][] = [];
    for (const dump of [changedDump(), smallDump()]) {
      let published = false;
      const run = takeIn(database, folder, dump).finally(() => {
        published = true;
      });
      while (!published) seen.push(stateOf(await take()));
      await run;
      states.set(...stateOf(await take()));
    }
    expect(states.size).toBe(3);
    for (const [version, state] of seen) expect(state).toBe(states.get(version));
  });

  test('waits for a run that has a table, and never makes it wait in a circle', async () => {
    const database = await holding();
    const writer = await database.connect();
    await writer.query('BEGIN; LOCK TABLE run_rejects IN ACCESS EXCLUSIVE MODE');
    const waits: string[] = [];
    let waiting: () => void = () => {};
    const waited = new Promise<void>((resolve) => {
      waiting = resolve;
    });
    const file = join(await temporaryFolder(), 'b');
    const options = { database, file, version: '0', overwrite: false };
    const backup = writeBackup({
      ...options,
      onProgress: ({ kind }) => {
        waits.push(kind);
        if (kind === 'waiting') waiting();
      },
    });
    await waited;
    // A table that the backup locks before that one: the writer gets it, and is not ended as the victim of a deadlock.
    await writer.query('LOCK TABLE agg_day IN ACCESS EXCLUSIVE MODE; COMMIT');
    await backup;
    expect(waits[0]).toBe('waiting');
    await verifyBackup({ file });
  });
});

describe('the file', () => {
  test('is its owner’s alone, replaced only when told so, and leaves nothing beside it', async () => {
    const database = await holding();
    const folder = await temporaryFolder();
    const file = join(folder, 'copia');
    await backUp(database, { file });
    expect(statSync(file).mode & 0o777).toBe(0o600);
    await expect(backUp(database, { file })).rejects.toMatchObject({ code: 'BACKUP_EXISTS' });
    // What a killed backup to this file left.
    await writeFile(join(folder, '.copia.2147483646.incompleto'), 'nomes');
    await backUp(database, { file, overwrite: true });
    expect(readdirSync(folder)).toEqual(['copia']);
    await expect(backUp(database, { file: folder, overwrite: true })).rejects.toMatchObject({
      code: 'BACKUP_NOT_WRITTEN',
    });
    // A device, a pipe: whatever is no file is never replaced by one.
    const pipe = join(folder, 'cano');
    execFileSync('mkfifo', [pipe]);
    await expect(backUp(database, { file: pipe, overwrite: true })).rejects.toMatchObject({
      code: 'BACKUP_NOT_WRITTEN',
    });
    expect(statSync(pipe).isFIFO()).toBe(true);
    // A link is followed, and stays one.
    const link = join(folder, 'atalho');
    await symlink(file, link);
    const before = statSync(file).ino;
    await backUp(database, { file: link, overwrite: true });
    expect([lstatSync(link).isSymbolicLink(), statSync(file).ino === before]).toEqual([true, false]);
    await expect(backUp(database, { file: join(folder, 'nada', 'x') })).rejects.toMatchObject({
      code: 'BACKUP_NOT_WRITTEN',
    });
  });

  test('that fails half way leaves neither itself nor a hole in the old one', async () => {
    const database = await holding();
    const folder = await temporaryFolder();
    const file = await backUp(database, { file: join(folder, 'copia') });
    const before = sha256Of(await readFile(file));
    const stop = new AbortController();
    const onProgress = () => stop.abort(new Error('chega'));
    await expect(
      writeBackup({ database, file, version: '0', overwrite: true, signal: stop.signal, onProgress }),
    ).rejects.toThrow('chega');
    expect(sha256Of(await readFile(file))).toBe(before);
    expect(readdirSync(folder)).toEqual(['copia']);
  });
});

describe('a file that is not a whole backup of ours', () => {
  let file: string;
  let folder: string;
  let drop: () => Promise<void>;
  beforeAll(async () => {
    const temporary = await temporaryFolderOf();
    folder = temporary.folder;
    const made = await firstServer.createHolding([twoDumps]);
    drop = made.drop;
    file = await backUp(made.database, { file: join(folder, 'copia') });
    return async () => {
      await drop();
      await temporary.remove();
    };
  });

  test('is refused wherever it was cut', async () => {
    const size = statSync(file).size;
    const cut = join(folder, 'cortado');
    for (const length of [0, 10, 511, 512, 4000, Math.floor(size / 2), size - 1024 - 512, size - 2000]) {
      await copyFile(file, cut);
      await truncate(cut, length);
      await expect(verifyBackup({ file: cut }), String(length)).rejects.toMatchObject({
        kind: 'input',
        code: expect.stringMatching(/^BACKUP_(DAMAGED|FOREIGN)$/),
      });
    }
  });

  test('is refused with any byte changed, or gives what the original gives', async () => {
    const original = await verifyBackup({ file });
    const size = statSync(file).size;
    const changed = join(folder, 'mudado');
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(size - 1), fc.integer({ min: 1, max: 255 }), async (at, difference) => {
        await copyFile(file, changed);
        const handle = await open(changed, 'r+');
        const byte = Buffer.alloc(1);
        await handle.read(byte, 0, 1, at);
        byte[0]! ^= difference;
        await handle.write(byte, 0, 1, at);
        await handle.close();
        const outcome = await verifyBackup({ file: changed }).catch((error: unknown) => error);
        if (outcome instanceof Error) {
          refused += 1;
          expect(outcome).toMatchObject({
            code: expect.stringMatching(/^BACKUP_(DAMAGED|FOREIGN|NEWER)$/),
            remedy: expect.stringContaining('.'),
          });
        } else expect(outcome).toEqual(original);
      }),
      { numRuns: 150 },
    );
    expect(refused).toBeGreaterThan(50);
  });

  test('is told from one: a folder, a workbook, nothing', async () => {
    const other = join(folder, 'outro.xlsx');
    await writeFile(other, 'PK\u0003\u0004 isto não é');
    await expect(verifyBackup({ file: other })).rejects.toMatchObject({ code: 'BACKUP_FOREIGN' });
    await expect(verifyBackup({ file: folder })).rejects.toMatchObject({ code: 'BACKUP_FOREIGN' });
    await expect(verifyBackup({ file: join(folder, 'nada') })).rejects.toMatchObject({
      code: 'BACKUP_NOT_FOUND',
    });
    expect(existsSync(join(folder, 'nada'))).toBe(false);
  });

  test('is refused in one sentence where a newer program wrote it', async () => {
    const newer = join(folder, 'novo');
    const refusal = { code: 'BACKUP_NEWER', kind: 'input', remedy: expect.stringContaining('Atualize') };
    await rewrite(file, newer, (manifest) => ({
      ...manifest,
      migrations: [...manifest.migrations, '9999_ainda_nao_existe'],
    }));
    await expect(verifyBackup({ file: newer })).rejects.toMatchObject(refusal);
    await rewrite(file, newer, (manifest) => ({ ...manifest, format: 'prodplan-backup-2' as never }));
    await expect(verifyBackup({ file: newer })).rejects.toMatchObject(refusal);
  });

  test('changes nothing where it lacks a table or another has other rows', async () => {
    const odd = join(folder, 'estranho');
    const database = await empty();
    const before = await contents(database.pool);
    await rewrite(file, odd, (manifest) => ({ ...manifest, tables: manifest.tables.slice(1) }));
    await expect(restoreBackup({ database, file: odd })).rejects.toMatchObject({ code: 'BACKUP_DAMAGED' });
    await rewrite(file, odd, (manifest) => ({
      ...manifest,
      tables: manifest.tables.map((table) => (table.name === 'run_fence' ? { ...table, rows: 2 } : table)),
    }));
    await expect(restoreBackup({ database, file: odd })).rejects.toMatchObject({ code: 'BACKUP_DAMAGED' });
    // The lock of a run draws a number, whatever becomes of the run.
    const { run_fence: _, ...after } = await contents(database.pool);
    const { run_fence: __, ...first } = before;
    expect(after).toEqual(first);
  });
});

/** A copy of a backup with another manifest, whole in itself. */
async function rewrite(
  from: string,
  to: string,
  change: (manifest: BackupManifest) => BackupManifest,
): Promise<void> {
  const source = await open(from, 'r');
  const target = await open(to, 'w');
  const archive = new ArchiveWriter(target);
  let text = '';
  for (const entry of await readEntries(source)) {
    const bytes = await readEntry(source, entry);
    if (entry.name === backupManifestName)
      text = JSON.stringify(change(JSON.parse(bytes.toString()) as BackupManifest));
    if (entry.name === backupManifestName) await archive.text(entry.name, text);
    else if (entry.name === manifestSumName) await archive.text(entry.name, sha256Of(text));
    else await archive.entry(entry.name, (append) => append(bytes));
  }
  await archive.finish();
  await source.close();
  await target.close();
}
