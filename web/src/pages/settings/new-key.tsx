import { type FormEvent, useId, useState } from 'react';
import { Failure, tell } from '../../api/client.ts';
import { Choice } from '../../parts/choice.tsx';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { catalogue } from './words.ts';

/** Makes a key, whose text is shown this once. */
export function NewKey({ onMade }: { readonly onMade: () => void }) {
  const { words } = useLanguage();
  const w = usePageWords(catalogue);
  const id = useId();
  const [label, setLabel] = useState('');
  const [role, setRole] = useState('reader');
  const [token, setToken] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setFailure(null);
    try {
      setToken((await tell<{ token: string }>('/api/keys', { body: { role, label } })).token);
      setLabel('');
      onMade();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      setFailure(error);
    }
  };
  return (
    <form className="settings-new" onSubmit={(event) => void submit(event)}>
      <div className="field">
        <label htmlFor={id}>{w.label}</label>
        <input
          id={id}
          required
          maxLength={100}
          value={label}
          onChange={({ target }) => setLabel(target.value)}
        />
      </div>
      <Choice label={w.role} value={role} any={null} change={(next) => setRole(next ?? 'reader')}>
        <option value="reader">{words.signIn.roles.reader}</option>
        <option value="operator">{words.signIn.roles.operator}</option>
      </Choice>
      <button type="submit" className="button">
        {w.create}
      </button>
      <p className="muted">{w.noHr}</p>
      {token === null ? null : (
        <p role="status" className="settings-token">
          {w.made} <code data-token="">{token}</code>
        </p>
      )}
      {failure === null ? null : <p role="alert">{failure.problem?.detail ?? words.states.away}</p>}
    </form>
  );
}
