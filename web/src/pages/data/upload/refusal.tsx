import { Icon } from '../../../parts/icon.tsx';
import { usePageWords } from '../../../words/language.tsx';
import { catalogue } from './words.ts';

interface RefusalProps {
  readonly title: string;
  readonly remedy: string | undefined;
  /** What the manual has it under. */
  readonly code: string | undefined;
}

/** Why a file did not come in, and what to do: what was there before still stands. */
export function Refusal({ title, remedy, code }: RefusalProps) {
  const w = usePageWords(catalogue);
  return (
    <div className="state upload-refusal" role="alert" data-upload="refused" data-code={code}>
      <strong>
        <Icon name="stop" /> {w.failed}
      </strong>
      <p>{title}</p>
      {remedy === undefined || remedy === '' ? null : <p>{remedy}</p>}
      <p>{w.kept}</p>
    </div>
  );
}
