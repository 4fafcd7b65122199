import { useRef, useState } from 'react';
import { Failure } from '../../../api/client.ts';
import { type UploadOptions, uploadWorkbook } from '../../../api/upload.ts';
import { useLanguage, usePageWords } from '../../../words/language.tsx';
import { Drop } from './drop.tsx';
import { Refusal } from './refusal.tsx';
import { catalogue } from './words.ts';

interface Sent {
  readonly name: string;
  readonly share: number;
}

/** From the file in somebody's hand to the job that takes it in. */
export function Sending({ onPosted }: { readonly onPosted: (job: string) => void }) {
  const { words, format } = useLanguage();
  const w = usePageWords(catalogue);
  const [sent, setSent] = useState<Sent | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [options, setOptions] = useState<UploadOptions>({ force: false, allow_missing_sheets: false });
  const abort = useRef<AbortController | null>(null);
  const send = async (file: File): Promise<void> => {
    const sending = new AbortController();
    abort.current = sending;
    setFailure(null);
    setSent({ name: file.name, share: 0 });
    try {
      const onSent = (share: number): void => setSent({ name: file.name, share });
      onPosted((await uploadWorkbook(file, options, { onSent, signal: sending.signal })).job_id);
    } catch (error) {
      if (error instanceof Failure) setFailure(error);
      else if (!sending.signal.aborted) throw error;
    } finally {
      setSent(null);
    }
  };
  if (sent !== null)
    return (
      <div className="state" role="status" data-upload="sending">
        <strong>{w.sending(sent.name, format.share(sent.share, 0))}</strong>
        <progress value={sent.share} max={1} aria-label={w.sending(sent.name, '')} />
        <button type="button" className="button" onClick={() => abort.current?.abort()}>
          {w.cancel}
        </button>
      </div>
    );
  return (
    <>
      {failure === null ? null : (
        <Refusal
          title={failure.problem?.detail ?? words.states.away}
          remedy={failure.problem?.remedy}
          code={failure.problem?.code}
        />
      )}
      <Drop options={options} change={setOptions} take={(file) => void send(file)} />
    </>
  );
}
