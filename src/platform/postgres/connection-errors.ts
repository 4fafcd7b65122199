import { type ConnectionFault, databaseFailure } from '../errors/database.js';
import { messageOf, ProdplanError } from '../errors.js';

/** A connection that could not be made, told without the password. */
export function unreachable(url: string, cause: unknown): ProdplanError {
  if (cause instanceof ProdplanError) return cause;
  return databaseFailure(
    'DATABASE_UNREACHABLE',
    { address: serverAddressOf(url), ...faultOf(cause) },
    { cause },
  );
}

/** Codes that come before there is a connection, and only then. */
const beforeConnection =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|53300|57P03|28P01|28000|3D000)$/;

/** With these the server ends a connection that it had; with any other it lets none begin. */
const endsConnection = /^(57P01|57P02|57P05|25P03)$/;

/** Whether a failure is that of a connection that never came about, as the server, its code or the pool's words say. */
export function isNoConnection(thrown: unknown): boolean {
  const { severity, code } = (thrown ?? {}) as { severity?: unknown; code?: unknown };
  if (severity === 'FATAL' && !endsConnection.test(String(code))) return true;
  return beforeConnection.test(codeOf(thrown)) || /when trying to connect/.test(messageOf(thrown));
}

/** As `unreachable`, where nobody knows the address any more. */
export function noConnection(cause: unknown): ProdplanError {
  return databaseFailure('DATABASE_UNREACHABLE', { address: null, ...faultOf(cause) }, { cause });
}

/** host:port/database of a URL. */
export function serverAddressOf(url: string): string {
  const { hostname, port, pathname, searchParams } = new URL(url);
  const host = decodeURIComponent(hostname) || searchParams.get('host') || 'localhost';
  return `${host}:${port || '5432'}${decodeURIComponent(pathname)}`;
}

const byCode: Readonly<Record<string, ConnectionFault>> = {
  ECONNREFUSED: 'nobody',
  ENOENT: 'nobody',
  ENOTFOUND: 'unknown_host',
  EAI_AGAIN: 'unknown_host',
  ETIMEDOUT: 'no_way',
  EHOSTUNREACH: 'no_way',
  ENETUNREACH: 'no_way',
  '28P01': 'refused',
  '28000': 'refused',
  '3D000': 'no_database',
  '42501': 'may_not',
  '53300': 'full',
  '57P01': 'not_ready',
  '57P02': 'not_ready',
  '57P03': 'not_ready',
};

/** What has no code of its own, or one that a pooler uses for everything; the words are those of programs, not of people. */
const byWords: readonly (readonly [RegExp, ConnectionFault])[] = [
  [/no encryption|SSL off|no pg_hba\.conf entry/, 'plain'],
  [/does not support SSL/, 'no_tls'],
  [/self.signed|unable to (verify|get)|certificate/i, 'bad_certificate'],
  [/no such database/, 'no_database'],
  [/no such user|password|SASL|authentication/i, 'refused'],
  [/startup parameter/, 'options'],
  [/no more connections|query_wait_timeout|Query read timeout/, 'full'],
  [/timeout/i, 'silent'],
];

function faultOf(cause: unknown): { readonly fault: ConnectionFault } | { readonly said: string } {
  const code = codeOf(cause);
  const words = messageOf(cause);
  const said = byWords.find(([pattern]) => pattern.test(words))?.[1];
  if (code === '28000' && said === 'plain') return { fault: said };
  const fault = byCode[code] ?? said;
  return fault === undefined ? { said: words || code || '?' } : { fault };
}

/** Where a name has several addresses Node reports all failures together; the first one tells enough. */
function codeOf(cause: unknown): string {
  const error = cause as { code?: unknown; errors?: { code?: unknown }[] } | null;
  return String(error?.code ?? error?.errors?.[0]?.code ?? '');
}
