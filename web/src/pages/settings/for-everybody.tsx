import { useSession } from '../../api/session.ts';
import { useFixed } from '../../api/use-answer.ts';
import { Panel } from '../../parts/panel.tsx';
import { Recorded } from '../../parts/states.tsx';
import { usePageWords } from '../../words/language.tsx';
import type { Setting } from './setting.ts';
import { SettingRow } from './setting-row.tsx';
import { catalogue } from './words.ts';

/** With what everybody's figures are counted: an operator decides, a reader sees. */
export function ForEverybody() {
  const w = usePageWords(catalogue);
  const { data: session } = useSession();
  const mayChange = session?.may_operate === true;
  const result = useFixed('/api/settings');
  return (
    <Panel name="everybody" title={w.everybody} note={w.everybodyNote}>
      {mayChange ? null : <p className="settings-readers">{w.changeReaders}</p>}
      <Recorded result={result}>
        {({ data }) => (
          <>
            <Table name="settings" settings={data.filter(isNumber)} mayChange={mayChange} />
            <details className="settings-more">
              <summary>{w.thresholds}</summary>
              <Table name="thresholds" settings={data.filter(isThreshold)} mayChange={mayChange} />
            </details>
          </>
        )}
      </Recorded>
    </Panel>
  );
}

const isThreshold = ({ fixed_by, about }: Setting): boolean => fixed_by === null && about !== null;
const isNumber = ({ fixed_by, about }: Setting): boolean => fixed_by === null && about === null;

interface TableProps {
  readonly name: string;
  readonly settings: readonly Setting[];
  readonly mayChange: boolean;
}

function Table({ name, settings, mayChange }: TableProps) {
  const w = usePageWords(catalogue);
  return (
    <div className="list-table">
      <table data-table={name}>
        <thead>
          <tr>
            <th scope="col">{w.setting}</th>
            <th scope="col">{w.value}</th>
            <th scope="col" className="wide">
              {w.from}
            </th>
          </tr>
        </thead>
        <tbody>
          {settings.map((one) => (
            <SettingRow key={one.name} setting={one} mayChange={mayChange} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
