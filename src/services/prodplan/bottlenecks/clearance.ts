export const trends = ['RISING', 'STEADY', 'FALLING', 'UNKNOWN'] as const;

/** Two counts of the same length of time; what chance alone would do (two standard errors) is no trend. */
export function trendOf(now: number, before: number | null): (typeof trends)[number] {
  if (before === null) return 'UNKNOWN';
  if (Math.abs(now - before) <= 2 * Math.sqrt(now + before)) return 'STEADY';
  return now > before ? 'RISING' : 'FALLING';
}

/** Working days until what stands at a phase is cleared at its pace; without a pace nobody can tell. */
export function clearance(
  orders: number,
  completed: number,
  days: number,
): { readonly days_to_clear: number | null; readonly refused: string | null } {
  if (completed > 0) return { days_to_clear: orders / (completed / days), refused: null };
  return {
    days_to_clear: null,
    refused: `Nenhuma ordem acabou esta fase nos últimos ${days} dias ativos.`,
  };
}
