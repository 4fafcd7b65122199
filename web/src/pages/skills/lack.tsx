import type { AnswerOf } from '../../api/client.ts';
import { Chip } from '../../parts/chip.tsx';
import { usePageWords } from '../../words/language.tsx';
import { catalogue } from './words.ts';

type Reason = NonNullable<NonNullable<AnswerOf<'/api/kpis/skill-coverage'>['data']>[number]['fragile']>;

/** Why the work of a phase rests on nobody, or on a single person. */
export function Lack({ reason }: { readonly reason: Reason }) {
  const w = usePageWords(catalogue);
  const isBad = reason === 'NOBODY_ACTIVE' || reason === 'NOBODY_WORKS';
  return (
    <span className="skills-lack">
      <Chip tone={isBad ? 'bad' : 'warn'} icon={isBad ? 'stop' : 'warn'}>
        {w.fragile[reason]}
      </Chip>
    </span>
  );
}
