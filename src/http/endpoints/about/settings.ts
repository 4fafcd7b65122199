import { z } from 'zod';
import { zombieDays } from '../../../contract/factory/index.js';
import { defineEndpoint } from '../../endpoint.js';

const row = z.object({
  name: z.enum([
    'zombie_days',
    'gate_thresholds',
    'runs',
    'upload_limit_mb',
    'calls_per_minute',
    'time_zone',
  ]),
  value: z.string().describe('O que vale agora; de gate_thresholds só os que não são os de origem'),
  fixed_by: z.string().nullable().describe('A variável do ambiente que o fixa; null: é do programa'),
  from_next_run: z
    .boolean()
    .describe('true: vale a partir da carga seguinte; false: desde que o servidor arrancou'),
});

export const settings = defineEndpoint({
  name: 'about.settings',
  method: 'GET',
  path: '/api/settings',
  tag: 'about',
  summary: 'Com que definições este servidor trabalha, e o que as fixa',
  access: 'read',
  params: z.strictObject({}),
  responses: [{ status: 200, description: 'As definições', schema: z.object({ data: z.array(row) }) }],
  async handle({ context: { config } }) {
    const thresholds = [...config.gateThresholds].map(([gate, share]) => `${gate}=${share}`).join(', ');
    const told = (
      name: z.output<typeof row>['name'],
      value: string | number,
      fixed_by: string | null,
      from_next_run = false,
    ): z.output<typeof row> => ({ name, value: String(value), fixed_by, from_next_run });
    const data = [
      told('zombie_days', zombieDays, null),
      told('gate_thresholds', thresholds, 'PRODPLAN_GATE_THRESHOLDS', true),
      told('runs', config.retainedRuns, 'PRODPLAN_KEEP_RUNS'),
      told('upload_limit_mb', config.http.uploadLimitBytes / (1024 * 1024), 'PRODPLAN_UPLOAD_LIMIT_MB'),
      told('calls_per_minute', config.http.callsPerMinute, 'PRODPLAN_CALLS_PER_MINUTE'),
      told('time_zone', config.timeZone, 'PRODPLAN_TIME_ZONE', true),
    ];
    return { json: { data } };
  },
});
