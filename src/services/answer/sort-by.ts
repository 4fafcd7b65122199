import { z } from 'zod';

/** The parameter `sort` of a list: one of its keys, or with `-` before it the other way round. */
export function sortBy<K extends string>(keys: Readonly<Record<K, unknown>>, usual: NoInfer<K | `-${K}`>) {
  const names = Object.keys(keys) as K[];
  const all = names.flatMap((name) => [name, `-${name}` as const]);
  return z.strictObject({
    sort: z
      .enum(all as [K | `-${K}`, ...(K | `-${K}`)[]])
      .default(usual as never)
      .describe('Ordem das linhas; com «-» antes, do maior para o menor'),
  });
}
