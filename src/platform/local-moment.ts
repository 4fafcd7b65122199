const made = new Map<string, Intl.DateTimeFormat>();

/** A moment in the time of a place: `2023-04-30T18:00:00`. */
export function localMoment(instant: Date, timeZone: string): string {
  // The Swedish form of a date is the ISO form.
  const format =
    made.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  made.set(timeZone, format);
  return format.format(instant).replace(' ', 'T');
}

/** A moment on record (ISO, in UTC with or without a Z) as people of that place read it: `2023-04-30 18:00:00`. */
export function localText(utc: string, timeZone: string): string {
  const instant = new Date(/(?:Z|[+-]\d{2}:?\d{2})$/.test(utc) ? utc : `${utc}Z`);
  return localMoment(instant, timeZone).replace('T', ' ');
}
