import type { AnswerOf } from '../../api/client.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Panel } from '../../parts/panel.tsx';
import { Recorded } from '../../parts/states.tsx';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { catalogue } from './words.ts';

type Sheet = AnswerOf<'/api/ingestion/runs/{run_id}'>['data']['sheets'][number];

/** Rows in the file = new + changed + unchanged + repeated + left out, sheet by sheet. */
const counts = ['rows', 'inserted', 'updated', 'unchanged', 'duplicates', 'rejected', 'gone'] as const;
/** Those that a small screen leaves out. */
const wide: readonly string[] = ['inserted', 'updated', 'unchanged', 'duplicates'];

export function Sheets({ run }: { readonly run: number }) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const result = useAnswer('/api/ingestion/runs/{run_id}', { path: { run_id: run } });
  const told = result.data?.data;
  const note =
    told === undefined
      ? undefined
      : w.currentNote(
          told.source_name,
          format.moment(told.started_at),
          format.number(told.lasted_seconds, 1),
        );
  return (
    <Panel
      name="sheets"
      title={w.current}
      note={note}
      recorded={result.data}
      address={{ path: '/api/ingestion/runs/{run_id}/report', params: { path: { run_id: run } } }}
    >
      <Recorded result={result}>{({ data }) => <Table sheets={data.sheets} />}</Recorded>
    </Panel>
  );
}

function Table({ sheets }: { readonly sheets: readonly Sheet[] }) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const sum = (name: (typeof counts)[number]): number => sheets.reduce((all, one) => all + one[name], 0);
  return (
    <div className="list-table">
      <table data-table="sheets">
        <thead>
          <tr>
            <th scope="col">{w.sheet}</th>
            {counts.map((name) => (
              <th key={name} scope="col" className={classOf(name)}>
                {w[name]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheets.map((one) => (
            <tr key={one.sheet} data-sheet={one.sheet}>
              <th scope="row">
                {one.sheet}
                {one.present ? null : <small>{w.absent}</small>}
              </th>
              {counts.map((name) => (
                <td
                  key={name}
                  className={classOf(name)}
                  data-tone={name === 'rejected' && one.rejected > 0 ? 'warn' : undefined}
                >
                  {format.number(one[name])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{w.total}</th>
            {counts.map((name) => (
              <td key={name} className={classOf(name)}>
                {format.number(sum(name))}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

function classOf(name: string): string {
  return wide.includes(name) ? 'n wide' : 'n';
}
