/** What a key may do; roles do not include one another. */
export const roles = ['reader', 'operator', 'hr'] as const;
export type Role = (typeof roles)[number];
