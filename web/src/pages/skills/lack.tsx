import { Chip } from '../../parts/chip.tsx';
import { usePageWords } from '../../words/language.tsx';
import { catalogue } from './words.ts';

/** Where boats stand and nobody, or a single person, may go on with them. */
export function Lack({ active }: { readonly active: number }) {
  const w = usePageWords(catalogue);
  if (active > 1) return null;
  return (
    <span className="skills-lack">
      <Chip tone={active === 0 ? 'bad' : 'warn'} icon={active === 0 ? 'stop' : 'warn'}>
        {active === 0 ? w.nobody : w.one}
      </Chip>
    </span>
  );
}
