export type SpecialFunctions = typeof import('cephes');

/**
 * The distribution functions of statistics (cephes, compiled to WebAssembly). They take a tenth of a second to load, so
 * they are loaded where they are first needed and never with the program; whoever asks again is given the same ones.
 */
export async function specialFunctions(): Promise<SpecialFunctions> {
  const functions = await import('cephes');
  await functions.compiled;
  return functions;
}
