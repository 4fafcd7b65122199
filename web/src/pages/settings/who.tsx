import { useSession } from '../../api/session.ts';
import { useFixed } from '../../api/use-answer.ts';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { catalogue } from './words.ts';

/** Who decided and when. An operator, who sees the keys, reads for whom the key is. */
export function Who({ by, at }: { readonly by: string | null; readonly at: string }) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  return <>{w.decided(useHolder()(by ?? ''), format.day(at))}</>;
}

export function useHolder(): (by: string) => string {
  const w = usePageWords(catalogue);
  const { data: session } = useSession();
  const { data } = useFixed('/api/keys', undefined, { enabled: session?.may_operate === true });
  return (by) => {
    if (by === 'local') return w.here;
    return data?.data.find(({ key_id }) => key_id === by)?.label ?? by;
  };
}
