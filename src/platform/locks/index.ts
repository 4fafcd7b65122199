export { noticeDeath, type RunLockHolder, runLockHolder, runLockKey } from './advisory.js';
export { drawFencingNumber, fenced, mustBeNewest, newestFencingNumber } from './fence.js';
export type { LeaseState } from './lease.js';
export { acquireRunLock, type LockWait, type RunLock, type RunLockOptions } from './run-lock.js';
