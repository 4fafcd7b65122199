import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import type { OpenAPIV3 } from 'openapi-types';
import { openApi } from './index.js';

/** /api/openapi.json, and the same for people at /api/docs. */
export async function addPages(app: FastifyInstance): Promise<void> {
  // The plugin's types know 3.0 only; it hands the description on as it is.
  const document = openApi() as unknown as OpenAPIV3.Document;
  const text = JSON.stringify(document);
  app.get('/api/openapi.json', async (_, reply) => reply.type('application/json; charset=utf-8').send(text));
  await app.register(swagger, { mode: 'static', specification: { document } });
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    uiConfig: { docExpansion: 'list', deepLinking: true, displayRequestDuration: true },
    theme: { title: 'Prodplan: a API' },
  });
}
