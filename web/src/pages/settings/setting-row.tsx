import { type FormEvent, useId, useState } from 'react';
import { Failure } from '../../api/client.ts';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { type Setting, titleOf, typedText, typedValue, valueText } from './setting.ts';
import { useChange } from './use-change.ts';
import { Who } from './who.tsx';
import { catalogue } from './words.ts';

interface RowProps {
  readonly setting: Setting;
  readonly mayChange: boolean;
}

export function SettingRow({ setting, mayChange }: RowProps) {
  const { format, language } = useLanguage();
  const w = usePageWords(catalogue);
  const { name, usual, value, decided_by, decided_at, counts } = setting;
  const id = useId();
  return (
    <tr data-setting={name}>
      <th scope="row" id={id}>
        {titleOf(setting, w, language)}
        <small>
          {decided_at === null ? (
            w.usual(valueText(setting, usual, w, format))
          ) : (
            <Who by={decided_by} at={decided_at} />
          )}
        </small>
      </th>
      <td>
        {mayChange ? (
          <Form key={String(value)} setting={setting} labelledBy={id} />
        ) : (
          <strong>{valueText(setting, value, w, format)}</strong>
        )}
      </td>
      <td className="wide">{w.moments[counts]}</td>
    </tr>
  );
}

function Form({ setting, labelledBy }: { readonly setting: Setting; readonly labelledBy: string }) {
  const { language, format, words } = useLanguage();
  const w = usePageWords(catalogue);
  const before = typedText(setting, language === 'pt' ? ',' : '.');
  const [text, setText] = useState(before);
  const [isWrong, setWrong] = useState(false);
  const { state, change } = useChange('/api/settings/{name}', { path: { name: setting.name } });
  const limit = (value: number | null): string => valueText(setting, value, w, format);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const value = typedValue(setting, text);
    setWrong(value === null);
    if (value !== null) change({ value });
  };
  return (
    <form className="settings-form" onSubmit={submit} noValidate>
      <input
        aria-labelledby={labelledBy}
        inputMode="decimal"
        aria-invalid={isWrong}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {setting.kind === 'share' ? <span aria-hidden="true">%</span> : null}
      {text === before ? null : (
        <button type="submit" className="button" disabled={state === 'sending'}>
          {w.save}
        </button>
      )}
      {setting.decided_at === null ? null : (
        <button type="button" className="button" onClick={() => change({ value: null })}>
          {w.back}
        </button>
      )}
      {isWrong ? <p role="alert">{w.notANumber(limit(setting.lowest), limit(setting.highest))}</p> : null}
      {state instanceof Failure ? <p role="alert">{state.problem?.detail ?? words.states.away}</p> : null}
    </form>
  );
}
