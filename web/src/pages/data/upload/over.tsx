import { usePageWords } from '../../../words/language.tsx';
import { catalogue } from './words.ts';

/** It is over, and there is nothing more to tell. */
export function Over({ text, another }: { readonly text: string; readonly another: () => void }) {
  const w = usePageWords(catalogue);
  return (
    <div className="state" role="status" data-upload="over">
      <strong>{text}</strong>
      <button type="button" className="button" onClick={another}>
        {w.another}
      </button>
    </div>
  );
}
