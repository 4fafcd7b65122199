import { area, entry, plain } from './area.js';
import type { Language, Told } from './kinds.js';

/** Why no connection came about. */
export type ConnectionFault = keyof typeof connectionFaults;

const connectionFaults = {
  nobody: {
    pt: [
      'nenhum servidor responde nesse endereço',
      'Veja se o servidor está a correr e se o endereço e a porta em DATABASE_URL estão certos.',
    ],
    en: [
      'no server answers at that address',
      'See whether the server runs and whether address and port in DATABASE_URL are right.',
    ],
  },
  unknown_host: {
    pt: ['o nome do servidor não é conhecido', 'Corrija DATABASE_URL (nome do servidor).'],
    en: ["the server's name is not known", "Correct DATABASE_URL (the server's name)."],
  },
  no_way: {
    pt: ['a rede não chega a esse endereço', 'Veja o endereço em DATABASE_URL, a rede e a firewall.'],
    en: [
      'the network does not reach that address',
      'See the address in DATABASE_URL, the network and the firewall.',
    ],
  },
  refused: {
    pt: [
      'o servidor recusou o utilizador ou a palavra-passe',
      'Corrija DATABASE_URL (utilizador e palavra-passe).',
    ],
    en: ['the server refused the user or the password', 'Correct DATABASE_URL (user and password).'],
  },
  plain: {
    pt: [
      'o servidor só aceita ligações cifradas, ou não aceita este utilizador desta máquina',
      'Acrescente ?sslmode=require a DATABASE_URL, ou uma linha ao pg_hba.conf do servidor.',
    ],
    en: [
      'the server accepts encrypted connections only, or not this user from this machine',
      "Add ?sslmode=require to DATABASE_URL, or a line to the server's pg_hba.conf.",
    ],
  },
  no_tls: {
    pt: [
      'o servidor não cifra ligações, e DATABASE_URL pede-o',
      'Retire sslmode de DATABASE_URL, ou ligue a cifra no servidor.',
    ],
    en: [
      'the server does not encrypt connections, and DATABASE_URL asks for it',
      'Remove sslmode from DATABASE_URL, or turn encryption on in the server.',
    ],
  },
  bad_certificate: {
    pt: [
      'o certificado do servidor não é de confiança',
      'Acrescente a DATABASE_URL &sslrootcert=FICHEIRO com a autoridade que o assinou.',
    ],
    en: [
      "the server's certificate is not trusted",
      'Add &sslrootcert=FILE to DATABASE_URL, with the authority that signed it.',
    ],
  },
  no_database: {
    pt: ['essa base de dados não existe', 'Corrija DATABASE_URL ou crie a base de dados.'],
    en: ['that database does not exist', 'Correct DATABASE_URL or create the database.'],
  },
  may_not: {
    pt: [
      'este utilizador não se pode ligar a essa base de dados',
      'Peça a quem a gere: GRANT CONNECT ON DATABASE base TO utilizador.',
    ],
    en: [
      'this user may not connect to that database',
      'Ask whoever manages it: GRANT CONNECT ON DATABASE database TO user.',
    ],
  },
  full: {
    pt: [
      'o servidor não aceita mais ligações',
      'Feche outros programas que o usem, ou aumente max_connections (num PgBouncer, o tamanho da reserva).',
    ],
    en: [
      'the server accepts no more connections',
      'Close other programs that use it, or raise max_connections (in a PgBouncer, the size of its pool).',
    ],
  },
  not_ready: {
    pt: ['o servidor está a arrancar ou a parar', 'Espere um momento e repita.'],
    en: ['the server is starting or stopping', 'Wait a moment and try again.'],
  },
  options: {
    pt: [
      'um intermediário (PgBouncer) não deixa passar «options»',
      'Retire «options» de DATABASE_URL e a variável PGOPTIONS.',
    ],
    en: [
      'something in between (PgBouncer) does not let “options” pass',
      'Remove “options” from DATABASE_URL, and the variable PGOPTIONS.',
    ],
  },
  silent: {
    pt: [
      'alguém aceita a ligação, mas não responde a tempo',
      'Veja se é um PostgreSQL que está nessa porta, e se ele não está parado ou sobrecarregado.',
    ],
    en: [
      'somebody accepts the connection but does not answer in time',
      'See whether it is a PostgreSQL that listens there, and whether it is stopped or overloaded.',
    ],
  },
} as const satisfies Record<string, Readonly<Record<Language, Told>>>;

