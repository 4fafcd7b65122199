export const roles = ['reader', 'operator', 'hr'] as const;
export type Role = (typeof roles)[number];

/** Who calls, as far as rights, limits and the audit log go. */
export interface HttpCaller {
  /** The key's number; `local` for the local token; null for somebody on this machine who showed nothing. */
  readonly key: string | null;
  readonly role: Role | null;
  readonly maySeeNames: boolean;
  readonly mayOperate: boolean;
}

/** A role has its own right and that of reading; they do not include one another. */
export function callerOf(key: string | null, role: Role | null): HttpCaller {
  return { key, role, maySeeNames: role === 'hr', mayOperate: role === 'operator' };
}

export const nobody: HttpCaller = callerOf(null, null);
