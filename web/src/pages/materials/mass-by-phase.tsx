import { Link } from '@tanstack/react-router';
import { useAnswer } from '../../api/use-answer.ts';
import { Panel } from '../../parts/panel.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { catalogue } from './words.ts';

export function MassByPhase() {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const result = useAnswer('/api/smartinventory/wip_mass');
  return (
    <Panel name="mass" title={w.byPhase} note={w.byPhaseNote} answer={result.data} figure="measured_kg">
      <Answered result={result}>
        {({ data: { phases } }) =>
          phases.length === 0 ? (
            <Empty title={w.none} />
          ) : (
            <div className="list-table">
              <table data-table="mass">
                <thead>
                  <tr>
                    <th scope="col">{w.phase}</th>
                    <th scope="col" className="n">
                      {w.boats}
                    </th>
                    <th scope="col" className="n">
                      {w.total}
                    </th>
                    <th scope="col" className="n wide">
                      {w.weighed}
                    </th>
                    <th scope="col" className="n wide">
                      {w.measured}
                    </th>
                    <th scope="col" className="n wide">
                      {w.model}
                    </th>
                    <th scope="col" className="n">
                      {w.unknown}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {phases.map((one) => (
                    <tr key={one.fase_id} data-phase={one.fase_id}>
                      <th scope="row">
                        {one.fase_id === null ? (
                          w.unknownPhase
                        ) : (
                          <Link to="/barcos" search={{ estado: 'OPEN', fase: String(one.fase_id) }}>
                            {one.fase_nome ?? `${w.unknownPhase} (${one.fase_id})`}
                          </Link>
                        )}
                      </th>
                      <td className="n">{format.number(one.orders)}</td>
                      <td className="n">
                        <strong>{format.number(one.measured_kg + one.model_kg)}</strong>
                      </td>
                      <td className="n wide">{format.number(one.measured_orders)}</td>
                      <td className="n wide">{format.number(one.measured_kg)}</td>
                      <td className="n wide">{format.number(one.model_kg)}</td>
                      <td className="n">{format.number(one.unknown_orders)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Answered>
    </Panel>
  );
}
