import { z } from 'zod';
import { liveAnswer as alive } from '../../../platform/health.js';
import { defineEndpoint } from '../../endpoint.js';

export const liveEndpoint = defineEndpoint({
  name: 'health.live',
  method: 'GET',
  path: '/health/live',
  tag: 'health',
  summary: 'O processo responde',
  access: 'health',
  params: z.strictObject({}),
  responses: [{ status: 200, description: 'Responde', schema: z.object({ status: z.literal('ok') }) }],
  handle: async () => ({ json: alive }),
});
