import { area, entry, plain } from './area.js';
import type { Language } from './kinds.js';
import { quoted } from './words.js';

/** What is wrong with the parameters of a job. */
type BadParams =
  | {
      readonly why: 'wrong';
      readonly job: string;
      readonly unknown: readonly string[];
      readonly bad: readonly string[];
    }
  | { readonly why: 'no_path' }
  | { readonly why: 'form'; readonly text: string };

function wrongs(unknown: readonly string[], bad: readonly string[], language: Language): string {
  const [hasNo, isBad] = language === 'pt' ? ['não tem', 'não serve'] : ['it has no', 'is wrong'];
  return [
    ...(unknown.length > 0 ? [`${hasNo} ${quoted(unknown, language)}`] : []),
    ...bad.map((name) => `${quoted([name], language)} ${isBad}`),
  ].join('; ');
}

/** Why a file in the watched folder cannot be read. */
export type Unreadable = 'broken_link' | 'not_a_file' | { readonly said: string };

function unreadable(why: Unreadable, language: Language): string {
  if (typeof why === 'object') return why.said;
  const words: Readonly<Record<'broken_link' | 'not_a_file', Readonly<Record<Language, string>>>> = {
    broken_link: { pt: 'a ligação não leva a um ficheiro', en: 'the link leads to no file' },
    not_a_file: { pt: 'não é um ficheiro', en: 'it is no file' },
  };
  return words[why][language];
}

