import type { AnswerOf } from '../../api/client.ts';
import type { Formatter, Language } from '../../words/format.ts';
import type { SettingsWords } from './words.ts';

export type Setting = AnswerOf<'/api/settings'>['data'][number];

export function titleOf(
  { name, about, about_en }: Pick<Setting, 'name' | 'about' | 'about_en'>,
  w: SettingsWords,
  language: Language,
): string {
  const question = language === 'pt' ? about : about_en;
  return question === null ? (w.names[name] ?? name) : w.threshold(question);
}

/** Shares are read and typed as per cent. */
export function valueText(
  { kind }: Pick<Setting, 'kind'>,
  value: Setting['value'],
  w: SettingsWords,
  format: Formatter,
): string {
  if (value === null) return w.undecided;
  if (typeof value === 'string') return value;
  return kind === 'share' ? format.share(value) : format.number(value);
}

/** As it stands in the field, and is typed there. */
export function typedText({ kind, value }: Setting, decimal: string): string {
  if (typeof value !== 'number') return '';
  return kind === 'share' ? String(Number((value * 100).toFixed(4))).replace('.', decimal) : String(value);
}

/** What was typed, as a number; null: no number that fits. Comma and point are both the decimal sign: nobody groups so few digits. */
export function typedValue({ kind, lowest, highest }: Setting, text: string): number | null {
  if (!/^\s*\d{1,5}([.,]\d{1,4})?\s*%?\s*$/.test(text)) return null;
  const number = Number(text.replace('%', '').replace(',', '.'));
  const value = kind === 'share' ? Number((number / 100).toFixed(6)) : number;
  if (kind === 'whole' && !Number.isInteger(value)) return null;
  return value >= (lowest ?? 0) && value <= (highest ?? value) ? value : null;
}