/** `fault`, or where none of them fits what was said; the address where it is known. */
type NoConnection = { readonly address: string | null } & (
  | { readonly fault: ConnectionFault }
  | { readonly said: string }
);

function noConnection(no: NoConnection, language: Language): Told {
  if ('fault' in no) return connectionFaults[no.fault][language];
  return [
    no.said,
    language === 'pt'
      ? 'Veja se o servidor está a correr e se DATABASE_URL está certo.'
      : 'See whether the server runs and whether DATABASE_URL is right.',
  ];
}

/** Whose limit of connections it is. */
type Limited = 'setting' | 'server' | 'database' | 'role';

const limitedWords: Readonly<
  Record<Language, Readonly<Record<Exclude<Limited, 'setting'>, (name: string) => string>>>
> = {
  pt: {
    server: () => 'o servidor',
    database: (name) => `a base de dados «${name}»`,
    role: (name) => `o utilizador «${name}»`,
  },
  en: {
    server: () => 'the server',
    database: (name) => `the database “${name}”`,
    role: (name) => `the user “${name}”`,
  },
};

/** A right that the database user lacks; `grant` is the statement that gives it. */
export interface MissingRight {
  readonly right: keyof (typeof rightWords)['pt'];
  /** What the right is of. */
  readonly of: string;
  /** Of tables. */
  readonly count?: number | null;
  readonly owner?: string | null;
  /** Null where nobody can tell. */
  readonly grant: string | null;
}

type RightWords = (right: MissingRight) => string;

const rightWords = {
  pt: {
    create_schemas: ({ of }) => `criar esquemas na base de dados ${of}`,
    temporary_tables: ({ of }) => `criar tabelas temporárias na base de dados ${of}`,
    schema_missing: ({ of }) => `o esquema ${of}, que não existe`,
    create_in_schema: ({ of }) => `usar o esquema ${of} e criar nele`,
    own_tables: ({ count, owner }) => `a posse de ${count} tabelas, que são de ${owner}`,
    use_schema: ({ of }) => `usar o esquema ${of}`,
    read_tables: ({ count }) => `ler ${count} tabelas`,
    /** What PostgreSQL said. */
    refused: ({ of }) => of,
  },
  en: {
    create_schemas: ({ of }) => `to create schemas in the database ${of}`,
    temporary_tables: ({ of }) => `to create temporary tables in the database ${of}`,
    schema_missing: ({ of }) => `the schema ${of}, which does not exist`,
    create_in_schema: ({ of }) => `to use the schema ${of} and create in it`,
    own_tables: ({ count, owner }) => `the ownership of ${count} tables, which belong to ${owner}`,
    use_schema: ({ of }) => `to use the schema ${of}`,
    read_tables: ({ count }) => `to read ${count} tables`,
    refused: ({ of }) => of,
  },
} as const satisfies Record<Language, Record<string, RightWords>>;

const howTo = 'docs/how-to/use-a-real-server.md';

/** What is wrong with the migrations that this program brings. */
type MigrationFault =
  | { readonly fault: 'form'; readonly file: string }
  | { readonly fault: 'same_number'; readonly one: string; readonly other: string }
  | { readonly fault: 'order'; readonly missing: string; readonly applied: string };

function migrationFault(found: MigrationFault, language: Language): string {
  const isPt = language === 'pt';
  switch (found.fault) {
    case 'form':
      return isPt
        ? `${found.file} não tem a forma 0001_nome.sql`
        : `${found.file} does not have the form 0001_name.sql`;
    case 'same_number':
      return isPt
        ? `${found.one} e ${found.other} têm o mesmo número`
        : `${found.one} and ${found.other} have the same number`;
    case 'order':
      return isPt
        ? `${found.missing} falta na base de dados, mas ${found.applied} já lá está`
        : `${found.missing} is missing in the database, but ${found.applied} is there already`;
  }
}

