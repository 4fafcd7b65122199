import { area, entry } from './area.js';
import type { Language } from './kinds.js';

/** What is wrong with a backup. */
export type Damage =
  | { readonly is: 'no_end' | 'manifest_sum' | 'manifest_form' | 'other_tables' }
  | { readonly is: 'header'; readonly at: number }
  | { readonly is: 'ends_within' | 'lacks' | 'table_sum' | 'other_columns'; readonly name: string }
  | { readonly is: 'row_count'; readonly name: string; readonly found: number; readonly expected: number }
  | { readonly is: 'said'; readonly said: string };

function damagePt(one: Damage): string {
  switch (one.is) {
    case 'no_end':
      return 'não acaba onde devia';
    case 'header':
      return `o cabeçalho no byte ${one.at} está estragado`;
    case 'ends_within':
      return `acaba a meio de ${one.name}`;
    case 'manifest_sum':
      return 'o manifesto não tem a soma que devia ter';
    case 'manifest_form':
      return 'o manifesto não tem a forma que devia ter';
    case 'other_tables':
      return 'não tem as tabelas que as suas migrações fazem';
    case 'lacks':
      return `falta-lhe ${one.name}`;
    case 'table_sum':
      return `a tabela ${one.name} não tem a soma que o manifesto diz`;
    case 'other_columns':
      return `a tabela ${one.name} tem outras colunas`;
    case 'row_count':
      return `a tabela ${one.name} tem ${one.found} linhas e não ${one.expected}`;
    case 'said':
      return one.said;
  }
}

function damageEn(one: Damage): string {
  switch (one.is) {
    case 'no_end':
      return 'it does not end where it should';
    case 'header':
      return `the header at byte ${one.at} is damaged`;
    case 'ends_within':
      return `it ends within ${one.name}`;
    case 'manifest_sum':
      return 'the manifest does not have the sum that it should have';
    case 'manifest_form':
      return 'the manifest does not have the form that it should have';
    case 'other_tables':
      return 'it does not have the tables that its migrations make';
    case 'lacks':
      return `it lacks ${one.name}`;
    case 'table_sum':
      return `the table ${one.name} does not have the sum that the manifest states`;
    case 'other_columns':
      return `the table ${one.name} has other columns`;
    case 'row_count':
      return `the table ${one.name} has ${one.found} rows and not ${one.expected}`;
    case 'said':
      return one.said;
  }
}

/** What a backup has that this program does not know. */
type Newer =
  | { readonly has: 'format'; readonly name: string }
  | { readonly has: 'migration'; readonly name: string; readonly prodplan: string };

function newerText(one: Newer, language: Language): string {
  const isPt = language === 'pt';
  if (one.has === 'format') return `${isPt ? 'o formato' : 'the format'} ${one.name}`;
  return isPt
    ? `a migração ${one.name}, de um Prodplan ${one.prodplan}`
    : `the migration ${one.name}, of a Prodplan ${one.prodplan}`;
}

