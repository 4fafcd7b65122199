import { messageOf, ProdplanError } from '../errors.js';

interface Advice {
  readonly what: string;
  readonly remedy: string;
}

/** A connection that could not be made, told without the password. */
export function unreachable(url: string, cause: unknown): ProdplanError {
  if (cause instanceof ProdplanError) return cause;
  const { what, remedy } = adviceFor(codeOf(cause), cause);
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

function adviceFor(code: string, cause: unknown): Advice {
  const checkUrl = 'Corrija DATABASE_URL';
  switch (code) {
    case 'ECONNREFUSED':
      return {
        what: 'nenhum servidor responde nesse endereço',
        remedy: 'Veja se o servidor está a correr e se o endereço e a porta em DATABASE_URL estão certos.',
      };
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return { what: 'o nome do servidor não é conhecido', remedy: `${checkUrl} (nome do servidor).` };
    case '28P01':
    case '28000':
      return {
        what: 'o servidor recusou o utilizador ou a palavra-passe',
        remedy: `${checkUrl} (utilizador e palavra-passe).`,
      };
    case '3D000':
      return { what: 'essa base de dados não existe', remedy: `${checkUrl} ou crie a base de dados.` };
    case '53300':
      return {
        what: 'o servidor não aceita mais ligações',
        remedy: 'Feche outros programas que o usem, ou aumente max_connections.',
      };
    default:
      return {
        what: messageOf(cause) || code || 'sem resposta',
        remedy: 'Veja se o servidor está a correr e se DATABASE_URL está certo.',
      };
  }
}

/** Where a name has several addresses Node reports all failures together; the first one tells enough. */
function codeOf(cause: unknown): string {
  const error = cause as { code?: unknown; errors?: { code?: unknown }[] } | null;
  return String(error?.code ?? error?.errors?.[0]?.code ?? '');
}
