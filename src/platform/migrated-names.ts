import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { migrationsTable } from './migrate.js';
import { migrationsFolder } from './migration-files.js';

export interface MigratedNames {
  readonly tables: ReadonlySet<string>;
  readonly sequences: ReadonlySet<string>;
}

/** What these migrations make, by the text of their files; the table of migrations itself is among it. */
export function migratedNames(names: readonly string[], folder = migrationsFolder): MigratedNames {
  const text = names.map((name) => upPart(join(folder, `${name}.sql`))).join('\n');
  return {
    tables: new Set([migrationsTable, ...namesAfter('TABLE', text)]),
    sequences: new Set(namesAfter('SEQUENCE', text)),
  };
}

function upPart(path: string): string {
  return readFileSync(path, 'utf8').split('-- Down Migration')[0]!;
}

function namesAfter(kind: string, text: string): string[] {
  const made = new RegExp(`CREATE (?:UNLOGGED )?${kind} (?:IF NOT EXISTS )?(?:public\\.)?(\\w+)`, 'gi');
  return [...text.matchAll(made)].map(([, name]) => name!.toLowerCase());
}
