import { Link } from '@tanstack/react-router';
import type { AnswerOf } from '../../api/client.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Panel } from '../../parts/panel.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { periodOf } from './asked.ts';
import type { DeeperProps } from './cumulative.tsx';
import { catalogue } from './deeper-words.ts';

type Day = NonNullable<AnswerOf<'/api/prodplan/restatement'>['data']>['days'][number];

const mostRows = 30;

/** Days whose figure a later file changed. */
export function Restatement({ search, tools }: DeeperProps) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const result = useAnswer('/api/prodplan/restatement', { query: periodOf(search) });
  const n = format.number;
  return (
    <Panel
      name="restatement"
      title={w.restatement}
      note={w.restatementNote}
      answer={result.data}
      figure="orders_change"
      tools={tools}
    >
      <Answered result={result}>
        {({ data }) => {
          const changed = data.days.filter(({ restatements }) => restatements > 0);
          return (
            <>
              <p className="list-note">
                {w.restated(
                  n(data.days_restated),
                  n(data.days_seen),
                  n(data.orders_added),
                  n(data.orders_removed),
                )}
              </p>
              {changed.length === 0 ? (
                <Empty title={w.noneRestated} />
              ) : (
                <Table days={changed.slice(0, mostRows)} />
              )}
            </>
          );
        }}
      </Answered>
    </Panel>
  );
}

function Table({ days }: { readonly days: readonly Day[] }) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  return (
    <div className="list-table">
      <table data-table="restatement">
        <thead>
          <tr>
            <th scope="col">{w.day}</th>
            <th scope="col" className="n">
              {w.first}
            </th>
            <th scope="col" className="n">
              {w.now}
            </th>
            <th scope="col" className="n">
              {w.change}
            </th>
            <th scope="col" className="n wide">
              {w.restatements}
            </th>
            <th scope="col" className="wide">
              {w.lastRun}
            </th>
          </tr>
        </thead>
        <tbody>
          {days.map((one) => (
            <tr key={one.day} data-day={one.day}>
              <th scope="row">{format.day(one.day)}</th>
              <td className="n">{format.number(one.first_orders)}</td>
              <td className="n">{format.number(one.last_orders)}</td>
              <td className="n">
                <strong>{format.number(one.orders_change)}</strong>
              </td>
              <td className="n wide">
                {w.ofRuns(format.number(one.restatements), format.number(one.runs_seen))}
              </td>
              <td className="wide">
                <Link to="/dados/cargas/$n" params={{ n: String(one.last_restated_run_id) }}>
                  {w.run(String(one.last_restated_run_id))}
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
