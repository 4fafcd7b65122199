import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type AnswerOf, Failure, tell } from '../../../api/client.ts';
import { usePublication } from '../../../api/publication.ts';
import { useSession } from '../../../api/session.ts';
import { Confirm } from '../../../parts/confirm.tsx';
import { useLanguage, usePageWords } from '../../../words/language.tsx';
import { Undone } from './undone.tsx';
import { catalogue } from './words.ts';

type Run = AnswerOf<'/api/ingestion/runs/{run_id}'>['data'];

/** Publishes the state of this run again, where another is published now and somebody may do that. */
export function Rollback({ run }: { readonly run: Run }) {
  const { words, format } = useLanguage();
  const w = usePageWords(catalogue);
  const { data: session } = useSession();
  const { data: published } = usePublication();
  const navigate = useNavigate();
  const [failure, setFailure] = useState<Failure | null>(null);
  const [isKnown, setKnown] = useState(false);
  const current = published?.support.run_id;
  if (current === undefined || run.status !== 'completed' || run.run_id >= current) return null;
  if (session?.may_operate !== true) return <p className="muted">{w.readers}</p>;
  const number = format.number(run.run_id);
  const act = async (): Promise<void> => {
    setFailure(null);
    try {
      const body = { name: 'rollback', params: { to: run.run_id } };
      const { job_id } = await tell<{ job_id: string }>('/api/jobs', { body });
      await navigate({ to: '/dados', search: { tarefa: job_id } });
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      setFailure(error);
    }
  };
  return (
    <div className="data-actions" data-panel="rollback">
      <Confirm action={w.action(number)} title={w.title(number)} isDisabled={!isKnown} act={() => void act()}>
        <p>{w.what(run.source_name, format.moment(run.as_of))}</p>
        <Undone from={run.run_id} to={current} onKnown={setKnown} />
      </Confirm>
      {failure === null ? null : <p role="alert">{failure.problem?.detail ?? words.states.away}</p>}
    </div>
  );
}