/** Backups: making and restoring them. */
export const backupFailure = area({
  NOTHING_TO_BACK_UP: entry<{
    /** The home without a database; null: there is one, without our tables. */
    readonly home: string | null;
  }>({
    kind: 'state',
    pt: ({ home }) =>
      home === null
        ? [
            'Esta base de dados ainda não tem tabelas do Prodplan: não há nada para guardar.',
            'Veja se DATABASE_URL ou PRODPLAN_HOME são os que queria.',
          ]
        : [
            `Em ${home} ainda não há uma base de dados: não há nada para guardar.`,
            'Veja se PRODPLAN_HOME é a pasta que queria.',
          ],
    en: ({ home }) =>
      home === null
        ? [
            'This database has no tables of Prodplan yet: there is nothing to back up.',
            'See whether DATABASE_URL or PRODPLAN_HOME are those that you meant.',
          ]
        : [
            `There is no database in ${home} yet: there is nothing to back up.`,
            'See whether PRODPLAN_HOME is the folder that you meant.',
          ],
    examples: [{ home: '/srv/prodplan' }, { home: null }],
  }),
  BACKUP_EXISTS: entry<{ readonly file: string }>({
    kind: 'usage',
    pt: ({ file }) => [
      `Já existe ${file}.`,
      'Indique outro nome; ou use --overwrite para o substituir: o antigo fica até o novo estar inteiro e conferido.',
    ],
    en: ({ file }) => [
      `${file} exists already.`,
      'Name another; or use --overwrite to replace it: the old one stays until the new one is whole and checked.',
    ],
    examples: [{ file: '/copias/prodplan.backup' }],
  }),
  BACKUP_NOT_WRITTEN: entry<{
    readonly file: string;
    /** Null: there is something there that is no file. */
    readonly reason: string | null;
  }>({
    kind: 'usage',
    pt: ({ file, reason }) => [
      `A cópia de segurança não se escreveu em ${file}: ${reason ?? 'é uma pasta, ou outra coisa que não um ficheiro'}.`,
      'Indique um ficheiro numa pasta que exista e em que possa escrever.',
    ],
    en: ({ file, reason }) => [
      `The backup was not written to ${file}: ${reason ?? 'it is a folder, or something else that is no file'}.`,
      'Name a file in a folder that exists and that you may write in.',
    ],
    examples: [
      { file: '/copias/prodplan.backup', reason: 'EACCES: permission denied' },
      { file: '/copias', reason: null },
    ],
  }),
  BACKUP_DAMAGED: entry<{ readonly path: string; readonly damage: Damage }>({
    kind: 'input',
    pt: ({ path, damage }) => [
      `A cópia de segurança ${path} está estragada ou incompleta: ${damagePt(damage)}.`,
      'Copie o ficheiro outra vez do lugar onde foi guardado, ou use outra cópia. Nada foi alterado.',
    ],
    en: ({ path, damage }) => [
      `The backup ${path} is damaged or incomplete: ${damageEn(damage)}.`,
      'Copy the file again from where it was kept, or use another backup. Nothing was changed.',
    ],
    examples: (
      [
        { is: 'no_end' },
        { is: 'header', at: 1536 },
        { is: 'ends_within', name: 'modelos.copy.gz' },
        { is: 'manifest_sum' },
        { is: 'manifest_form' },
        { is: 'other_tables' },
        { is: 'lacks', name: 'manifest.json' },
        { is: 'table_sum', name: 'modelos' },
        { is: 'other_columns', name: 'modelos' },
        { is: 'row_count', name: 'modelos', found: 893, expected: 894 },
        { is: 'said', said: 'unexpected end of file' },
      ] as const
    ).map((damage) => ({ path: '/copias/prodplan.backup', damage })),
  }),
  BACKUP_NEWER: entry<{ readonly path: string } & Newer>({
    kind: 'input',
    pt: (one) => [
      `A cópia de segurança ${one.path} é de um Prodplan mais recente do que este: tem ${newerText(one, 'pt')}, que este não conhece.`,
      'Atualize o Prodplan e repita o comando. Nada foi alterado.',
    ],
    en: (one) => [
      `The backup ${one.path} is of a newer Prodplan than this one: it has ${newerText(one, 'en')}, which is not known here.`,
      'Update Prodplan and repeat the command. Nothing was changed.',
    ],
    examples: [
      { path: '/copias/prodplan.backup', has: 'format', name: 'prodplan-backup-9' },
      { path: '/copias/prodplan.backup', has: 'migration', name: '0099_later', prodplan: '9.0.0' },
    ],
  }),
  BACKUP_FOREIGN: entry<{ readonly path: string }>({
    kind: 'input',
    pt: ({ path }) => [
      `${path} não é uma cópia de segurança do Prodplan.`,
      'Indique um ficheiro escrito por «npx prodplan backup»; um .xlsx carrega-se com «npx prodplan ingest».',
    ],
    en: ({ path }) => [
      `${path} is no backup of Prodplan.`,
      'Name a file written by “npx prodplan backup”; a .xlsx is loaded with “npx prodplan ingest”.',
    ],
    examples: [{ path: '/dados/Folha_IA.xlsx' }],
  }),
  BACKUP_NOT_FOUND: entry<{ readonly path: string; readonly reason: string }>({
    kind: 'input',
    pt: ({ path, reason }) => [
      `Não se pode abrir ${path}: ${reason}.`,
      'Veja o nome e as permissões do ficheiro.',
    ],
    en: ({ path, reason }) => [
      `${path} cannot be opened: ${reason}.`,
      'See the name and the permissions of the file.',
    ],
    examples: [{ path: '/copias/prodplan.backup', reason: 'ENOENT: no such file or directory' }],
  }),
  RESTORE_NOT_EMPTY: entry<{
    /** Tables that have rows. */
    readonly tables: readonly string[];
  }>({
    kind: 'setup',
    pt: ({ tables }) => [
      `Esta base de dados não está vazia: há linhas em ${tables.slice(0, 3).join(', ')}${tables.length > 3 ? ' e noutras tabelas' : ''}. Nada foi alterado.`,
      'Indique em PRODPLAN_HOME uma pasta nova, ou em DATABASE_URL uma base de dados vazia; a que tem dados fica como está.',
    ],
    en: ({ tables }) => [
      `This database is not empty: there are rows in ${tables.slice(0, 3).join(', ')}${tables.length > 3 ? ' and in other tables' : ''}. Nothing was changed.`,
      'Name a new folder in PRODPLAN_HOME, or an empty database in DATABASE_URL; the one that has data stays as it is.',
    ],
    examples: [
      { tables: ['modelos'] },
      { tables: ['modelos', 'fases_catalogo', 'funcionarios', 'publication'] },
    ],
  }),
});
