interface Period {
  readonly from: string | null;
  readonly to: string | null;
}

/** The period, widened to whole months. */
export function monthsOf({ from, to }: Period): Period {
  return { from: from === null ? null : `${from.slice(0, 7)}-01`, to: to === null ? null : lastOfMonth(to) };
}

/** Says that the period was widened; null where it was whole months already. */
export function roundedTo(asked: Period, months: Period): string | null {
  if (asked.from === months.from && asked.to === months.to) return null;
  const said = [months.from && `de ${months.from}`, months.to && `até ${months.to}`].filter(Boolean);
  return `O período alarga-se a meses inteiros: ${said.join(' ')}.`;
}

/** The last day of a period, or null where the file ends before it: nothing that could be cut off comes after. */
export function endsBefore(to: string | null | undefined, asOf: string): string | null {
  return to === null || to === undefined || to >= asOf.slice(0, 10) ? null : to;
}

/** The first day of the month that lies so many months before that of `day`. */
export function monthsBefore(day: string, months: number): string {
  const [year, month] = day.split('-').map(Number);
  return iso(Date.UTC(year!, month! - 1 - months, 1));
}

/** The last day of the month of a day. */
export function lastOfMonth(day: string): string {
  const [year, month] = day.split('-').map(Number);
  return iso(Date.UTC(year!, month!, 0));
}

function iso(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10);
}