/** Jobs, their queue, and the watched folder. */
export const jobFailure = area({
  UNKNOWN_JOB: entry<{ readonly name: string; readonly known: readonly string[] }>({
    kind: 'missing',
    pt: ({ name, known }) => [`Não há nenhuma tarefa «${name}».`, `As tarefas são: ${known.join(', ')}.`],
    en: ({ name, known }) => [`There is no job “${name}”.`, `The jobs are: ${known.join(', ')}.`],
    examples: [{ name: 'ingerir', known: ['ingest_workbook', 'maintenance'] }],
  }),
  UNKNOWN_JOB_ID: entry<{ readonly id: string }>({
    kind: 'missing',
    pt: ({ id }) => [
      `Não há nenhuma tarefa com o número «${id}».`,
      'Veja as tarefas com «prodplan jobs list»; as que esperavam e foram canceladas já lá não estão.',
    ],
    en: ({ id }) => [
      `There is no job with the number “${id}”.`,
      'See the jobs with “prodplan jobs list”; those that waited and were cancelled are no longer there.',
    ],
    examples: [{ id: 'ingest-j4f2k9' }],
  }),
  BAD_PARAMS: entry<BadParams>({
    kind: 'usage',
    pt: (one) => {
      if (one.why === 'no_path')
        return [
          'Falta dizer que ficheiro é.',
          'Por exemplo: prodplan jobs run ingest_workbook --param path=FICHEIRO.',
        ];
      if (one.why === 'form')
        return [
          `«${one.text}» não serve de parâmetro.`,
          'A forma é --param nome=valor; para ingest_workbook: path, as_of, force e allow_missing_sheets (true ou false).',
        ];
      return [
        `Os parâmetros da tarefa ${one.job} não servem: ${wrongs(one.unknown, one.bad, 'pt')}.`,
        'Os parâmetros de cada tarefa estão em «prodplan jobs run --help».',
      ];
    },
    en: (one) => {
      if (one.why === 'no_path')
        return [
          'It is not said which file.',
          'For example: prodplan jobs run ingest_workbook --param path=FILE.',
        ];
      if (one.why === 'form')
        return [
          `“${one.text}” is no parameter.`,
          'The form is --param name=value; for ingest_workbook: path, as_of, force and allow_missing_sheets (true or false).',
        ];
      return [
        `The parameters of the job ${one.job} are wrong: ${wrongs(one.unknown, one.bad, 'en')}.`,
        'The parameters of each job stand in “prodplan jobs run --help”.',
      ];
    },
    examples: [
      { why: 'wrong', job: 'refresh_aggregates', unknown: ['todas'], bad: ['every'] },
      { why: 'no_path' },
      { why: 'form', text: 'force' },
    ],
  }),
  FOLDER_POSTED: entry<{ readonly path: string }>({
    kind: 'usage',
    pt: ({ path }) => [
      `${path} é uma pasta; uma tarefa leva um ficheiro do Excel.`,
      'Para uma pasta escrita por «prodplan extract», use «prodplan ingest PASTA».',
    ],
    en: ({ path }) => [
      `${path} is a folder; a job takes an Excel file.`,
      'For a folder written by “prodplan extract”, use “prodplan ingest FOLDER”.',
    ],
    examples: [{ path: '/dados/extraidos' }],
  }),
  WORKBOOK_GONE: plain(
    'input',
    [
      'O ficheiro já não está guardado: a carga dele falhou há mais de uma semana, ou foi feita por outra tarefa.',
      'Entregue o ficheiro outra vez.',
    ],
    [
      'The file is no longer kept: its run failed more than a week ago, or another job has done it.',
      'Hand the file in again.',
    ],
  ),
  CANCELLED: entry<{ readonly begun: boolean }>({
    kind: 'system',
    pt: ({ begun }) =>
      begun
        ? [
            'A tarefa foi cancelada a pedido.',
            'Os dados anteriores estão intactos; pode pedi-la outra vez quando quiser.',
          ]
        : [
            'A tarefa foi cancelada antes de começar.',
            'Para carregar o ficheiro, ponha-o outra vez na pasta.',
          ],
    en: ({ begun }) =>
      begun
        ? [
            'The job was cancelled on request.',
            'The earlier data are intact; it may be asked for again at any time.',
          ]
        : ['The job was cancelled before it began.', 'To load the file, put it into the folder again.'],
    examples: [{ begun: true }, { begun: false }],
  }),
  WORKERS_DIED: plain(
    'system',
    [
      'Os processos que faziam esta tarefa morreram, vez após vez.',
      'Veja o registo dos workers, e peça a tarefa outra vez.',
    ],
    [
      'The processes that did this job died, one after the other.',
      'See the log of the workers, and ask for the job again.',
    ],
  ),
  WATCH_NOT_FOUND: entry<{ readonly path: string }>({
    kind: 'setup',
    pt: ({ path }) => [`Não existe a pasta ${path}.`, 'Crie-a, ou verifique o caminho.'],
    en: ({ path }) => [`There is no folder ${path}.`, 'Make it, or check the path.'],
    examples: [{ path: '/dados/entrada' }],
  }),
  WATCH_NOT_WRITABLE: entry<{ readonly path: string; readonly reason: string }>({
    kind: 'setup',
    pt: ({ path, reason }) => [
      `Não se pode escrever na pasta ${path}: ${reason}.`,
      'Os ficheiros carregados são mudados para «done» e «failed» dentro dela: dê ao worker o direito de escrever.',
    ],
    en: ({ path, reason }) => [
      `The folder ${path} cannot be written in: ${reason}.`,
      'Files that were loaded are moved to “done” and “failed” inside it: give the worker the right to write.',
    ],
    examples: [{ path: '/dados/entrada', reason: 'EACCES: permission denied' }],
  }),
  WATCH_BAD_NAME: entry<{ readonly name: string }>({
    kind: 'input',
    pt: ({ name }) => [
      `Na pasta vigiada há um ficheiro cujo nome não está em UTF-8: «${name}».`,
      'Mude-lhe o nome; entretanto os outros são carregados.',
    ],
    en: ({ name }) => [
      `In the watched folder there is a file whose name is not in UTF-8: “${name}”.`,
      'Rename it; the others are loaded meanwhile.',
    ],
    examples: [{ name: 'Mar\uFFFDo.xlsx' }],
  }),
  WATCH_UNREADABLE: entry<{ readonly name: string; readonly why: Unreadable }>({
    kind: 'input',
    pt: ({ name, why }) => [
      `Não se pode ler «${name}» na pasta vigiada: ${unreadable(why, 'pt')}.`,
      'Dê ao worker o direito de o ler, ou tire-o de lá; entretanto os outros são carregados.',
    ],
    en: ({ name, why }) => [
      `“${name}” in the watched folder cannot be read: ${unreadable(why, 'en')}.`,
      'Give the worker the right to read it, or take it away; the others are loaded meanwhile.',
    ],
    examples: [
      { name: 'Folha_IA.xlsx', why: { said: 'EACCES: permission denied' } },
      { name: 'Folha_IA.xlsx', why: 'broken_link' },
      { name: 'Folha_IA.xlsx', why: 'not_a_file' },
    ],
  }),
});
