import { z } from 'zod';

const holderSchema = z.object({
  token: z.string(),
  holder: z.string(),
  since: z.coerce.date(),
  backendPid: z.number(),
  inDatabase: z.boolean(),
});

/** What the holder of a lease says of itself. */
export type LeaseHolder = Readonly<z.infer<typeof holderSchema>>;

/** Reads what stands in Redis. Throws where another program wrote it. */
export function readHolder(text: string): LeaseHolder {
  return holderSchema.parse(JSON.parse(text));
}
