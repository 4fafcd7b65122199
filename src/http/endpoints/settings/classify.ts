import { z } from 'zod';
import { lineClasses } from '../../../contract/factory/index.js';
import { classifyText } from '../../../maintenance/index.js';
import { settingFailure } from '../../../platform/errors/setting.js';
import { defineEndpoint } from '../../endpoint.js';
import { patienceMs } from './change.js';

export const classify = defineEndpoint({
  name: 'settings.classify',
  method: 'POST',
  path: '/api/settings/text-class',
  tag: 'settings',
  summary: 'Decide a classe de um texto de erro em vez das regras; conta já, e fica registado quem e quando',
  access: 'operate',
  params: z.strictObject({}),
  body: z.strictObject({
    text: z.string().min(1).max(2000).describe('Maiúsculas, acentos e pontuação não contam'),
    class: z.enum(lineClasses).nullable().describe('null: volta às regras'),
  }),
  responses: [
    {
      status: 200,
      description: 'Está decidido, e contado de novo',
      schema: z.object({
        texts: z.array(z.string()).describe('Os textos do ficheiro que são este'),
        lines: z.int(),
        before: z.enum(lineClasses).nullable(),
        after: z.enum(lineClasses).nullable(),
        data_version: z.int().nullable(),
      }),
    },
  ],
  problems: ['NOTHING_PUBLISHED', 'DEFECT_TEXT_UNKNOWN', 'SETTING_BUSY'],
  async handle({ context: { database, stopping }, body, caller, request }) {
    const signal = AbortSignal.any([stopping, AbortSignal.timeout(patienceMs)]);
    const decision = { text: body.text, as: body.class, by: caller.key! };
    const { status, ...done } = await classifyText({ database, signal }, decision);
    if (status === 'stopped') throw settingFailure('SETTING_BUSY');
    if (request.audit !== null) request.audit.details = { ...body, before: done.before, after: done.after };
    return { json: done };
  },
});
