import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { httpFailure } from '../../../platform/errors/http.js';
import { languageOf } from '../../accept.js';
import type { HttpContext } from '../../context.js';
import { defineEndpoint } from '../../endpoint.js';
import { eventHeaders, eventStreamType, eventText, heartbeat, heartbeatMs } from '../../events/event-text.js';
import { readDetail } from './progress.js';
import { runParam } from './run-shape.js';

const lookMs = 500;
/** Each open stream queries the database at intervals, so their number is limited. */
const mostStreams = 50;
let streams = 0;

export const events = defineEndpoint({
  name: 'ingestion.events',
  method: 'GET',
  path: '/api/ingestion/runs/{run_id}/events',
  tag: 'ingestion',
  summary: 'O andamento de uma carga, à medida que muda (server-sent events)',
  description:
    'Eventos «progress» com a carga como /api/ingestion/runs/{run_id} a diz, e um «end» quando acaba; depois a ligação fecha-se.',
  access: 'read',
  params: runParam,
  responses: [{ status: 200, description: 'Eventos', type: 'text/event-stream' }],
  problems: ['NO_SUCH_RUN'],
  async handle({ context, params: { run_id }, request }) {
    const language = languageOf(request.headers['accept-language']);
    const read = () => readDetail(context, run_id, language);
    const first = await read();
    if (streams >= mostStreams) throw httpFailure('TOO_MANY_REQUESTS', { of: 'streams' });
    const stream = Readable.from(told(context, read, first), { objectMode: false });
    streams++;
    stream.once('close', () => streams--);
    return { stream, type: eventStreamType, headers: eventHeaders };
  },
});

type Detail = Awaited<ReturnType<typeof readDetail>>;

async function* told(
  context: HttpContext,
  read: () => Promise<Detail>,
  first: Detail,
): AsyncGenerator<Buffer> {
  let last = '';
  let quietMs = 0;
  for (let now = first; ; now = await read()) {
    const text = JSON.stringify(now);
    if (now.status !== 'running') {
      yield eventText('end', text);
      return;
    }
    if (text !== last) {
      yield eventText('progress', text);
      last = text;
      quietMs = 0;
    } else if (quietMs >= heartbeatMs) {
      yield heartbeat;
      quietMs = 0;
    }
    // A run may last; the end of the server ends the stream.
    await sleep(lookMs, undefined, { signal: context.stopping }).catch(() => {});
    if (context.stopping.aborted) return;
    quietMs += lookMs;
  }
}
