import { area, entry } from './area.js';
import type { Language } from './kinds.js';
import { together } from './words.js';

interface SettingFault {
  readonly name: string;
  readonly fault: SettingFaultName;
  /** Of numbers. */
  readonly lowest?: number;
  readonly highest?: number;
}

export type SettingFaultName = keyof typeof settingFaults;

/** What a variable that is set is not, as it follows its name. */
const settingFaults = {
  whole_number: {
    pt: (lowest, highest) => `não é um número inteiro de ${lowest} a ${highest}`,
    en: (lowest, highest) => `is no whole number from ${lowest} to ${highest}`,
  },
  seconds: {
    pt: (lowest, highest) => `não é um número inteiro de segundos de ${lowest} a ${highest}`,
    en: (lowest, highest) => `is no whole number of seconds from ${lowest} to ${highest}`,
  },
  runs: {
    pt: (lowest, highest) => `não é um número de cargas, de ${lowest} a ${highest}; um exemplo: 100`,
    en: (lowest, highest) => `is no number of runs, from ${lowest} to ${highest}; for example 100`,
  },
  postgres_url: {
    pt: () =>
      'não é um endereço PostgreSQL; a forma é postgres://utilizador:palavra-passe@servidor:5432/base, ' +
      'ou, por um socket, postgres://utilizador@/base?host=/run/postgresql (na palavra-passe, caracteres como @ / : # escrevem-se %40 %2F %3A %23)',
    en: () =>
      'is no address of PostgreSQL; its form is postgres://user:password@server:5432/database, ' +
      'or, by a socket, postgres://user@/database?host=/run/postgresql (in the password, characters like @ / : # are written %40 %2F %3A %23)',
  },
  redis_url: {
    pt: () => 'não é um endereço Redis; a forma é redis://utilizador:palavra-passe@servidor:6379/0',
    en: () => 'is no address of Redis; its form is redis://user:password@server:6379/0',
  },
  tls_pair: {
    pt: () => 'falta: um certificado e a sua chave (PRODPLAN_TLS_CERT e PRODPLAN_TLS_KEY) vão sempre juntos',
    en: () => 'is missing: a certificate and its key (PRODPLAN_TLS_CERT and PRODPLAN_TLS_KEY) go together',
  },
  time_zone: {
    pt: () => 'não é um fuso horário conhecido; um exemplo: Europe/Lisbon',
    en: () => 'is no known time zone; for example Europe/Lisbon',
  },
  gate_thresholds: {
    pt: () =>
      'não tem a forma critério=parte,critério=parte, com partes de 0 a 1; um exemplo: product_join=0.9',
    en: () =>
      'does not have the form gate=share,gate=share, with shares from 0 to 1; for example product_join=0.9',
  },
  host_names: {
    pt: () => 'é uma lista de nomes sem porta, separados por vírgulas; um exemplo: prodplan.fabrica.pt',
    en: () => 'is a list of names without port, with commas between; for example prodplan.fabrica.pt',
  },
  origins: {
    pt: () => 'é uma lista de origens separadas por vírgulas; um exemplo: https://painel.fabrica.pt',
    en: () => 'is a list of origins with commas between; for example https://painel.fabrica.pt',
  },
  language: {
    pt: () => 'não é uma língua em que o Prodplan fale; são pt e en',
    en: () => 'is no language that Prodplan speaks; they are pt and en',
  },
} as const satisfies Record<
  string,
  Readonly<Record<Language, (lowest?: number, highest?: number) => string>>
>;

function faultsIn(wrong: readonly SettingFault[], language: Language): string {
  return wrong
    .map(({ name, fault, lowest, highest }) => `${name} ${settingFaults[fault][language](lowest, highest)}`)
    .join('; ');
}

/** What a disk that is full has left whole. */
export type Intact =
  | { readonly what: 'published' | 'migrations' | 'backup' }
  | { readonly what: 'cluster_not_made' | 'cluster_not_started'; readonly place: string };

