import { type DestinationStream, type LogFn, type Logger, pino, stdTimeFunctions } from 'pino';
import { ProdplanError } from './errors.js';

export type Log = Logger;

export interface LogOptions {
  readonly level?: string;
  /** Where the lines go; standard output where nothing is said. */
  readonly destination?: DestinationStream;
}

/**
 * Logs for machines: one JSON object a line, with `run_id` and `job_id` where there are any. No personal name may ever
 * stand in one, so nothing is let through that could hold one: numbers and truth values pass under any key, texts only
 * under the keys below and only where they look like a code; everything else becomes `***`.
 */
export function createLog({ level = 'info', destination }: LogOptions = {}): Log {
  const options = {
    level,
    timestamp: stdTimeFunctions.isoTime,
    formatters: {
      level: (label: string) => ({ level: label }),
      log: onlyHarmless,
    },
    serializers: { err: describeError, error: describeError, req: describeRequest, res: describeReply },
    hooks: { logMethod: onlyFixedWords },
  };
  const log = destination === undefined ? pino(options) : pino(options, destination);
  // Pino does not ask the formatters about what a child is bound to; children inherit this one from their parent.
  const make = log.child;
  log.child = function harmlessChild(this: Log, bindings: object, more?: object) {
    return make.call(this, onlyHarmless({ ...bindings }), more);
  } as typeof log.child;
  return log;
}

const words = new Set(
  (
    'run_id job_id job queue backend component event stage sheet table outcome status state kind code signal host hostname ' +
    'lock method route reqId version schedule worker reason gate origin address'
  ).split(' '),
);
const looksLikeCode = /^[\w.:/@+-]{1,120}$/;
/** What the serializers below make harmless. */
const described = new Set(['err', 'error', 'req', 'res']);

function onlyHarmless(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, harmless(key, value)]));
}

function harmless(key: string, value: unknown): unknown {
  if (described.has(key)) return value;
  if (value === null || value === undefined || ['number', 'boolean', 'bigint'].includes(typeof value))
    return value;
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'string' && words.has(key) && looksLikeCode.test(value) ? value : '***';
}

/**
 * A message is what the program says, never what it was given: values to fill in are not taken, and where the message
 * is that of an error, its description stands there instead.
 */
function onlyFixedWords(this: Logger, args: readonly unknown[], method: LogFn): void {
  const [first, second] = args;
  if (typeof first === 'string') return method.call(this, {}, withoutPaths(first));
  const fields = first instanceof Error ? { err: first } : (first as Readonly<Record<string, unknown>>);
  const error = fields?.err ?? fields?.error;
  const text = typeof second === 'string' ? second : '';
  const repeats = error instanceof Error && (text === '' || text.includes(error.message));
  return method.call(this, fields, repeats ? describeError(error).message : withoutPaths(text));
}

/** The framework's own words repeat the address that was asked for, where nothing is found there. */
function withoutPaths(message: string): string {
  return message.replaceAll(/\b([A-Z]{3,8})[: ]\/\S*/g, '$1 …');
}

interface ErrorDescription {
  readonly type: string;
  readonly code: string | null;
  readonly message: string;
  /** Where it was thrown, without its words. */
  readonly stack: readonly string[];
}

/**
 * An error of our own says what it says. One that stands for another, or is another's, is known by its code and place
 * alone: what a server says may repeat a cell.
 */
export function describeError(thrown: unknown): ErrorDescription {
  if (!(thrown instanceof Error)) return { type: typeof thrown, code: null, message: '***', stack: [] };
  const code = String((thrown as { code?: unknown }).code ?? '');
  const ours = thrown instanceof ProdplanError && thrown.cause === undefined && !isOfFile(thrown);
  return {
    type: thrown.name,
    code: looksLikeCode.test(code) ? code : null,
    message: ours ? thrown.message : looksLikeCode.test(code) ? code : thrown.name,
    stack: (thrown.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 8)
      // The folder in which the program lies is left out: it may name a user.
      .map((line) => line.trim().replace(/(?:file:\/\/)?\/\S*?\/(?=(?:dist|src|node_modules)\/)/, '')),
  };
}

/** What is told of a file names its sheets and headers, which are whatever somebody wrote there. */
function isOfFile({ kind }: ProdplanError): boolean {
  return kind === 'input' || kind === 'contract';
}

/** Neither the query nor the parameters of a path: people are searched by their names. */
function describeRequest(request: unknown): unknown {
  const { method, id, routeOptions } = request as {
    method?: string;
    id?: unknown;
    routeOptions?: { url?: string };
  };
  return { method, id, route: routeOptions?.url ?? '?' };
}

function describeReply(reply: unknown): unknown {
  return { statusCode: (reply as { statusCode?: number }).statusCode };
}
