import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { sharedPlant } from '../ingest/bad-input-support.js';
import { dumpWorkbook, smallDump, writeWorkbook } from '../support/dump.js';

const name = 'Zulmira Inconfundível';
const page = readFileSync('docs/how-to/where-names-are.md', 'utf8');
/** A workbook is compressed there: what it holds cannot be seen in it. */
const compressed = 'posted_workbook_parts';

/** The names in the first column of the page's tables below a heading. */
function listed(heading: string): string[] {
  const rows = page
    .split(`## ${heading}`)[1]!
    .split('\n## ')[0]!
    .split('\n')
    .filter((line) => line.startsWith('| `'));
  return rows.flatMap((row) => [...row.split('|')[1]!.matchAll(/`([^`]+)`/g)].map(([, text]) => text!));
}

const plant = sharedPlant();

it('a name is where the page says, and nowhere else', async () => {
  const dump = smallDump();
  // In the ERP's own column, in a remark, in a row that is rejected, in what was and is no longer, and in the file's name.
  dump.funcionarios![2] = { ...dump.funcionarios![2], funcionario_nome: name };
  dump.funcionarios!.push({ funcionario_id: 'sem número', funcionario_nome: name, funcionario_activo: 1 });
  dump.erros_ordem_fabrico![0] = {
    ...dump.erros_ordem_fabrico![0],
    ofch_descricao_erro: `Perguntar a ${name}`,
  };
  const path = await writeWorkbook(dumpWorkbook(dump), `${name}.xlsx`);
  const steps = [
    ['ingest', path],
    ['keys', 'create', '--role', 'reader', '--label', name],
    ['settings', 'set', 'zombie_days', '300', '--by', name],
    ['defects', 'classify', `Perguntar a ${name}`, 'molde', '--by', name],
  ];
  for (const words of steps) expect([words, (await plant().cli(...words)).exitCode]).toEqual([words, 0]);

  const { pool } = plant().database;
  const tables = await pool.query<{ schema: string; name: string }>(
    `SELECT n.nspname AS schema, c.relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname NOT IN ('pg_catalog', 'information_schema')`,
  );
  const found: string[] = [];
  for (const one of tables.rows) {
    const { rowCount } = await pool.query(
      `SELECT FROM "${one.schema}"."${one.name}" t WHERE t::text ILIKE '%inconfund%' LIMIT 1`,
    );
    if (rowCount === 1) found.push(one.name);
  }
  expect(found.length).toBeGreaterThan(5);
  expect(found.sort()).toEqual(
    listed('In the database')
      .filter((one) => one !== compressed)
      .sort(),
  );

  const held = filesIn(plant().home).filter((file) => textOf(join(plant().home, file)).includes('Inconfund'));
  const places = listed('In files')
    .filter((one) => one.startsWith('PRODPLAN_HOME/'))
    .map((one) => one.slice(14));
  expect(held.length).toBeGreaterThan(0);
  expect(held.filter((file) => !places.some((place) => file.startsWith(place)))).toEqual([]);
  for (const file of held) expect([file, statSync(join(plant().home, file)).mode & 0o077]).toEqual([file, 0]);
}, 240_000);

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => relative(folder, join(one.parentPath, one.name)));
}

function textOf(path: string): string {
  const bytes = readFileSync(path);
  return (path.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
}
