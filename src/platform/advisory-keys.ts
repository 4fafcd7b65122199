/**
 * The advisory locks of Prodplan, as pg_locks shows them: classid 1347439694 ("PPLN" as bytes), one objid each, objsubid 2.
 * They are fixed for ever: an older program beside this one must ask for the same.
 */
export const advisoryClass = 0x50_50_4c_4e;

export const advisoryObjects = {
  /** One run per database; held by its session. */
  run: 1,
  /** Whoever writes to core, until the end of the transaction. */
  coreWrites: 2,
  /** Shared: the session's holder also renews a lease in Redis. */
  leased: 3,
} as const;
