import type { AnswerOf } from '../../api/client.ts';
import { useFixed } from '../../api/use-answer.ts';
import { Panel } from '../../parts/panel.tsx';
import { Empty, Recorded } from '../../parts/states.tsx';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { titleOf, valueText } from './setting.ts';
import { useHolder } from './who.tsx';
import { catalogue } from './words.ts';

type Change = AnswerOf<'/api/settings/changes'>['data'][number];

/** Every change of what holds for everybody. */
export function Changes() {
  const w = usePageWords(catalogue);
  const result = useFixed('/api/settings/changes');
  return (
    <Panel name="changes" title={w.changes}>
      <Recorded result={result}>
        {({ data }) => (data.length === 0 ? <Empty title={w.noChanges} /> : <Table changes={data} />)}
      </Recorded>
    </Panel>
  );
}

function Table({ changes }: { readonly changes: readonly Change[] }) {
  const w = usePageWords(catalogue);
  return (
    <div className="list-table">
      <table data-table="setting-changes">
        <thead>
          <tr>
            <th scope="col">{w.setting}</th>
            <th scope="col">{w.value}</th>
            <th scope="col">{w.who}</th>
            <th scope="col">{w.when}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((one) => (
            <Row key={one.change_id} change={one} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ change: { name, value, decided_by, decided_at } }: { readonly change: Change }) {
  const { format, language } = useLanguage();
  const w = usePageWords(catalogue);
  const holder = useHolder();
  const { data } = useFixed('/api/settings');
  const setting = data?.data.find((one) => one.name === name);
  const shown = (number: number | null): string =>
    setting === undefined ? String(number ?? '') : valueText(setting, number, w, format);
  return (
    <tr data-change={name}>
      <th scope="row">{setting === undefined ? name : titleOf(setting, w, language)}</th>
      <td>{value === null ? w.took(shown(setting?.usual ?? null)) : shown(value)}</td>
      <td>{holder(decided_by)}</td>
      <td>{format.moment(decided_at)}</td>
    </tr>
  );
}
