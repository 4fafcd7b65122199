/** What would pass a limit of the format itself: 4 GiB of a plain zip archive, or the rows of a sheet. */
export class DoesNotFitError extends Error {
  override readonly name = 'DoesNotFitError';
}
