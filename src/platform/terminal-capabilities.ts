/** Whether colours are wanted on a stream, and whether it can be redrawn (a progress bar). */
export function terminalCapabilities(
  stream: { readonly isTTY?: boolean } = process.stderr,
  env: Readonly<Record<string, string | undefined>> = process.env,
): { readonly colours: boolean; readonly redraw: boolean } {
  const terminal = stream.isTTY === true && env.TERM !== 'dumb';
  const forced = Boolean(env.FORCE_COLOR) && env.FORCE_COLOR !== '0';
  return { colours: !env.NO_COLOR && (terminal || forced), redraw: terminal && !env.CI };
}
