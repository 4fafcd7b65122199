import { useAnswer } from '../../api/use-answer.ts';
import { Panel } from '../../parts/panel.tsx';
import { Answered } from '../../parts/states.tsx';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { catalogue } from './words.ts';

/** How many of these are named where some have no match. */
const mostExamples = 3;

export function Rates() {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const result = useAnswer('/api/match-rates');
  return (
    <Panel name="rates" title={w.rates} note={w.ratesNote} answer={result.data}>
      <Answered result={result}>
        {({ data }) => (
          <div className="list-table">
            <table data-table="rates">
              <thead>
                <tr>
                  <th scope="col">{w.reference}</th>
                  <th scope="col" className="n">
                    {w.matchedRows}
                  </th>
                  <th scope="col" className="n">
                    {w.matchedValues}
                  </th>
                  <th scope="col" className="n wide">
                    {w.empties}
                  </th>
                  <th scope="col" className="wide">
                    {w.orphans}
                  </th>
                </tr>
              </thead>
              <tbody>
                {data.map((one) => (
                  <tr
                    key={`${one.table_name}.${one.column_name}`}
                    data-reference={`${one.table_name}.${one.column_name}`}
                  >
                    <th scope="row" className="data-column">
                      {one.table_name}.{one.column_name}
                      <small>{one.referred_table}</small>
                    </th>
                    <td className="n">
                      {format.share(one.row_rate)}
                      <small>
                        {w.coveredOf(format.number(one.matched_rows), format.number(one.referring_rows))}
                      </small>
                    </td>
                    <td className="n">{format.share(one.value_rate)}</td>
                    <td className="n wide">{format.number(one.null_rows)}</td>
                    <td className="wide">
                      {one.orphan_examples
                        .slice(0, mostExamples)
                        .map(({ value }) => (value === null ? '***' : String(value)))
                        .join(', ')}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Answered>
    </Panel>
  );
}
