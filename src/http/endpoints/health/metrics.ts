import { z } from 'zod';
import { startMetrics } from '../../../platform/metrics.js';
import { defineEndpoint } from '../../endpoint.js';

export const metrics = defineEndpoint({
  name: 'health.metrics',
  method: 'GET',
  path: '/metrics',
  tag: 'health',
  summary: 'Medidas do próprio programa, para o Prometheus',
  access: 'read',
  params: z.strictObject({}),
  responses: [{ status: 200, description: 'Medidas', type: 'text/plain' }],
  handle: async () => {
    const { render, contentType } = await startMetrics();
    return { bytes: Buffer.from(await render()), type: contentType };
  },
});
