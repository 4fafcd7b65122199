/** Whether colours are wanted on a stream, and whether it can be redrawn (a progress bar). */
export function terminalCapabilities(
  stream: { readonly isTTY?: boolean } = process.stderr,
  env: Readonly<Record<string, string | undefined>> = process.env,
): { readonly colours: boolean; readonly redraw: boolean } {
  const terminal = stream.isTTY === true && env.TERM !== 'dumb';
  const forced = Boolean(env.FORCE_COLOR) && env.FORCE_COLOR !== '0';
  return { colours: !env.NO_COLOR && (terminal || forced), redraw: terminal && !env.CI };
}

/** Characters in a line of a stream: as COLUMNS says, or the terminal; without an end where nobody says. */
export function lineWidth(
  stream: { readonly columns?: number } = process.stdout,
  env: Readonly<Record<string, string | undefined>> = process.env,
): number {
  const said = Number(env.COLUMNS);
  if (Number.isInteger(said) && said > 0) return said;
  return stream.columns ?? Number.POSITIVE_INFINITY;
}
