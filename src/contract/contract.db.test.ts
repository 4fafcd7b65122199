import { describe, expect, expectTypeOf, it } from 'vitest';
import { testDatabase } from '../../test/support/database.js';
import { type FaseOrdemFabrico, type OrdemFabricoErro, type Sheet, sheets } from './index.js';
import { coreTableDdl } from './sql.js';

/** `FaseOf_OfId` -> `faseof_of_id`: the prefix is one word, the rest is split at its capitals. */
function snakeCase(header: string): string {
  const [prefix, rest] = header.split('_') as [string, string];
  // OFCH_GRAVIDADE is written in capitals throughout.
  const words = rest === rest.toUpperCase() ? rest.toLowerCase() : rest.replaceAll('FaseOf', 'Faseof');
  const split = words.replace(/(?<=.)([A-Z])/g, '_$1');
  return `${prefix}_${split}`.toLowerCase();
}

describe('the contract', () => {
  it('names columns after their headers, save for the settled exceptions', () => {
    const others = sheets.flatMap((sheet: Sheet) =>
      Object.entries(sheet.columns)
        .filter(([name, column]) => name !== snakeCase(column.header))
        .map(([name]) => name),
    );
    expect(others).toEqual([
      'ofch_descricao_erro',
      'ofch_of_id',
      'ofch_fase_avaliacao',
      'ofch_faseof_avaliacao',
      'ofch_faseof_culpada',
    ]);
  });

  it('refers only to keys that exist, in sheets that are merged before', () => {
    const seen = new Map<string, Sheet>();
    for (const sheet of sheets as readonly Sheet[]) {
      for (const { column, table, key } of sheet.references) {
        expect(sheet.columns, `${sheet.sheet}.${column}`).toHaveProperty(column);
        expect(seen.get(table)?.key, `${table}.${key}`).toContain(key);
      }
      seen.set(sheet.table, sheet);
    }
  });

  it('demands a value in every key column that may not be empty', () => {
    for (const sheet of sheets as readonly Sheet[]) {
      const keys = [...(sheet.key === 'row' ? [] : sheet.key), ...sheet.storageKey].filter(
        (name) => name in sheet.columns,
      );
      for (const name of keys) {
        expect(sheet.columns[name]!.required, `${sheet.sheet}.${name}`).toBe(
          !sheet.nullableKey.includes(name),
        );
      }
    }
  });

  it('gives rows their types', () => {
    expectTypeOf<FaseOrdemFabrico['faseof_id']>().toEqualTypeOf<number>();
    expectTypeOf<FaseOrdemFabrico['faseof_fim']>().toEqualTypeOf<string | null>();
    expectTypeOf<FaseOrdemFabrico['faseof_peso']>().toEqualTypeOf<string | null>();
    expectTypeOf<OrdemFabricoErro['ofch_of_id']>().toEqualTypeOf<number>();
  });
});

describe('the first migration', () => {
  it('makes the tables that the contract declares', async () => {
    const test = await testDatabase();
    try {
      const { pool } = test.database;
      const migrated = await shape(test, 'public');
      await pool.query(
        `CREATE SCHEMA declared; SET search_path = declared; ${(sheets as readonly Sheet[]).map(coreTableDdl).join('\n')}; SET search_path = public`,
      );
      expect(migrated).toEqual(await shape(test, 'declared'));
      expect(migrated.length).toBeGreaterThan(50);
    } finally {
      await test.drop();
    }
  });
});

/** Columns, keys and partitions of the core tables in a schema. */
async function shape(test: Awaited<ReturnType<typeof testDatabase>>, schema: string): Promise<unknown[]> {
  const tables = sheets.map((sheet) => sheet.table);
  const { rows: columns } = await test.database.pool.query(
    `SELECT table_name, column_name, data_type, is_nullable FROM information_schema.columns
     WHERE table_schema = $1 AND table_name = ANY ($2) ORDER BY 1, 2`,
    [schema, tables],
  );
  const { rows: keys } = await test.database.pool.query(
    `SELECT conrelid::regclass::text AS name, pg_get_constraintdef(oid) AS definition FROM pg_constraint
     WHERE connamespace = $1::regnamespace AND contype IN ('p', 'u') ORDER BY replace(conrelid::regclass::text, 'declared.', ''), 2`,
    [schema],
  );
  const known = (name: string): boolean =>
    tables.some((table) => name === table || name.startsWith(`${table}_p`));
  return [
    ...columns,
    ...keys
      .map((key) => ({ ...key, name: key.name.replace('declared.', '') }))
      .filter((key) => known(key.name)),
  ];
}
