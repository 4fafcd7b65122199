import './field.css';
import './sign-in.css';
import { type FormEvent, useId, useState } from 'react';
import { Failure } from '../api/client.ts';
import { useDoor } from '../api/session.ts';
import { useLanguage } from '../words/language.tsx';
import { Icon } from './icon.tsx';
import { usePageTitle } from './page-title.ts';

/** Asks for a key. It goes to the server once and is kept nowhere in the browser: a cookie that no script reads is. */
export function SignIn({ onDone }: { readonly onDone?: () => void }) {
  const { words } = useLanguage();
  const w = words.signIn;
  const door = useDoor();
  const id = useId();
  const [key, setKey] = useState('');
  const [failure, setFailure] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  usePageTitle(w.title);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    setFailure(null);
    try {
      await door.signIn(key.trim());
      onDone?.();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      setFailure(
        error.problem === null
          ? words.states.away
          : error.problem.code === 'BAD_KEY'
            ? w.badKey
            : error.problem.detail,
      );
    } finally {
      setBusy(false);
    }
  };
  return (
    <form className="panel sign-in" onSubmit={(event) => void submit(event)}>
      <h1>{w.title}</h1>
      <p className="muted">{w.why}</p>
      <div className="field">
        <label htmlFor={id}>{w.key}</label>
        <input
          id={id}
          type="password"
          autoComplete="current-password"
          required
          spellCheck={false}
          value={key}
          aria-invalid={failure !== null}
          aria-describedby={failure === null ? undefined : `${id}-error`}
          onChange={(event) => setKey(event.target.value)}
        />
      </div>
      {failure === null ? null : (
        <p className="sign-in-error" id={`${id}-error`} role="alert">
          <Icon name="stop" />
          {failure}
        </p>
      )}
      <button type="submit" className="button" disabled={isBusy}>
        {w.enter}
      </button>
      <p className="muted">{w.help}</p>
    </form>
  );
}
