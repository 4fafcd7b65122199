import { Link } from '@tanstack/react-router';
import type { AnswerOf } from '../../api/client.ts';
import { useAnswer } from '../../api/use-answer.ts';
import type { FlowSearch } from '../../flow-search.ts';
import { Panel } from '../../parts/panel.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { familyOf, periodOf } from './asked.ts';
import { catalogue } from './words.ts';

type Wait = NonNullable<AnswerOf<'/api/prodplan/waits'>['data']>[number];

const mostRows = 12;

function sumOf(rows: readonly Wait[], name: 'total_days' | 'waits'): number {
  return rows.reduce((all, one) => all + one[name], 0);
}

/** Between which phases boats stood, and for how many days in all; waits for a cure or another automatic phase stand apart. */
export function Waits({ search }: { readonly search: FlowSearch }) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const daysOf = (rows: readonly Wait[]): string => format.number(sumOf(rows, 'total_days'));
  const countOf = (rows: readonly Wait[]): string => format.number(sumOf(rows, 'waits'));
  const result = useAnswer('/api/prodplan/waits', { query: { ...periodOf(search), ...familyOf(search) } });
  return (
    <Panel name="waits" title={w.waits} note={w.waitsNote} answer={result.data} figure="total_days">
      <Answered result={result}>
        {({ data }) => {
          if (data.length === 0) return <Empty title={w.noWaits} />;
          const handOvers = data.filter((one) => one.to_is_automatic !== true);
          const process = data.filter((one) => one.to_is_automatic === true);
          return (
            <>
              <p className="list-note">
                {w.waitsTotal(daysOf(handOvers), countOf(handOvers))}{' '}
                {handOvers.length > mostRows ? w.rest(format.number(mostRows)) : null}
              </p>
              {handOvers.length === 0 ? (
                <Empty title={w.noWaits} />
              ) : (
                <Table rows={handOvers.slice(0, mostRows)} name="waits" search={search} />
              )}
              {process.length === 0 ? null : (
                <details className="flow-apart">
                  <summary>{w.processWaits(daysOf(process), countOf(process))}</summary>
                  <Table rows={process} name="process-waits" search={search} />
                </details>
              )}
            </>
          );
        }}
      </Answered>
    </Panel>
  );
}

interface TableProps {
  readonly rows: readonly Wait[];
  readonly name: string;
  readonly search: FlowSearch;
}

function Table({ rows, name, search }: TableProps) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const most = Math.max(...rows.map(({ total_days }) => total_days));
  return (
    <div className="list-table">
      <table data-table={name}>
        <thead>
          <tr>
            <th scope="col">{w.from}</th>
            <th scope="col">{w.to}</th>
            <th scope="col" className="n">
              {w.total}
            </th>
            <td className="bar-cell wide" aria-hidden="true" />
            <th scope="col" className="n wide">
              {w.count}
            </th>
            <th scope="col" className="n">
              {w.median}
            </th>
            <th scope="col" className="n wide">
              {w.p90}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr
              key={`${one.from_fase_id} ${one.to_fase_id}`}
              data-pair={`${one.from_fase_id}/${one.to_fase_id}`}
            >
              <th scope="row">
                {one.from_fase_id === null ? w.creation : (one.from_fase_nome ?? w.unknownPhase)}
              </th>
              <td>
                <Link
                  to="/barcos"
                  search={{ estado: 'OPEN', fase: String(one.to_fase_id), familia: search.familia }}
                >
                  {one.to_fase_nome ?? `${w.unknownPhase} (${one.to_fase_id})`}
                </Link>
              </td>
              <td className="n">
                <strong>{format.number(one.total_days)}</strong>
              </td>
              <td className="bar-cell wide" aria-hidden="true">
                <span className="bar" style={{ width: `${(100 * one.total_days) / most}%` }} />
              </td>
              <td className="n wide">{format.number(one.waits)}</td>
              <td className="n">{format.hours(one.median_days * 24)}</td>
              <td className="n wide">{format.hours(one.p90_days * 24)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
