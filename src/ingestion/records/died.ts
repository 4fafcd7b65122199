/** What a run is told to have come to whose process ended without a word; its host and process id stand in the message. */
export const died = {
  code: 'RUN_DIED',
  message: 'O processo terminou sem acabar (host %s, pid %s).',
  remedy: 'Os dados anteriores estão intactos; repita a carga.',
} as const;
