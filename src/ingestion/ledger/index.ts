export { dropLedger, type LedgerHead, readHeads, rebindHead } from './heads.js';
export { recordLedger } from './record-ledger.js';
export type { RowSieve } from './row-sieve.js';
export { type Difference, type LedgerOptions, SheetLedger } from './sheet-ledger.js';
export { stageUnmet } from './unmet.js';
