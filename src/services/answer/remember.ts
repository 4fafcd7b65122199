/** What is kept under names, or being made: null where the making failed. */
export type KnownValues = Map<string, Promise<{ readonly value: unknown } | null>>;

/**
 * What `make` gives, made once under each name however many ask at the same time: what is dear to read must not be read by
 * everybody who comes first. Where it fails, who made it is told why, and those who waited make it themselves.
 */
export async function rememberIn<T>(
  remembered: KnownValues,
  name: string,
  make: () => Promise<T>,
): Promise<T> {
  for (let known = remembered.get(name); known !== undefined; known = remembered.get(name)) {
    const made = await known;
    if (made !== null) return made.value as T;
    // The one that failed; by now another may be under way.
    if (remembered.get(name) === known) remembered.delete(name);
  }
  const making = make();
  remembered.set(
    name,
    making.then(
      (value) => ({ value }),
      () => null,
    ),
  );
  return await making;
}
