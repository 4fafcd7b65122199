import type { Role } from '../keys/role.js';
import type { Credential } from './credential.js';

/** Who calls, as far as rights, limits and the audit log go. */
export interface HttpCaller {
  /** The key's number; `local` for the local token; null for somebody on this machine who showed nothing. */
  readonly key: string | null;
  readonly role: Role | null;
  /** How the key, or the session that it opened, came along. */
  readonly via: Credential['via'] | null;
  readonly maySeeNames: boolean;
  readonly mayOperate: boolean;
  /** What is paid by the piece. */
  readonly maySeePay: boolean;
}

/**
 * A role has its own right and that of reading; they do not include one another. A name and a password only read:
 * browsers send them along by themselves, also where another site's page makes the call.
 */
export function callerOf(key: string | null, role: Role | null, via: Credential['via'] | null): HttpCaller {
  return {
    ...{ key, role, via },
    maySeeNames: role === 'hr',
    mayOperate: role === 'operator' && via !== 'basic',
    maySeePay: role === 'hr' || role === 'operator',
  };
}

export const nobody: HttpCaller = callerOf(null, null, null);
