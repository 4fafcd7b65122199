import { usePublication } from '../../api/publication.ts';
import { gateWords } from '../../parts/gate-words.ts';
import { Mark, type Status } from '../../parts/mark.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Loading } from '../../parts/states.tsx';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { catalogue } from './words.ts';

const order: readonly Status[] = ['NOT_SUPPORTED_BY_DATA', 'DEGRADED', 'SUPPORTED'];

/** The weakest first, each with what would open it. */
export function Gates() {
  const { format, language } = useLanguage();
  const w = usePageWords(catalogue);
  const { data: published } = usePublication();
  const gates = published?.data;
  return (
    <Panel name="gates" title={w.gates} note={w.gatesNote} recorded={published}>
      {gates == null ? (
        <Loading />
      ) : (
        <div className="list-table">
          <table data-table="gates">
            <thead>
              <tr>
                <th scope="col">{w.question}</th>
                <th scope="col">{w.state}</th>
                <th scope="col" className="n">
                  {w.covered}
                </th>
              </tr>
            </thead>
            <tbody>
              {gates
                .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
                .map((one) => ({ ...one, ...gateWords(one, language) }))
                .map((one) => (
                  <tr key={one.gate} data-gate={one.gate}>
                    <th scope="row">
                      {one.question}
                      {one.state === 'SUPPORTED' ? null : (
                        <small>
                          {one.reason} {one.remedy}
                        </small>
                      )}
                    </th>
                    <td>
                      <Mark status={one.state} />
                    </td>
                    <td className="n">
                      {format.share(one.rate)}
                      <small>{w.coveredOf(format.number(one.covered_rows), format.number(one.rows))}</small>
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
