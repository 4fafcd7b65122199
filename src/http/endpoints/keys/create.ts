import { z } from 'zod';
import { defineEndpoint } from '../../endpoint.js';
import { createKey } from '../../keys/keys.js';

/** An operator may not see names, and so makes no key that sees them: those are made on the machine, by the command. */
const roles = ['reader', 'operator'] as const;

export const keyCreate = defineEndpoint({
  name: 'keys.create',
  method: 'POST',
  path: '/api/keys',
  tag: 'keys',
  summary: 'Cria uma chave para ler ou para operar; o seu texto só vem nesta resposta',
  description: 'As que veem nomes (hr) fazem-se na máquina, com «prodplan keys create --role hr».',
  access: 'operate',
  params: z.strictObject({}),
  body: z.strictObject({
    role: z.enum(roles).describe('reader: ler; operator: carregar e correr tarefas'),
    label: z.string().trim().min(1).max(100).describe('Para quem, ou para quê'),
  }),
  responses: [
    {
      status: 201,
      description: 'A chave está feita',
      schema: z.object({
        key_id: z.string(),
        token: z.string().describe('O texto da chave: guarde-o já, não volta a ser mostrado'),
      }),
    },
  ],
  async handle({ context, body: { role, label }, request }) {
    const key = await createKey(context.database.pool, role, label);
    if (request.audit !== null) request.audit.details = { key_id: key.key_id, role };
    return { status: 201, json: key };
  },
});
