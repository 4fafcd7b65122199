import { useLanguage, usePageWords } from '../../words/language.tsx';
import { catalogue } from './deeper-words.ts';

interface Told {
  readonly difference_days: number | null;
  readonly difference_low: number | null;
  readonly difference_high: number | null;
}

/** Days more or less than their like took, with the interval in small print. */
export function Difference({ difference_days: days, difference_low: low, difference_high: high }: Told) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  if (days === null || low === null || high === null) return <span>{w.tooFew}</span>;
  return (
    <>
      <strong>{format.number(days, 1)}</strong>
      <small>{w.from(format.number(low, 1), format.number(high, 1))}</small>
    </>
  );
}
