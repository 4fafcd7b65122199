import type { AnyEntry } from './area.js';
import { backupFailure } from './backup.js';
import { commandFailure } from './command.js';
import { contractFailure } from './contract.js';
import { databaseFailure } from './database.js';
import { embeddedFailure } from './embedded.js';
import { fileFailure } from './file.js';
import { filterFailure } from './filter.js';
import { homeFailure } from './home.js';
import { httpFailure } from './http.js';
import { jobFailure } from './job.js';
import type { Language } from './kinds.js';
import { questionFailure } from './question.js';
import { runFailure } from './run.js';
import { sampleFailure } from './sample.js';
import { settingFailure } from './setting.js';

interface NamedArea {
  readonly title: Readonly<Record<Language, string>>;
  readonly entries: Readonly<Record<string, AnyEntry>>;
}

/**
 * All failures there are. Only what tells of them as a whole reads this file; what throws one reads the file of its area,
 * so that no command waits for sentences that it cannot need.
 */
export const areas: readonly NamedArea[] = [
  { title: { pt: 'Ficheiros', en: 'Files' }, ...fileFailure },
  {
    title: { pt: 'Contrato e limites de leitura', en: 'Contract and limits of reading' },
    ...contractFailure,
  },
  { title: { pt: 'Cargas e o que está publicado', en: 'Runs and what is published' }, ...runFailure },
  { title: { pt: 'Perguntas', en: 'Questions' }, ...questionFailure },
  { title: { pt: 'Filtros nos comandos', en: 'Filters of commands' }, ...filterFailure },
  { title: { pt: 'Definições', en: 'Settings' }, ...settingFailure },
  { title: { pt: 'Tarefas e pasta vigiada', en: 'Jobs and the watched folder' }, ...jobFailure },
  { title: { pt: 'API', en: 'API' }, ...httpFailure },
  { title: { pt: 'Comandos', en: 'Commands' }, ...commandFailure },
  { title: { pt: 'Cópias de segurança', en: 'Backups' }, ...backupFailure },
  { title: { pt: 'Base de dados e Redis', en: 'Database and Redis' }, ...databaseFailure },
  { title: { pt: 'Base de dados embutida', en: 'Embedded database' }, ...embeddedFailure },
  {
    title: { pt: 'Configuração, pastas e disco', en: 'Configuration, folders and disk' },
    ...homeFailure,
  },
  { title: { pt: 'Ficheiro de exemplo', en: 'Sample file' }, ...sampleFailure },
];

const all = {
  ...fileFailure.entries,
  ...contractFailure.entries,
  ...runFailure.entries,
  ...questionFailure.entries,
  ...filterFailure.entries,
  ...settingFailure.entries,
  ...jobFailure.entries,
  ...httpFailure.entries,
  ...commandFailure.entries,
  ...backupFailure.entries,
  ...databaseFailure.entries,
  ...embeddedFailure.entries,
  ...homeFailure.entries,
  ...sampleFailure.entries,
};

/** Every code. */
export type Code = keyof typeof all;

/** What is said of each code, whatever its area. */
export const catalogue: Readonly<Record<Code, AnyEntry>> = all;
