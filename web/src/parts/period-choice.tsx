import { usePublication } from '../api/publication.ts';
import { dayAfter } from '../words/format.ts';
import { useLanguage } from '../words/language.tsx';
import { Choice } from './choice.tsx';

/** So many days up to the file's day, that one included. */
const periods = { d30: 30, d90: 90, d365: 365, d1095: 1095 } as const;
type Name = keyof typeof periods;
/** What the API answers of where no period is asked for. */
const usual: Name = 'd90';

interface PeriodChoiceProps {
  readonly search: { readonly de?: string | undefined; readonly ate?: string | undefined };
  /** Of which days the page is, as the answer says. */
  readonly window: { readonly from: string; readonly to: string } | undefined;
  readonly change: (next: { de: string | undefined; ate: string | undefined }) => void;
}

/** Some usual periods up to the file's day; any other stands in the address, and is named here. */
export function PeriodChoice({ search, window, change }: PeriodChoiceProps) {
  const { words, format } = useLanguage();
  const { data: published } = usePublication();
  const today = published?.support.as_of.slice(0, 10);
  const first = (name: Name): string | undefined => today && dayAfter(today, 1 - periods[name]);
  const names = Object.keys(periods) as Name[];
  const isUpToNow = search.ate === undefined || search.ate === today;
  const known = names.find((name) => isUpToNow && window?.from === first(name));
  return (
    <Choice
      label={words.period.label}
      value={known ?? 'own'}
      any={null}
      change={(name) => change({ de: name === usual ? undefined : first(name as Name), ate: undefined })}
    >
      {names.map((name) => (
        <option key={name} value={name}>
          {words.period[name]}
        </option>
      ))}
      {known === undefined && window !== undefined ? (
        <option value="own">{words.period.own(format.day(window.from), format.day(window.to))}</option>
      ) : null}
    </Choice>
  );
}
