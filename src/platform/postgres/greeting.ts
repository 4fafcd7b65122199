import { once } from 'node:events';
import { connect } from 'node:net';
import pg from 'pg';
import { databaseFailure } from '../errors/database.js';
import type { ProdplanError } from '../errors.js';
import { serverAddressOf } from './connection-errors.js';

/** "May we speak TLS?", the one question that every PostgreSQL, and every pooler before one, answers with a single letter. */
const question = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);

/**
 * Programs that speak in lines (Redis) never answer our question: to them it is a line without an end, as its first byte
 * is zero. They are asked once more, in a connection of its own, when PostgreSQL would long have answered.
 */
const line = 'PING\r\n';
const silenceMs = 2_000;

/**
 * Asks a port whether it speaks PostgreSQL, before the driver would take the words of another program for its own. A
 * failure to connect is thrown as it is; who says nothing in time is a failure too. Throws `NOT_POSTGRES`.
 */
export async function mustSpeakPostgres(url: string, patienceMs: number): Promise<void> {
  const { host, port } = new pg.Client({ connectionString: url });
  // Nothing but PostgreSQL makes a socket of that name; and direct TLS begins with no question.
  if (host.startsWith('/') || new URL(url).searchParams.get('sslnegotiation') === 'direct') return;
  const socket = connect({ host, port });
  const late = setTimeout(() => socket.destroy(new Error('timeout expired')), patienceMs);
  let silent: NodeJS.Timeout | undefined;
  try {
    await once(socket, 'connect');
    socket.write(question);
    const toLine = new Promise<Buffer>((resolve) => {
      silent = setTimeout(() => hearLine({ host, port }, patienceMs, resolve), silenceMs);
    });
    const answer = await Promise.race([firstBytes(socket), toLine]);
    if (!isOfPostgres(answer)) throw otherProtocol(url);
  } finally {
    clearTimeout(late);
    clearTimeout(silent);
    // What it says after it has been answered is of no interest.
    socket.on('error', () => {});
    socket.destroy();
  }
}

/** Sends a line and tells what is answered to it. PostgreSQL closes without an answer: then nothing is told. */
function hearLine(
  to: { readonly host: string; readonly port: number },
  patienceMs: number,
  tell: (answer: Buffer) => void,
): void {
  const socket = connect(to, () => void socket.write(line));
  socket.setTimeout(patienceMs, () => void socket.destroy());
  socket.on('error', () => {});
  socket.once('data', (answer: Buffer) => {
    tell(answer);
    socket.destroy();
  });
}

/** Empty where the other side ends without a word. */
function firstBytes(socket: NodeJS.ReadableStream): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    socket.once('data', resolve).once('error', reject);
    socket.once('end', () => resolve(Buffer.alloc(0)));
  });
}

/** Yes or no, alone; or an error, as one that takes nobody in sends it. */
function isOfPostgres(answer: Buffer): boolean {
  const letter = String.fromCharCode(answer[0] ?? 0);
  return letter === 'E' || (answer.length === 1 && (letter === 'S' || letter === 'N'));
}

function otherProtocol(url: string): ProdplanError {
  return databaseFailure('NOT_POSTGRES', { address: serverAddressOf(url) });
}
