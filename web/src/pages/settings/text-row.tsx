import { type FormEvent, useId, useState } from 'react';
import { Failure } from '../../api/client.ts';
import { type LineClass, lineClasses } from '../../api/codes.ts';
import { useFactory } from '../../api/factory.ts';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { useChange } from './use-change.ts';
import { catalogue } from './words.ts';

interface TextRowProps {
  readonly text: string;
  readonly lines: number;
  readonly its: LineClass;
  /** Null: the rules decided. */
  readonly decidedAt: string | null;
  readonly mayChange: boolean;
}

export function TextRow({ text, lines, its, decidedAt, mayChange }: TextRowProps) {
  const { language, format } = useLanguage();
  const w = usePageWords(catalogue);
  const factory = useFactory(language);
  const id = useId();
  return (
    <tr data-text={text} data-class={its}>
      <th scope="row" id={id}>
        {text}
        <small>{decidedAt === null ? w.byRule : w.byPerson(format.day(decidedAt.slice(0, 10)))}</small>
      </th>
      <td className="n">{format.number(lines)}</td>
      <td>
        {mayChange ? (
          <Form key={its} text={text} its={its} isDecided={decidedAt !== null} labelledBy={id} />
        ) : (
          factory.lineClass(its)
        )}
      </td>
    </tr>
  );
}

interface FormProps {
  readonly text: string;
  readonly its: LineClass;
  readonly isDecided: boolean;
  readonly labelledBy: string;
}

function Form({ text, its, isDecided, labelledBy }: FormProps) {
  const { language, words } = useLanguage();
  const w = usePageWords(catalogue);
  const factory = useFactory(language);
  const [chosen, setChosen] = useState<string>(its);
  const { state, change } = useChange('/api/settings/text-class');
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    change({ text, class: chosen });
  };
  return (
    <form className="settings-form" onSubmit={submit}>
      <select aria-labelledby={labelledBy} value={chosen} onChange={({ target }) => setChosen(target.value)}>
        {lineClasses.map((code) => (
          <option key={code} value={code}>
            {factory.lineClass(code)}
          </option>
        ))}
      </select>
      {chosen === its ? null : (
        <button type="submit" className="button" disabled={state === 'sending'}>
          {w.save}
        </button>
      )}
      {isDecided ? (
        <button type="button" className="button" onClick={() => change({ text, class: null })}>
          {w.byRule}
        </button>
      ) : null}
      {state instanceof Failure ? <p role="alert">{state.problem?.detail ?? words.states.away}</p> : null}
    </form>
  );
}
