import type { AnswerOf } from '../../api/client.ts';
import { useFixed } from '../../api/use-answer.ts';
import { Panel } from '../../parts/panel.tsx';
import { Recorded } from '../../parts/states.tsx';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { catalogue } from './words.ts';

type Setting = AnswerOf<'/api/settings'>['data'][number];

/** With what everybody's figures are made, and where that is decided. */
export function Server() {
  const w = usePageWords(catalogue);
  const result = useFixed('/api/settings');
  return (
    <Panel name="server" title={w.server} note={w.serverNote}>
      <Recorded result={result}>
        {({ data }) => (
          <div className="list-table">
            <table data-table="settings">
              <thead>
                <tr>
                  <th scope="col">{w.setting}</th>
                  <th scope="col">{w.value}</th>
                  <th scope="col" className="wide">
                    {w.fixedBy}
                  </th>
                  <th scope="col" className="wide">
                    {w.from}
                  </th>
                </tr>
              </thead>
              <tbody>
                {data.map((one) => (
                  <Row key={one.name} setting={one} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Recorded>
    </Panel>
  );
}

function Row({ setting: { name, value, fixed_by, from_next_run } }: { readonly setting: Setting }) {
  const w = usePageWords(catalogue);
  const { format } = useLanguage();
  const shown = (text: string): string => (/^\d+$/.test(text) ? format.number(Number(text)) : text);
  const from = fixed_by === null ? w.never : from_next_run ? w.nextRun : w.restart;
  return (
    <tr data-setting={name}>
      <th scope="row">{w.names[name]}</th>
      <td>{value === '' ? w.usual : shown(value)}</td>
      <td className="wide">{fixed_by === null ? w.program : <code>{fixed_by}</code>}</td>
      <td className="wide">{from}</td>
    </tr>
  );
}
