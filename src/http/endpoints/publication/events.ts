import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { Publication } from '../../../evidence/index.js';
import { httpFailure } from '../../../platform/errors/http.js';
import type { HttpContext } from '../../context.js';
import { defineEndpoint } from '../../endpoint.js';
import { eventHeaders, eventStreamType, eventText, heartbeat, heartbeatMs } from '../../events/event-text.js';

/** A browser needs one, however many pages it shows. */
const mostListeners = 200;

export const publicationEvents = defineEndpoint({
  name: 'publication.events',
  method: 'GET',
  path: '/api/publication/events',
  tag: 'ingestion',
  summary: 'O que está publicado, sempre que muda (server-sent events)',
  description:
    'Um evento «publication» com run_id, data_version e as_of logo ao ligar e em cada publicação; «end» quando o servidor para: a ligação fecha-se e pode voltar a abrir-se.',
  access: 'read',
  params: z.strictObject({}),
  responses: [{ status: 200, description: 'Eventos', type: 'text/event-stream' }],
  async handle({ context, reply }) {
    if (context.publications.size >= mostListeners) throw httpFailure('TOO_MANY_REQUESTS', { of: 'streams' });
    const gone = new AbortController();
    // The stream itself closes only when its next event arrives. The connection shows sooner that the listener has
    // gone.
    reply.raw.once('close', () => gone.abort());
    const stream = Readable.from(told(context, gone.signal), { objectMode: false });
    return { stream, type: eventStreamType, headers: eventHeaders };
  },
});

async function* told({ publications, stopping }: HttpContext, gone: AbortSignal): AsyncGenerator<Buffer> {
  let news: Publication | null = null;
  let wake = new AbortController();
  const stopListening = publications.listen((publication) => {
    news = publication;
    wake.abort();
  });
  try {
    while (!stopping.aborted && !gone.aborted) {
      const signal = AbortSignal.any([wake.signal, stopping, gone]);
      const isQuiet = await sleep(heartbeatMs, true, { signal }).catch(() => false);
      const heard: Publication | null = news;
      news = null;
      wake = new AbortController();
      if (heard !== null) yield eventText('publication', JSON.stringify(heard));
      else if (isQuiet) yield heartbeat;
    }
    if (stopping.aborted) yield eventText('end', '{}');
  } finally {
    stopListening();
  }
}
