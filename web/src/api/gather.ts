/** What a server said to one question. */
export interface Said {
  readonly ok: boolean;
  readonly status: number;
  /** Parsed; undefined where nothing that could be read came. */
  readonly body: unknown;
}

interface Waiting {
  readonly url: string;
  readonly signal: AbortSignal;
  resolve(said: Said): void;
  reject(reason: unknown): void;
}

type Headers = () => Readonly<Record<string, string>>;

/** So many the server answers at once, and their addresses find room in one. */
const most = 16;

let waiting: Waiting[] = [];

/** Asks for one address by a call of its own. */
export async function getOne(url: string, signal: AbortSignal, headers: Headers): Promise<Said> {
  const response = await fetch(url, { signal, headers: headers() });
  const body: unknown = await response.json().catch((error: unknown) => {
    if (signal.aborted || response.ok) throw error;
  });
  return { ok: response.ok, status: response.status, body };
}

/**
 * Asks for an address together with all others that are asked for at the same moment: a page asks up to ten things when it
 * opens, and each call of its own is a way to the server and back.
 */
export function gather(url: string, signal: AbortSignal, headers: Headers): Promise<Said> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    if (waiting.length === 0) setTimeout(() => flush(headers));
    waiting.push({ url, signal, resolve, reject });
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
}

function flush(headers: Headers): void {
  const all = waiting.filter(({ signal }) => !signal.aborted);
  waiting = [];
  for (let n = 0; n < all.length; n += most) void send(all.slice(n, n + most), headers);
}

async function send(asked: readonly Waiting[], headers: Headers): Promise<void> {
  const signal = anyStill(asked);
  try {
    if (asked.length === 1) return asked[0]!.resolve(await getOne(asked[0]!.url, signal, headers));
    const whole = await getOne(
      `/api/answers?${asked.map(({ url }) => `of=${written(url)}`).join('&')}`,
      signal,
      headers,
    );
    const { answers } = (whole.body ?? {}) as {
      answers?: readonly { readonly status: number; readonly answer: unknown }[];
    };
    asked.forEach(({ resolve }, n) => {
      const part = whole.ok ? answers?.[n] : undefined;
      resolve(part === undefined ? whole : { ok: part.status < 300, status: part.status, body: part.answer });
    });
  } catch (error) {
    for (const { reject } of asked) reject(error);
  }
}

/** Ends the call when nobody waits for any of its answers any more. */
function anyStill(asked: readonly Waiting[]): AbortSignal {
  const call = new AbortController();
  const look = (): void => {
    if (asked.every(({ signal }) => signal.aborted)) call.abort();
  };
  for (const { signal } of asked) signal.addEventListener('abort', look, { once: true });
  return call.signal;
}

/** As it can be read in a log: only what would end the address is written otherwise. */
function written(url: string): string {
  return encodeURIComponent(url).replaceAll(/%(2F|3F|3D|2C|3A)/g, decodeURIComponent);
}