const intactWords: Readonly<Record<Language, Readonly<Record<Intact['what'], (place: string) => string>>>> = {
  pt: {
    published: () => 'Os dados anteriores estão intactos.',
    migrations: () => 'Nada mudou: as migrações são uma só transação.',
    backup: () => 'Não ficou nada a meio.',
    cluster_not_made: (place) => `A base de dados não foi criada em ${place}, e nada ficou a meio.`,
    cluster_not_started: (place) => `A base de dados em ${place} não arrancou e está intacta.`,
  },
  en: {
    published: () => 'The earlier data are intact.',
    migrations: () => 'Nothing has changed: the migrations are one transaction.',
    backup: () => 'Nothing is left half-done.',
    cluster_not_made: (place) => `The database was not made in ${place}, and nothing is left half-done.`,
    cluster_not_started: (place) => `The database in ${place} did not start and is intact.`,
  },
};

function intactText(intact: Intact | null, language: Language): string {
  return intact === null ? '' : intactWords[language][intact.what]('place' in intact ? intact.place : '');
}

/** Why a port cannot be had, by the code of the operating system. */
export type PortRefusal = 'EADDRINUSE' | 'EACCES' | 'EADDRNOTAVAIL' | 'ENOTFOUND';

const portRefusals: Readonly<Record<PortRefusal, Readonly<Record<Language, string>>>> = {
  EADDRINUSE: { pt: 'já está a ser usada por outro programa', en: 'is in use by another program' },
  EACCES: { pt: 'não pode ser usada por este utilizador', en: 'may not be used by this user' },
  EADDRNOTAVAIL: { pt: 'não existe nesta máquina', en: 'does not exist on this machine' },
  ENOTFOUND: { pt: 'não existe nesta máquina', en: 'does not exist on this machine' },
};

