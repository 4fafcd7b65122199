import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import type { HttpContext } from '../../context.js';
import { defineEndpoint } from '../../endpoint.js';
import { roles } from '../../keys/role.js';
import { mayReadUnknown } from '../../security/authenticate.js';
import type { HttpCaller } from '../../security/caller.js';

export const sessionShape = z.object({
  key: z
    .string()
    .nullable()
    .describe('O número da chave; «local»: o testemunho desta máquina; null: nenhuma'),
  role: z.enum(roles).nullable(),
  may_read: z.boolean().describe('Pode ver os números'),
  may_operate: z.boolean().describe('Pode mandar cargas e tarefas'),
  may_see_names: z.boolean().describe('Pode ver nomes de pessoas'),
});

/** What a caller may do here, for a page to show what can be done and to ask for a key only where it is needed. */
export function stateOf(caller: HttpCaller, request: FastifyRequest, { local }: HttpContext) {
  const { key, role, mayOperate, maySeeNames } = caller;
  const may_read = key !== null || mayReadUnknown(request, 'read', local);
  return { key, role, may_read, may_operate: mayOperate, may_see_names: maySeeNames };
}

export const state = defineEndpoint({
  name: 'session.state',
  method: 'GET',
  path: '/api/session',
  tag: 'session',
  summary: 'O que quem pergunta pode fazer, com a chave ou a sessão que traz',
  access: 'open',
  params: z.strictObject({}),
  responses: [{ status: 200, description: 'Os direitos', schema: sessionShape }],
  handle: async ({ caller, request, context }) => ({ json: stateOf(caller, request, context) }),
});
