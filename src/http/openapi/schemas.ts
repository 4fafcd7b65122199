import { z } from 'zod';

export type JsonSchema = Record<string, unknown>;

/** Collects the schemas of a description: those with an id stand apart, once, and are referred to. */
export class Schemas {
  readonly #named = new Map<string, JsonSchema>();

  /** `input`: as a caller writes it; `output`: as it is answered. */
  of(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
    const {
      $schema: _,
      $defs,
      ...own
    } = z.toJSONSchema(schema, {
      io,
      target: 'draft-2020-12',
      unrepresentable: 'any',
    }) as JsonSchema & { $defs?: Record<string, JsonSchema> };
    for (const [id, named] of Object.entries($defs ?? {})) this.#insert(id, named);
    return rewritten(own);
  }

  all(): Record<string, JsonSchema> {
    return Object.fromEntries([...this.#named].sort(([a], [b]) => (a < b ? -1 : 1)));
  }

  #insert(id: string, schema: JsonSchema): void {
    const { id: _, ...rest } = rewritten(schema);
    const known = this.#named.get(id);
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(rest))
      throw new Error(`two schemas are called ${id}`);
    this.#named.set(id, rest);
  }
}

/** Its references point to where the schemas stand in the description. */
function rewritten(schema: JsonSchema): JsonSchema {
  const text = JSON.stringify(schema).replaceAll('"#/$defs/', '"#/components/schemas/');
  return JSON.parse(text) as JsonSchema;
}
