import { Link } from '@tanstack/react-router';
import { useAnswer } from '../../api/use-answer.ts';
import { Chip } from '../../parts/chip.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Recorded } from '../../parts/states.tsx';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { catalogue } from './words.ts';

const mostRuns = 20;

export function Runs({ published }: { readonly published: number }) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const result = useAnswer('/api/ingestion/runs', { query: { limit: mostRuns } });
  return (
    <Panel name="runs" title={w.runs} note={w.runsNote} recorded={result.data}>
      <Recorded result={result}>
        {({ data }) => (
          <div className="list-table">
            <table data-table="runs">
              <thead>
                <tr>
                  <th scope="col">{w.runHead}</th>
                  <th scope="col">{w.file}</th>
                  <th scope="col" className="wide">
                    {w.moment}
                  </th>
                  <th scope="col" className="wide">
                    {w.started}
                  </th>
                  <th scope="col" className="n">
                    {w.rows}
                  </th>
                  <th scope="col">{w.outcome}</th>
                </tr>
              </thead>
              <tbody>
                {data.map((one) => (
                  <tr key={one.run_id} data-run={one.run_id} data-current={one.run_id === published}>
                    <th scope="row">
                      <Link to="/dados/cargas/$n" params={{ n: String(one.run_id) }}>
                        {one.run_id}
                      </Link>
                    </th>
                    <td className="data-value">{one.source_name}</td>
                    <td className="wide">{format.moment(one.as_of)}</td>
                    <td className="wide">{format.moment(one.started_at)}</td>
                    <td className="n">{format.number(one.rows)}</td>
                    <td>
                      {one.status === 'failed' ? (
                        <Chip tone="bad" icon="stop">
                          {w.statuses.failed!}
                        </Chip>
                      ) : (
                        (w.statuses[one.status] ?? one.status)
                      )}
                      {one.run_id === published ? <small>{w.published}</small> : null}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Recorded>
    </Panel>
  );
}
