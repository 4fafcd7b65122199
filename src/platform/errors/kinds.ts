export type Language = 'pt' | 'en';

/** What is wrong and where, and what the reader can do about it; '' where nothing can be done. */
export type Told = readonly [what: string, remedy: string];

interface Kind {
  /** What the command line ends with; 0 is success. */
  readonly exit: number;
  /** What HTTP answers with. */
  readonly status: number;
  /** What failures of this kind have in common: the title of a problem. */
  readonly title: Readonly<Record<Language, string>>;
  /**
   * For kinds whose sentences name hosts, paths or queries: what is told in their place to callers over the network, who
   * are told no more than that it happened.
   */
  readonly outside?: Readonly<Record<Language, Told>>;
}

/** The one place where it is decided how a failure ends a command and answers a call: by its kind. */
const declared = {
  /** The call is wrong. */
  usage: { exit: 2, status: 400, title: { pt: 'O pedido não serve', en: 'The call is wrong' } },
  /** What was asked for does not exist. */
  missing: { exit: 2, status: 404, title: { pt: 'Não existe', en: 'There is no such thing' } },
  /** Whoever calls may not do this. */
  denied: { exit: 2, status: 403, title: { pt: 'Não é permitido', en: 'This is not allowed' } },
  /** What Prodplan was set to work with (configuration, home, database) does not suit. */
  setup: {
    exit: 2,
    status: 503,
    title: { pt: 'A instalação não está pronta', en: 'The installation is not ready' },
    outside: {
      pt: [
        'O servidor não está em condições de responder; a razão ficou no registo dele.',
        'Avise quem o administra.',
      ],
      en: ['The server is in no state to answer; its log says why.', 'Tell whoever administers it.'],
    },
  },
  /** The file cannot be used. */
  input: { exit: 3, status: 422, title: { pt: 'O ficheiro não serve', en: 'The file cannot be used' } },
  /** The file is readable but breaks the contract, the reconciliation or a limit of the reader. */
  contract: { exit: 4, status: 422, title: { pt: 'O ficheiro foi recusado', en: 'The file was refused' } },
  /** What is published, or that nothing is, does not allow it. */
  state: {
    exit: 4,
    status: 409,
    title: { pt: 'O estado dos dados não o permite', en: 'The state of the data does not allow it' },
  },
  /** Another run or another session is in the way. */
  locked: {
    exit: 5,
    status: 409,
    title: { pt: 'Outra carga está a decorrer', en: 'Another run is under way' },
  },
  /** Something that is needed is away or full; the same may work again later. */
  unavailable: {
    exit: 1,
    status: 503,
    title: { pt: 'De momento não se pode responder', en: 'No answer is possible at the moment' },
    outside: {
      pt: ['Falta ao servidor, de momento, algo de que precisa para responder.', 'Repita daqui a pouco.'],
      en: ['The server lacks, at the moment, something that it needs to answer.', 'Try again soon.'],
    },
  },
  /** Anything else. */
  system: {
    exit: 1,
    status: 500,
    title: { pt: 'Erro do servidor', en: 'Error of the server' },
    outside: {
      pt: ['Aconteceu um erro que não se esperava; ficou no registo do servidor.', ''],
      en: ['Something unexpected went wrong; it stands in the log of the server.', ''],
    },
  },
} as const satisfies Record<string, Kind>;

export type FailureKind = keyof typeof declared;

export const kinds: Readonly<Record<FailureKind, Kind>> = declared;

/**
 * Codes that HTTP answers with another status than that of their kind: RFC 9110 and RFC 6585 have a status of its own
 * for each of these, which clients and proxies act upon by themselves (ask for a key, wait, send less).
 */
const statuses: Readonly<Record<string, number>> = {
  KEY_REQUIRED: 401,
  BAD_KEY: 401,
  METHOD_NOT_ALLOWED: 405,
  NOT_ACCEPTABLE: 406,
  REQUEST_TIMEOUT: 408,
  TOO_LARGE: 413,
  UNSUPPORTED_TYPE: 415,
  TOO_MANY_REQUESTS: 429,
  HEADERS_TOO_LARGE: 431,
};

/** Codes whose status is not that of their kind. */
export const exceptionalCodes: readonly string[] = Object.keys(statuses);

/** The exit code of a failure; of a kind that only older records know, that of anything else. */
export function exitOf({ kind }: { readonly kind: string }): number {
  return (kinds as Readonly<Record<string, Kind | undefined>>)[kind]?.exit ?? kinds.system.exit;
}

/** The HTTP status of a failure. */
export function statusOf({ code, kind }: { readonly code: string; readonly kind: FailureKind }): number {
  return statuses[code] ?? kinds[kind].status;
}
