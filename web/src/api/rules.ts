import { useLanguage } from '../words/language.tsx';
import { usePublication } from './publication.ts';

/** After how many days a boat counts apart, as it was set when what the page shows was counted; written as the language writes it. */
export function useZombieDays(): string {
  const { format } = useLanguage();
  const { data } = usePublication();
  const rule = data?.support.rules.find(({ name }) => name === 'zombie_days');
  return rule?.value == null ? '…' : format.number(rule.value);
}
