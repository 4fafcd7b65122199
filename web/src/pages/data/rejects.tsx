import { useAnswer } from '../../api/use-answer.ts';
import { InPortuguese } from '../../parts/in-portuguese.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Empty, Recorded } from '../../parts/states.tsx';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { catalogue } from './words.ts';

const mostRows = 25;

/** Every row that was thrown out, where it stands in the workbook and why: a list to work through in the ERP. */
export function Rejects({ run }: { readonly run: number }) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const result = useAnswer('/api/ingestion/runs/{run_id}/rejects', {
    path: { run_id: run },
    query: { limit: mostRows },
  });
  return (
    <Panel
      name="rejects"
      title={w.rejects}
      note={w.rejectsNote}
      recorded={(result.data?.data.length ?? 0) === 0 ? undefined : result.data}
      tools={
        <a href={`/api/ingestion/runs/${run}/corrections?format=xlsx`} download data-corrections="">
          {w.corrections}
        </a>
      }
    >
      <Recorded result={result}>
        {({ data, next_cursor }) =>
          data.length === 0 ? (
            <Empty title={w.noRejects} />
          ) : (
            <div className="list-table">
              <table data-table="rejects">
                <thead>
                  <tr>
                    <th scope="col">{w.sheet}</th>
                    <th scope="col" className="n">
                      {w.excelRow}
                    </th>
                    <th scope="col">{w.column}</th>
                    <th scope="col" className="wide">
                      {w.value}
                    </th>
                    <th scope="col">{w.why}</th>
                  </tr>
                </thead>
                <tbody>
                  {data.map((one) => (
                    <tr key={`${one.sheet} ${one.part} ${one.row_number}`}>
                      <th scope="row">{one.source_sheet}</th>
                      <td className="n">{format.number(one.row_number)}</td>
                      <td className="data-column">{one.column_name ?? format.number(null)}</td>
                      <td className="wide data-value">{one.value ?? w.empty}</td>
                      <td>
                        <InPortuguese>{one.explanation}</InPortuguese>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {next_cursor === null ? null : (
                <p className="data-rest">{w.rest(format.number(data.length))}</p>
              )}
            </div>
          )
        }
      </Recorded>
    </Panel>
  );
}
