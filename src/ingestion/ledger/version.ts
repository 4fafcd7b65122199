import { createHash } from 'node:crypto';
import { rowHashVersion } from './row-hash.js';

/** What the bytes of a row and its key depend on beside the contract and the rules, whose versions the run has. */
export const ledgerVersion = createHash('sha256')
  .update(`ledger 1, row hash ${rowHashVersion}`)
  .digest('hex')
  .slice(0, 12);
