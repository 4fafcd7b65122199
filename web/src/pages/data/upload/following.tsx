import { useState } from 'react';
import { tell } from '../../../api/client.ts';
import { hasEnded, type RunJob, useRunJob } from '../../../api/jobs.ts';
import { useFixed } from '../../../api/use-answer.ts';
import { Failed, Loading } from '../../../parts/states.tsx';
import { useLanguage, usePageWords } from '../../../words/language.tsx';
import { Ended } from './ended.tsx';
import { Over } from './over.tsx';
import { SheetProgress } from './sheet-progress.tsx';
import { catalogue } from './words.ts';

interface FollowingProps {
  readonly id: string;
  /** To begin with another file. */
  readonly another: () => void;
}

/** A job that publishes, from its place in the queue to its end. */
export function Following({ id, another }: FollowingProps) {
  const w = usePageWords(catalogue);
  const { data: job, error, refetch } = useRunJob(id);
  const [isCancelled, setCancelled] = useState(false);
  const cancel = async (): Promise<void> => {
    setCancelled(true);
    await tell('/api/jobs/{id}/cancel', { params: { path: { id } } });
    await refetch();
  };
  if (error?.problem?.code === 'UNKNOWN_JOB_ID')
    return <Over text={isCancelled ? w.cancelled : w.gone} another={another} />;
  if (job === undefined)
    return error === null ? <Loading /> : <Failed failure={error} again={() => void refetch()} />;
  if (hasEnded(job)) return <Ended job={job} another={another} />;
  return (
    <div className="state upload-job" data-upload="working">
      <strong>{w.working[job.name] ?? job.name}</strong>
      <p role="status">{job.state === 'active' ? <Stage job={job} /> : <Waiting />}</p>
      <SheetProgress progress={job.progress} />
      <button
        type="button"
        className="button"
        disabled={isCancelled || job.cancelling}
        onClick={() => void cancel()}
      >
        {isCancelled || job.cancelling ? w.cancelling : w.cancel}
      </button>
    </div>
  );
}

function Stage({ job }: { readonly job: RunJob }) {
  const { words } = useLanguage();
  const w = usePageWords(catalogue);
  const { stage = null } = job.progress ?? {};
  return <>{stage === null ? words.states.loading : `${w.stages[stage] ?? stage}…`}</>;
}

/** Whoever waits for a process that is not there waits long. */
function Waiting() {
  const w = usePageWords(catalogue);
  const { data } = useFixed('/api/jobs', { query: { limit: 1 } });
  return (
    <>
      {w.waiting} {data?.worker === false ? w.noWorker : null}
    </>
  );
}
