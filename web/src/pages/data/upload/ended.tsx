import { Link } from '@tanstack/react-router';
import type { RunJob, RunResult } from '../../../api/jobs.ts';
import { Icon } from '../../../parts/icon.tsx';
import { useLanguage, usePageWords } from '../../../words/language.tsx';
import { Over } from './over.tsx';
import { Refusal } from './refusal.tsx';
import { catalogue } from './words.ts';

interface EndedProps {
  readonly job: RunJob;
  readonly another: () => void;
}

/** How it ended: what came in and what was thrown out, or why nothing did. */
export function Ended({ job, another }: EndedProps) {
  const w = usePageWords(catalogue);
  const { error, result } = job;
  if (error?.code === 'CANCELLED') return <Over text={w.cancelled} another={another} />;
  if (error !== null || result === null)
    return (
      <>
        <Refusal title={error?.message ?? ''} remedy={error?.remedy} code={error?.code} />
        <div className="state">
          {job.run_id === null ? null : <RunLink run={job.run_id} />}
          <Another another={another} />
        </div>
      </>
    );
  if (result.status === 'unchanged') return <Over text={w.unchanged} another={another} />;
  return <Published name={job.name} result={result} another={another} />;
}

function Published({
  name,
  result,
  another,
}: {
  readonly name: string;
  readonly result: RunResult;
  readonly another: () => void;
}) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const sum = (of: 'rows' | 'inserted' | 'updated' | 'gone' | 'rejected'): number =>
    result.sheets.reduce((all, one) => all + one[of], 0);
  const run = format.number(result.run_id);
  const rejected = sum('rejected');
  return (
    <div className="state" role="status" data-upload="published">
      <strong>
        <Icon name="check" /> {name === 'rollback' ? w.restored(run) : w.published(run)}
      </strong>
      <p>
        {w.cameIn(format.number(sum('rows')))}:{' '}
        {w.counted(
          ...((['inserted', 'updated', 'gone'] as const).map((of) => format.number(sum(of))) as [
            string,
            string,
            string,
          ]),
        )}
        ; {rejected === 0 ? w.noneOut : w.out(format.number(rejected))}.
      </p>
      <RunLink run={result.run_id} />
      <Another another={another} />
    </div>
  );
}

function RunLink({ run }: { readonly run: number }) {
  const w = usePageWords(catalogue);
  return (
    <Link to="/dados/cargas/$n" params={{ n: String(run) }}>
      {w.seeRun}
    </Link>
  );
}

function Another({ another }: { readonly another: () => void }) {
  const w = usePageWords(catalogue);
  return (
    <button type="button" className="button" onClick={another}>
      {w.another}
    </button>
  );
}