/** Configuration, home, folders, disk and ports. */
export const homeFailure = area({
  BAD_CONFIG: entry<{ readonly wrong: readonly SettingFault[] }>({
    kind: 'setup',
    pt: ({ wrong }) => [
      `A configuração não serve: ${faultsIn(wrong, 'pt')}.`,
      'Corrija ou retire estas variáveis de ambiente e repita o comando.',
    ],
    en: ({ wrong }) => [
      `The configuration is wrong: ${faultsIn(wrong, 'en')}.`,
      'Correct or remove these environment variables and repeat the command.',
    ],
    examples: [
      { wrong: [{ name: 'PRODPLAN_PORT', fault: 'whole_number', lowest: 0, highest: 65_535 }] },
      {
        wrong: [
          { name: 'DATABASE_URL', fault: 'postgres_url' },
          { name: 'PRODPLAN_LANG', fault: 'language' },
        ],
      },
    ],
  }),
  HOME_NOT_USABLE: entry<{ readonly home: string; readonly reason: string }>({
    kind: 'setup',
    pt: ({ home, reason }) => [
      `O Prodplan não pode guardar os seus dados em ${home}: ${reason}.`,
      'Indique em PRODPLAN_HOME uma pasta onde possa escrever.',
    ],
    en: ({ home, reason }) => [
      `Prodplan cannot keep its data in ${home}: ${reason}.`,
      'Name in PRODPLAN_HOME a folder that you may write in.',
    ],
    examples: [{ home: '/srv/prodplan', reason: 'EACCES: permission denied' }],
  }),
  HOME_OF_ANOTHER: entry<{ readonly home: string; readonly account: string; readonly reason: string }>({
    kind: 'setup',
    pt: ({ home, account, reason }) => [
      `${home} é da conta ${account}, e como essa conta não se pode trabalhar daqui: ${reason}.`,
      `Corra o comando como ela, com um Prodplan que ela possa ler: sudo -u '${account}' npx prodplan ... Ou indique outra pasta em PRODPLAN_HOME.`,
    ],
    en: ({ home, account, reason }) => [
      `${home} belongs to the account ${account}, and from here nobody can work as that account: ${reason}.`,
      `Run the command as that account, with a Prodplan that it may read: sudo -u '${account}' npx prodplan ... Or name another folder in PRODPLAN_HOME.`,
    ],
    examples: [{ home: '/srv/prodplan', account: 'prodplan', reason: 'EACCES: permission denied' }],
  }),
  EXTRACTS_NOT_WRITABLE: entry<{ readonly folder: string; readonly home: string }>({
    kind: 'system',
    pt: ({ folder, home }) => [
      `Não se pode escrever em ${folder}: é de outra conta.`,
      `Como root: chown -R --reference='${home}' '${folder}'. Depois repita o comando.`,
    ],
    en: ({ folder, home }) => [
      `${folder} cannot be written in: it belongs to another account.`,
      `As root: chown -R --reference='${home}' '${folder}'. Then repeat the command.`,
    ],
    examples: [{ folder: '/srv/prodplan/extracts', home: '/srv/prodplan' }],
  }),
  TOKEN_NOT_READABLE: entry<{ readonly path: string; readonly home: string }>({
    kind: 'system',
    pt: ({ path, home }) => [
      `A chave desta máquina, ${path}, é de outra conta.`,
      `Como root: chown --reference='${home}' '${path}'; ou apague-a, e faz-se outra. Depois repita o comando.`,
    ],
    en: ({ path, home }) => [
      `The key of this machine, ${path}, belongs to another account.`,
      `As root: chown --reference='${home}' '${path}'; or delete it, and another is made. Then repeat the command.`,
    ],
    examples: [{ path: '/srv/prodplan/local-token', home: '/srv/prodplan' }],
  }),
  TLS_FILES: entry<{ readonly cert: string; readonly key: string; readonly reason: string }>({
    kind: 'setup',
    pt: ({ cert, key, reason }) => [
      `O certificado ${cert} e a chave ${key} não servem: ${reason}.`,
      'PRODPLAN_TLS_CERT e PRODPLAN_TLS_KEY são ficheiros PEM, o certificado com os intermédios, que a conta do Prodplan possa ler.',
    ],
    en: ({ cert, key, reason }) => [
      `The certificate ${cert} and the key ${key} cannot be used: ${reason}.`,
      'PRODPLAN_TLS_CERT and PRODPLAN_TLS_KEY are PEM files, the certificate with its intermediate ones, which the account of Prodplan may read.',
    ],
    examples: [
      { cert: '/etc/prodplan/cert.pem', key: '/etc/prodplan/key.pem', reason: 'key values mismatch' },
    ],
  }),
  CANNOT_LISTEN: entry<{
    readonly host: string;
    readonly port: number;
    readonly reason: PortRefusal;
    readonly options: readonly string[];
  }>({
    kind: 'setup',
    pt: ({ host, port, reason, options }) => [
      `A porta ${port} de ${host} ${portRefusals[reason].pt}.`,
      `Escolha outra com ${options.join(' e ')}.`,
    ],
    en: ({ host, port, reason, options }) => [
      `Port ${port} of ${host} ${portRefusals[reason].en}.`,
      `Choose another with ${options.join(' and ')}.`,
    ],
    examples: [{ host: '127.0.0.1', port: 8080, reason: 'EADDRINUSE', options: ['--port', '--host'] }],
  }),
  DISK_FULL: entry<{ readonly reason: string; readonly intact: Intact | null }>({
    kind: 'unavailable',
    pt: ({ reason, intact }) => [
      `Não há espaço no disco: ${reason}.`,
      together(intactText(intact, 'pt'), 'Liberte espaço no disco e repita.'),
    ],
    en: ({ reason, intact }) => [
      `There is no room on the disk: ${reason}.`,
      together(intactText(intact, 'en'), 'Free some room on the disk and try again.'),
    ],
    outside: {
      pt: ['Não há espaço no disco do servidor.', 'Avise quem o administra.'],
      en: ['There is no room on the disk of the server.', 'Tell whoever administers it.'],
    },
    examples: [
      { reason: 'ENOSPC: no space left on device, write', intact: { what: 'published' } },
      {
        reason: 'No space left on device',
        intact: { what: 'cluster_not_started', place: '/srv/prodplan/data' },
      },
      { reason: 'No space left on device', intact: null },
    ],
  }),
});
