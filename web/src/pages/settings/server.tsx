import { useFixed } from '../../api/use-answer.ts';
import { Panel } from '../../parts/panel.tsx';
import { Recorded } from '../../parts/states.tsx';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { type Setting, titleOf, valueText } from './setting.ts';
import { catalogue } from './words.ts';

/** What only the environment of the server decides: shown as fixed. */
export function Server() {
  const w = usePageWords(catalogue);
  const result = useFixed('/api/settings');
  return (
    <Panel name="server" title={w.server} note={w.serverNote}>
      <Recorded result={result}>
        {({ data }) => (
          <div className="list-table">
            <table data-table="fixed-settings">
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
                {data.filter(isFixed).map((one) => (
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

const isFixed = ({ fixed_by }: Setting): boolean => fixed_by !== null;

function Row({ setting }: { readonly setting: Setting }) {
  const w = usePageWords(catalogue);
  const { format, language } = useLanguage();
  return (
    <tr data-setting={setting.name}>
      <th scope="row">{titleOf(setting, w, language)}</th>
      <td>{valueText(setting, setting.value, w, format)}</td>
      <td className="wide">
        <code>{setting.fixed_by}</code>
      </td>
      <td className="wide">{w.moments[setting.counts]}</td>
    </tr>
  );
}
