import { z } from 'zod';
import { settingMoments } from '../../../contract/factory/index.js';
import { changeSetting } from '../../../maintenance/index.js';
import { defineEndpoint } from '../../endpoint.js';

/** A run that publishes stands in the way for this long at most; then the caller is told. */
export const patienceMs = 10_000;

export const settingChange = defineEndpoint({
  name: 'settings.change',
  method: 'POST',
  path: '/api/settings/{name}',
  tag: 'settings',
  summary: 'Decide uma definição para todos; fica registado quem e quando',
  access: 'operate',
  params: z.strictObject({ name: z.string().min(1).max(100) }),
  body: z.strictObject({ value: z.number().nullable().describe('null: volta ao de origem') }),
  responses: [
    {
      status: 200,
      description: 'Está decidido',
      schema: z.object({
        name: z.string(),
        before: z.number().nullable(),
        value: z.number().nullable(),
        counts: z.enum(settingMoments),
        data_version: z
          .int()
          .nullable()
          .describe('A versão dos dados desde a qual conta; null: ainda não conta'),
      }),
    },
  ],
  problems: ['NO_SUCH_SETTING', 'SETTING_OUT_OF_RANGE', 'SETTING_FIXED', 'SETTING_BUSY'],
  async handle({
    context: { database, config, stopping },
    params: { name },
    body: { value },
    caller,
    request,
  }) {
    const signal = AbortSignal.any([stopping, AbortSignal.timeout(patienceMs)]);
    const change = { name, value, by: caller.key!, fixed: config.gateThresholds };
    const { before, after, setting, data_version } = await changeSetting({ database, signal }, change);
    const told = { name, before: before.value, value: after.value };
    if (request.audit !== null) request.audit.details = told;
    return { json: { ...told, counts: setting.counts, data_version } };
  },
});
