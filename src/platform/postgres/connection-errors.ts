import { messageOf, ProdplanError } from '../errors.js';

interface Advice {
  readonly what: string;
  readonly remedy: string;
}

/** A connection that could not be made, told without the password. */
export function unreachable(url: string, cause: unknown): ProdplanError {
  if (cause instanceof ProdplanError) return cause;
  const { what, remedy } = adviceFor(cause);
  return new ProdplanError(
    'system',
    'DATABASE_UNREACHABLE',
    `Não foi possível ligar à base de dados em ${addressOf(url)}: ${what}.`,
    remedy,
    { cause },
  );
}

/** host:port/database of a URL. */
export function addressOf(url: string): string {
  const { hostname, port, pathname, searchParams } = new URL(url);
  const host = decodeURIComponent(hostname) || searchParams.get('host') || 'localhost';
  return `${host}:${port || '5432'}${decodeURIComponent(pathname)}`;
}

const advice = {
  nobody: {
    what: 'nenhum servidor responde nesse endereço',
    remedy: 'Veja se o servidor está a correr e se o endereço e a porta em DATABASE_URL estão certos.',
  },
  unknownHost: {
    what: 'o nome do servidor não é conhecido',
    remedy: 'Corrija DATABASE_URL (nome do servidor).',
  },
  noWay: {
    what: 'a rede não chega a esse endereço',
    remedy: 'Veja o endereço em DATABASE_URL, a rede e a firewall.',
  },
  refused: {
    what: 'o servidor recusou o utilizador ou a palavra-passe',
    remedy: 'Corrija DATABASE_URL (utilizador e palavra-passe).',
  },
  plain: {
    what: 'o servidor só aceita ligações cifradas, ou não aceita este utilizador desta máquina',
    remedy: 'Acrescente ?sslmode=require a DATABASE_URL, ou uma linha ao pg_hba.conf do servidor.',
  },
  noTls: {
    what: 'o servidor não cifra ligações, e DATABASE_URL pede-o',
    remedy: 'Retire sslmode de DATABASE_URL, ou ligue a cifra no servidor.',
  },
  badCertificate: {
    what: 'o certificado do servidor não é de confiança',
    remedy: 'Acrescente a DATABASE_URL &sslrootcert=FICHEIRO com a autoridade que o assinou.',
  },
  noDatabase: {
    what: 'essa base de dados não existe',
    remedy: 'Corrija DATABASE_URL ou crie a base de dados.',
  },
  mayNot: {
    what: 'este utilizador não se pode ligar a essa base de dados',
    remedy: 'Peça a quem a gere: GRANT CONNECT ON DATABASE base TO utilizador.',
  },
  full: {
    what: 'o servidor não aceita mais ligações',
    remedy:
      'Feche outros programas que o usem, ou aumente max_connections (num PgBouncer, o tamanho da reserva).',
  },
  notReady: {
    what: 'o servidor está a arrancar ou a parar',
    remedy: 'Espere um momento e repita.',
  },
  options: {
    what: 'um intermediário (PgBouncer) não deixa passar «options»',
    remedy: 'Retire «options» de DATABASE_URL e a variável PGOPTIONS.',
  },
  silent: {
    what: 'alguém aceita a ligação, mas não responde a tempo',
    remedy: 'Veja se é um PostgreSQL que está nessa porta, e se ele não está parado ou sobrecarregado.',
  },
} as const satisfies Record<string, Advice>;

const byCode: Readonly<Record<string, Advice>> = {
  ECONNREFUSED: advice.nobody,
  ENOENT: advice.nobody,
  ENOTFOUND: advice.unknownHost,
  EAI_AGAIN: advice.unknownHost,
  ETIMEDOUT: advice.noWay,
  EHOSTUNREACH: advice.noWay,
  ENETUNREACH: advice.noWay,
  '28P01': advice.refused,
  '28000': advice.refused,
  '3D000': advice.noDatabase,
  '42501': advice.mayNot,
  '53300': advice.full,
  '57P01': advice.notReady,
  '57P02': advice.notReady,
  '57P03': advice.notReady,
};

/** What has no code of its own, or one that a pooler uses for everything; the words are those of programs, not of people. */
const byWords: readonly (readonly [RegExp, Advice])[] = [
  [/no encryption|SSL off|no pg_hba\.conf entry/, advice.plain],
  [/does not support SSL/, advice.noTls],
  [/self.signed|unable to (verify|get)|certificate/i, advice.badCertificate],
  [/no such database/, advice.noDatabase],
  [/no such user|password|SASL|authentication/i, advice.refused],
  [/startup parameter/, advice.options],
  [/no more connections|query_wait_timeout|Query read timeout/, advice.full],
  [/timeout/i, advice.silent],
];

function adviceFor(cause: unknown): Advice {
  const code = codeOf(cause);
  const words = messageOf(cause);
  const said = byWords.find(([pattern]) => pattern.test(words))?.[1];
  if (code === '28000' && said === advice.plain) return said;
  const what = words || code || 'sem resposta';
  const remedy = 'Veja se o servidor está a correr e se DATABASE_URL está certo.';
  return byCode[code] ?? said ?? { what, remedy };
}

/** Where a name has several addresses Node reports all failures together; the first one tells enough. */
function codeOf(cause: unknown): string {
  const error = cause as { code?: unknown; errors?: { code?: unknown }[] } | null;
  return String(error?.code ?? error?.errors?.[0]?.code ?? '');
}