function several(names: readonly string[], language: Language): string {
  const more = names.length - 5;
  const shown = names.slice(0, 5).join(', ');
  if (more <= 0) return shown;
  return language === 'pt' ? `${shown} e mais ${more}` : `${shown} and ${more} more`;
}

const away: Readonly<Record<Language, Told>> = {
  pt: ['A base de dados não responde.', 'Repita daqui a pouco.'],
  en: ['The database does not answer.', 'Try again soon.'],
};

/** PostgreSQL and Redis: connections, versions, rights, tables. */
export const databaseFailure = area({
  DATABASE_UNREACHABLE: entry<NoConnection>({
    kind: 'unavailable',
    pt: (no) => {
      const [what, remedy] = noConnection(no, 'pt');
      return [
        `Não foi possível ligar à base de dados${no.address === null ? '' : ` em ${no.address}`}: ${what}.`,
        remedy,
      ];
    },
    en: (no) => {
      const [what, remedy] = noConnection(no, 'en');
      return [
        `No connection to the database${no.address === null ? '' : ` at ${no.address}`}: ${what}.`,
        remedy,
      ];
    },
    outside: away,
    examples: [
      { address: 'db.fabrica.pt:5432/prodplan', fault: 'nobody' },
      { address: null, fault: 'full' },
      { address: 'db.fabrica.pt:5432/prodplan', said: 'unexpected message from server' },
    ],
  }),
  DATABASE_LOST: entry<{ readonly reason: string }>({
    kind: 'unavailable',
    pt: ({ reason }) => [
      `Perdeu-se a ligação à base de dados: ${reason}.`,
      'Os dados anteriores estão intactos. Verifique a base de dados («prodplan db status») e repita.',
    ],
    en: ({ reason }) => [
      `The connection to the database was lost: ${reason}.`,
      'The earlier data are intact. Look at the database (“prodplan db status”) and try again.',
    ],
    outside: away,
    examples: [{ reason: 'Connection terminated unexpectedly' }],
  }),
  DATABASE_OUT_OF_MEMORY: entry<{ readonly reason: string }>({
    kind: 'unavailable',
    pt: ({ reason }) => [
      `Falta memória à base de dados: ${reason}.`,
      'Os dados anteriores estão intactos. Repita quando o servidor estiver menos ocupado.',
    ],
    en: ({ reason }) => [
      `The database is out of memory: ${reason}.`,
      'The earlier data are intact. Try again when the server is less busy.',
    ],
    outside: away,
    examples: [{ reason: 'out of memory' }],
  }),
  REDIS_UNREACHABLE: entry<{ readonly host: string; readonly reason: string }>({
    kind: 'unavailable',
    pt: ({ host, reason }) => [
      `O Redis de REDIS_URL (${host}) não responde: ${reason}.`,
      'Ligue o Redis, ou corrija REDIS_URL. Só retire a variável se ela for retirada em todas as máquinas que usam esta base de dados.',
    ],
    en: ({ host, reason }) => [
      `The Redis of REDIS_URL (${host}) does not answer: ${reason}.`,
      'Start Redis, or correct REDIS_URL. Remove the variable only if it is removed on all machines that use this database.',
    ],
    outside: {
      pt: ['A fila de tarefas não responde.', 'Repita daqui a pouco.'],
      en: ['The queue of jobs does not answer.', 'Try again soon.'],
    },
    examples: [{ host: '127.0.0.1:6379', reason: 'connect ECONNREFUSED 127.0.0.1:6379' }],
  }),
  REDIS_NO_SUCH_DATABASE: entry<{
    readonly host: string;
    readonly number: string;
    readonly reason: string;
  }>({
    kind: 'setup',
    pt: ({ host, number, reason }) => [
      `O Redis de REDIS_URL (${host}) não tem a base de dados número ${number}: ${reason}.`,
      'Corrija o número no fim de REDIS_URL (de origem há as de 0 a 15; um Redis em cluster só tem a 0).',
    ],
    en: ({ host, number, reason }) => [
      `The Redis of REDIS_URL (${host}) has no database number ${number}: ${reason}.`,
      'Correct the number at the end of REDIS_URL (usually there are 0 to 15; a Redis cluster has 0 only).',
    ],
    outside: {
      pt: ['A fila de tarefas não responde.', 'Avise quem a administra.'],
      en: ['The queue of jobs does not answer.', 'Tell whoever administers it.'],
    },
    examples: [{ host: '127.0.0.1:6379', number: '99', reason: 'ERR DB index is out of range' }],
  }),
  NOT_POSTGRES: entry<{ readonly address: string }>({
    kind: 'setup',
    pt: ({ address }) => [
      `Em ${address} responde um programa que não é o PostgreSQL.`,
      'Corrija o endereço e a porta em DATABASE_URL.',
    ],
    en: ({ address }) => [
      `The program that answers at ${address} is not PostgreSQL.`,
      'Correct the address and the port in DATABASE_URL.',
    ],
    examples: [{ address: 'db.fabrica.pt:80/prodplan' }],
  }),
  UNSUPPORTED_POSTGRES: entry<{ readonly found: string; readonly oldest: number; readonly newest: number }>({
    kind: 'setup',
    pt: ({ found, oldest, newest }) => [
      `O servidor é um PostgreSQL ${found}; o Prodplan trabalha com as versões ${oldest} a ${newest}.`,
      'Indique em DATABASE_URL um servidor com uma dessas versões, ou retire a variável para usar a base de dados embutida.',
    ],
    en: ({ found, oldest, newest }) => [
      `The server is a PostgreSQL ${found}; Prodplan works with versions ${oldest} to ${newest}.`,
      'Name in DATABASE_URL a server of one of these versions, or remove the variable to use the embedded database.',
    ],
    examples: [{ found: '13.4', oldest: 15, newest: 18 }],
  }),
  BAD_ENCODING: entry<{ readonly encoding: string }>({
    kind: 'setup',
    pt: ({ encoding }) => [
      `A base de dados guarda os textos em ${encoding}; o Prodplan precisa de UTF8, ou perderia letras.`,
      "Crie outra, «CREATE DATABASE prodplan TEMPLATE template0 ENCODING 'UTF8'», e indique-a em DATABASE_URL.",
    ],
    en: ({ encoding }) => [
      `The database keeps texts in ${encoding}; Prodplan needs UTF8, or it would lose letters.`,
      "Create another, “CREATE DATABASE prodplan TEMPLATE template0 ENCODING 'UTF8'”, and name it in DATABASE_URL.",
    ],
    examples: [{ encoding: 'LATIN1' }],
  }),
  READ_ONLY_SERVER: plain(
    'setup',
    [
      'Este servidor só se lê: é a réplica de outro, e este comando escreve.',
      'Indique em DATABASE_URL o servidor principal; numa réplica servem runs, check, issues, rejects e diff.',
    ],
    [
      'This server can only be read: it is a replica of another, and this command writes.',
      'Name the primary server in DATABASE_URL; runs, check, issues, rejects and diff work on a replica.',
    ],
  ),
  READ_ONLY_BY_SETTING: plain(
    'setup',
    [
      'Ao servidor, à base de dados ou ao utilizador foi dito que só se lê (default_transaction_read_only = on), e este comando escreve.',
      'Indique em DATABASE_URL outro utilizador, ou, se este deve escrever: ALTER ROLE utilizador RESET default_transaction_read_only (ou ALTER DATABASE base RESET …). Para ler servem runs, check, issues, rejects e diff.',
    ],
    [
      'The server, the database or the user was told to be only read (default_transaction_read_only = on), and this command writes.',
      'Name another user in DATABASE_URL, or, if this one is to write: ALTER ROLE user RESET default_transaction_read_only (or ALTER DATABASE database RESET …). To read there are runs, check, issues, rejects and diff.',
    ],
  ),
  POOLER_WITHOUT_SESSIONS: plain(
    'setup',
    [
      'Entre o Prodplan e o PostgreSQL há um intermediário (PgBouncer?) que reparte cada sessão por várias ligações; os trincos de uma carga perdiam-se nelas.',
      'Ponha-o em pool_mode = session para esta base de dados, ou indique em DATABASE_URL o próprio servidor.',
    ],
    [
      'Between Prodplan and PostgreSQL stands something (PgBouncer?) that spreads each session over several connections; the locks of a run would be lost among them.',
      'Set it to pool_mode = session for this database, or name the server itself in DATABASE_URL.',
    ],
  ),
  TOO_FEW_CONNECTIONS: entry<{
    readonly needed: number;
    readonly allowed: number;
    readonly used: number;
    readonly limit: Limited;
    /** Of the setting, the database or the role. */
    readonly name: string;
  }>({
    kind: 'unavailable',
    pt: ({ needed, allowed, used, limit, name }) =>
      limit === 'setting'
        ? [
            `Este comando precisa de ${needed} ligações à base de dados, e ${name} só lhe dá ${allowed}.`,
            `Suba ou retire ${name}.`,
          ]
        : [
            `Este comando precisa de ${needed} ligações à base de dados; ${limitedWords.pt[limit](name)} só permite ${allowed}, e outros programas usam ${used}.`,
            'Feche outros programas que a usem, ou suba o limite (max_connections, CONNECTION LIMIT da base de dados ou do utilizador).',
          ],
    en: ({ needed, allowed, used, limit, name }) =>
      limit === 'setting'
        ? [
            `This command needs ${needed} connections to the database, and ${name} gives it ${allowed} only.`,
            `Raise or remove ${name}.`,
          ]
        : [
            `This command needs ${needed} connections to the database; ${limitedWords.en[limit](name)} allows ${allowed} only, and other programs use ${used}.`,
            'Close other programs that use it, or raise the limit (max_connections, CONNECTION LIMIT of the database or of the user).',
          ],
    examples: [
      { needed: 7, allowed: 10, used: 9, limit: 'database', name: 'prodplan' },
      { needed: 7, allowed: 100, used: 97, limit: 'server', name: '' },
      { needed: 7, allowed: 4, used: 0, limit: 'setting', name: 'PRODPLAN_CONNECTIONS' },
    ],
  }),
  MISSING_RIGHTS: entry<{ readonly rights: readonly MissingRight[] }>({
    kind: 'setup',
    pt: ({ rights }) => [
      `O utilizador da base de dados não tem os direitos de que este comando precisa: ${rights.map((one) => rightWords.pt[one.right](one)).join('; ')}.`,
      `Quem gere a base de dados que os dê: ${rights.map(({ grant }) => grant ?? `veja ${howTo}`).join('; ')}.`,
    ],
    en: ({ rights }) => [
      `The database user lacks rights that this command needs: ${rights.map((one) => rightWords.en[one.right](one)).join('; ')}.`,
      `Whoever manages the database may give them: ${rights.map(({ grant }) => grant ?? `see ${howTo}`).join('; ')}.`,
    ],
    examples: [
      {
        rights: [
          {
            right: 'create_schemas',
            of: 'prodplan',
            grant: 'GRANT CREATE ON DATABASE prodplan TO fabrica',
          },
          { right: 'own_tables', of: '', count: 21, owner: 'outra', grant: 'GRANT outra TO fabrica' },
        ],
      },
      { rights: [{ right: 'refused', of: 'permission denied for table modelos', grant: null }] },
    ],
  }),
  NOT_MIGRATED: entry<{
    /** Migrations that the tables lack; none: there are no tables yet. */
    readonly missing: readonly string[];
  }>({
    kind: 'setup',
    pt: ({ missing }) =>
      missing.length === 0
        ? [
            'Esta base de dados ainda não tem as tabelas do Prodplan.',
            'Este comando só lê. Crie-as com «prodplan migrate», ou carregue logo um ficheiro: «prodplan ingest FICHEIRO.xlsx».',
          ]
        : [
            `As tabelas são de um Prodplan mais antigo: faltam as migrações ${missing.join(', ')}.`,
            'Este comando só lê. Atualize-as com «prodplan migrate».',
          ],
    en: ({ missing }) =>
      missing.length === 0
        ? [
            'This database does not have the tables of Prodplan yet.',
            'This command only reads. Make them with “prodplan migrate”, or load a file at once: “prodplan ingest FILE.xlsx”.',
          ]
        : [
            `The tables are those of an older Prodplan: the migrations ${missing.join(', ')} are missing.`,
            'This command only reads. Bring them up to date with “prodplan migrate”.',
          ],
    examples: [{ missing: [] }, { missing: ['0020_coverage'] }],
  }),
  DATABASE_NEWER_THAN_CODE: entry<{ readonly unknown: readonly string[] }>({
    kind: 'setup',
    pt: ({ unknown }) => [
      `A base de dados é mais recente do que este Prodplan: tem as migrações ${unknown.join(', ')}, que ele não conhece.`,
      'Atualize o Prodplan, ou indique outra base de dados em DATABASE_URL ou PRODPLAN_HOME.',
    ],
    en: ({ unknown }) => [
      `The database is newer than this Prodplan: it has the migrations ${unknown.join(', ')}, which are not known here.`,
      'Update Prodplan, or name another database in DATABASE_URL or PRODPLAN_HOME.',
    ],
    examples: [{ unknown: ['0099_later'] }],
  }),
  FOREIGN_TABLES: entry<{ readonly names: readonly string[] }>({
    kind: 'setup',
    pt: ({ names }) => [
      `Esta base de dados já tem, no esquema public, tabelas de outro programa com os nomes das nossas: ${several(names, 'pt')}. Nada foi alterado.`,
      'Crie uma base de dados só para o Prodplan («CREATE DATABASE prodplan») e indique-a em DATABASE_URL.',
    ],
    en: ({ names }) => [
      `This database already has, in the schema public, tables of another program under the names of ours: ${several(names, 'en')}. Nothing was changed.`,
      'Create a database for Prodplan alone (“CREATE DATABASE prodplan”) and name it in DATABASE_URL.',
    ],
    examples: [
      { names: ['modelos'] },
      { names: ['modelos', 'fases_catalogo', 'funcionarios', 'run_changes', 'run_rejects', 'publication'] },
    ],
  }),
  BAD_MIGRATIONS: entry<MigrationFault>({
    kind: 'system',
    pt: (found) => [
      `As migrações não estão em ordem: ${migrationFault(found, 'pt')}.`,
      'Uma migração que já foi aplicada não muda de nome nem de lugar; acrescente uma nova no fim.',
    ],
    en: (found) => [
      `The migrations are not in order: ${migrationFault(found, 'en')}.`,
      'A migration that was applied changes neither its name nor its place; add a new one at the end.',
    ],
    examples: [
      { fault: 'form', file: 'novas.sql' },
      { fault: 'same_number', one: '0020_coverage', other: '0020_moulds' },
      { fault: 'order', missing: '0019_periods', applied: '0020_coverage' },
    ],
  }),
  MIGRATION_FAILED: entry<{ readonly direction: 'up' | 'down'; readonly reason: string }>({
    kind: 'system',
    pt: ({ direction, reason }) => [
      `Não foi possível ${direction === 'up' ? 'atualizar' : 'repor'} as tabelas da base de dados: ${reason}.`,
      'Nada mudou: as migrações são uma só transação. Veja se o utilizador da base de dados pode criar tabelas em "public".',
    ],
    en: ({ direction, reason }) => [
      `The tables of the database could not be ${direction === 'up' ? 'brought up to date' : 'put back'}: ${reason}.`,
      'Nothing has changed: the migrations are one transaction. See whether the database user may create tables in "public".',
    ],
    examples: [
      { direction: 'up', reason: 'permission denied for schema public' },
      { direction: 'down', reason: 'permission denied for schema public' },
    ],
  }),
  TABLES_LOCKED: plain(
    'locked',
    [
      'Outra ligação mantém bloqueadas linhas ou tabelas de que esta tarefa precisa.',
      'Veja em pg_locks quem é, e repita: o que já foi feito fica feito.',
    ],
    [
      'Another connection keeps rows or tables locked that this job needs.',
      'See in pg_locks who it is, and repeat: what is done stays done.',
    ],
  ),
});
