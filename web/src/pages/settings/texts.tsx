import { useDeferredValue, useId, useState } from 'react';
import type { AnswerOf } from '../../api/client.ts';
import type { LineClass } from '../../api/codes.ts';
import { useFactory } from '../../api/factory.ts';
import { useSession } from '../../api/session.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Choice } from '../../parts/choice.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { TextRow } from './text-row.tsx';
import { catalogue } from './words.ts';

type Text = NonNullable<AnswerOf<'/api/quality/defect-texts'>['data']>[number];

/** Every text of the file, from long before any factory's first boat. */
const query = { from: '1900-01-01', limit: 1000 };
/** Whoever looks for another types a piece of it. */
const mostShown = 12;

/** What error lines speak of, by their text, and who decides it. */
export function Texts() {
  const w = usePageWords(catalogue);
  const result = useAnswer('/api/quality/defect-texts', { query });
  return (
    <Panel name="texts" title={w.texts} note={w.textsNote} answer={result.data} figure="class">
      <Answered result={result}>{({ data }) => <List texts={data} />}</Answered>
    </Panel>
  );
}

function List({ texts }: { readonly texts: readonly Text[] }) {
  const { language, format } = useLanguage();
  const w = usePageWords(catalogue);
  const factory = useFactory(language);
  const { data: session } = useSession();
  const id = useId();
  const [typed, setTyped] = useState('');
  const [of, setClass] = useState<string | undefined>(undefined);
  const wanted = useDeferredValue(fold(typed));
  const found = texts.filter(
    ({ text, class: its }) =>
      text !== null && fold(text).includes(wanted) && (of === undefined || its === of),
  );
  const shown = found.slice(0, mostShown);
  return (
    <>
      <form
        className="filters settings-texts"
        aria-label={w.texts}
        onSubmit={(event) => event.preventDefault()}
      >
        <div className="field">
          <label htmlFor={id}>{w.search}</label>
          <input id={id} type="search" value={typed} onChange={({ target }) => setTyped(target.value)} />
        </div>
        <Choice label={w.class} value={of} any={w.anyClass} change={setClass}>
          {factory.facts?.line_classes.map(({ code }) => (
            <option key={code} value={code}>
              {factory.lineClass(code)}
            </option>
          ))}
        </Choice>
      </form>
      {shown.length === 0 ? (
        <Empty title={w.noTexts} />
      ) : (
        <div className="list-table">
          <table data-table="texts">
            <thead>
              <tr>
                <th scope="col">{w.text}</th>
                <th scope="col" className="n">
                  {w.lines}
                </th>
                <th scope="col">{w.class}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ text, class: its, decided, decided_at, lines }) => (
                <TextRow
                  key={text}
                  text={text ?? ''}
                  lines={lines}
                  its={its as LineClass}
                  decidedAt={decided ? decided_at : null}
                  mayChange={session?.may_operate === true}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <p className="list-note">{w.shown(format.number(shown.length), format.number(found.length))}</p>
    </>
  );
}

/** Case and accents do not count. */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
}
