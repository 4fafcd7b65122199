/**
 * What people who chose English read in place of a name of the API. The names are English already, but for the factory's own
 * words: a title is made of its name, and written out here only where that would not be understood.
 */
const titles: Readonly<Record<string, string>> = {
  of_id: 'Boat',
  age_days_oldest: 'Age of the oldest (days)',
  as_of: "File's moment",
  as_of_origin: "Origin of the file's moment",
  covered_rows: 'Rows that carry it',
  days_left: 'Days until due',
  due_slips: 'Times put off',
  faseof_id: 'No. of the phase in the boat',
  forecast_sample: 'Finishes that it rests on',
  href: 'Address of the query',
  is: 'Is',
  is_automatic: 'Cure or waiting of its own',
  is_open: 'Gate is open',
  is_rejected: 'Row was left out',
  is_zombie: 'Standing for long (zombie)',
  lead_days: 'From creation to finish (mean, days)',
  lost_alone: 'Lost only by this',
  first_pass_yield_without: 'First-pass yield if this category were not',
  measured: 'What is counted',
  model_orders: 'Boats by model',
  orders: 'Boats',
  raw: 'Whole row',
  remaining_days_median: 'Days left (one in two)',
  remaining_days_p80: 'Days left (4 in 5)',
  remaining_days_p90: 'Days left (9 in 10)',
  remaining_days_p95: 'Days left (19 in 20)',
  ready_by_p50: 'Ready by the day (one in two)',
  ready_by_p80: 'Ready by the day (4 in 5)',
  standing_days: 'Standing for (days)',
  to_is_automatic: 'Next is cure or waiting of its own',
  turno: 'Shift',
  was: 'Was',
  wip_orders: 'Boats in hand',
};

/** The factory's words, and what a title says in place of others. */
const words: Readonly<Record<string, string>> = {
  of: 'boat',
  fase: 'phase',
  produto: 'model',
  familia: 'family',
  funcionario: 'employee',
  gravidade: 'severity',
  descricao: 'text',
  sequencia: 'sequence',
  pericia: 'skill',
  id: 'no.',
  orders: 'boats',
  order: 'boat',
  wip: 'in hand',
  pt: '(Portuguese)',
  en: '(English)',
  p50: '(one in two)',
  p80: '(4 in 5)',
  p90: '(9 in 10)',
  p95: '(19 in 20)',
  sha256: 'SHA-256',
};

const units: Readonly<Record<string, string>> = {
  days: 'days',
  hours: 'hours',
  kg: 'kg',
  eur: '€',
  seconds: 'seconds',
};

export function englishTitle(field: string): string {
  const told = titles[field];
  if (told !== undefined) return told;
  const parts = field
    .replaceAll(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split('_')
    // `fase_nome` beside `fase_id`: the phase, and its number.
    .filter((one) => one !== 'nome' && one !== 'is');
  const unit = parts.length > 1 ? units[parts.at(-1)!] : undefined;
  const named = (unit === undefined ? parts : parts.slice(0, -1)).map((one) => words[one] ?? one).join(' ');
  return `${named.charAt(0).toUpperCase()}${named.slice(1)}${unit === undefined ? '' : ` (${unit})`}`;
}

/** Codes are English, in capitals. */
export function englishWord(code: string): string {
  return code.replaceAll('_', ' ').toLowerCase();
}
