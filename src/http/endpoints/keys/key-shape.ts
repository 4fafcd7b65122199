import { z } from 'zod';
import { roles } from '../../keys/role.js';

/** A key as lists show it: its secret is nowhere. */
export const keyRow = z
  .object({
    key_id: z.string(),
    role: z.enum(roles),
    label: z.string().describe('Para quem, ou para quê'),
    created_at: z.string().describe('UTC'),
    last_used_at: z.string().nullable().describe('UTC'),
    revoked_at: z.string().nullable().describe('UTC; desde então não abre nada'),
  })
  .meta({ id: 'Key' });
