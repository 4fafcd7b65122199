import type { RunProgress } from '../../api/jobs.ts';
import { Panel } from '../../parts/panel.tsx';
import { usePageWords } from '../../words/language.tsx';
import { SheetProgress } from './upload/sheet-progress.tsx';
import { catalogue as uploadWords } from './upload/words.ts';
import { catalogue } from './words.ts';

interface UnderWayProps {
  /** Null: a command on the machine began the run, which tells its stage only. */
  readonly progress: Omit<RunProgress, 'run_id'> | null;
  readonly stage: string;
}

/** A run that has not ended: how far it is. What readers see stays as it is until it has published. */
export function UnderWay({ progress, stage }: UnderWayProps) {
  const w = usePageWords(catalogue);
  const { stages } = usePageWords(uploadWords);
  return (
    <Panel name="under-way" title={w.underWay} note={w.underWayNote}>
      <p className="list-note" role="status">
        {stages[progress?.stage ?? stage] ?? stage}…
      </p>
      <SheetProgress progress={progress === null ? null : { run_id: null, ...progress }} />
    </Panel>
  );
}
