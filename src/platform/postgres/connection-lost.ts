import { messageOf } from '../errors.js';

/** Of the network, and of PostgreSQL: connections that are lost or not to be had, a server that stops, starts or is full. */
const codes =
  /^(08\d{3}|57P0\d|53[034]00|ECONNREFUSED|ECONNRESET|ECONNABORTED|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)$/;

/** The driver and its pool say so in words only. */
const words =
  /^(timeout exceeded when trying to connect|timeout expired|Query read timeout|Connection terminated)|not queryable|Cannot use a pool after calling end/;

/** Whether the database is away, or the connection to it: what was asked may work again when it is back. */
export function isConnectionLost(thrown: unknown): boolean {
  const { code = '', severity = '' } = (thrown ?? {}) as { code?: unknown; severity?: unknown };
  // FATAL: the server ends this connection, or does not let it begin, whatever it calls the reason.
  if (severity === 'FATAL' || severity === 'PANIC') return true;
  return codes.test(String(code)) || (thrown instanceof Error && words.test(messageOf(thrown)));
}
