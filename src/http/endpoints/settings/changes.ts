import { z } from 'zod';
import { readSettingChanges } from '../../../evidence/index.js';
import { defineEndpoint } from '../../endpoint.js';

const mostChanges = 200;

export const settingChanges = defineEndpoint({
  name: 'settings.changes',
  method: 'GET',
  path: '/api/settings/changes',
  tag: 'settings',
  summary: `Quem mudou que definição, e quando: as ${mostChanges} mudanças mais recentes`,
  access: 'read',
  params: z.strictObject({}),
  responses: [
    {
      status: 200,
      description: 'As mudanças, as mais recentes primeiro',
      schema: z.object({
        data: z.array(
          z.object({
            change_id: z.int(),
            name: z.string(),
            value: z.number().nullable().describe('null: voltou ao de origem'),
            decided_by: z.string(),
            decided_at: z.string().describe('UTC'),
          }),
        ),
      }),
    },
  ],
  async handle({ context }) {
    return { json: { data: await readSettingChanges(context.database.pool, mostChanges) } };
  },
});
