import { Link } from '@tanstack/react-router';
import type { AnswerOf } from '../../api/client.ts';
import { useFactory } from '../../api/factory.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Panel } from '../../parts/panel.tsx';
import { Answered } from '../../parts/states.tsx';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { familyOf, periodOf } from './asked.ts';
import type { DeeperProps } from './cumulative.tsx';
import { catalogue } from './deeper-words.ts';
import { Difference } from './difference.tsx';

type Line = NonNullable<AnswerOf<'/api/prodplan/rework_cost'>['data']>['total'];

/** How much longer boats with rework took than their like of the same family and month. */
export function ReworkCost({ search, tools }: DeeperProps) {
  const w = usePageWords(catalogue);
  const result = useAnswer('/api/prodplan/rework_cost', {
    query: { ...periodOf(search), ...familyOf(search) },
  });
  return (
    <Panel
      name="rework-cost"
      title={w.rework}
      note={w.reworkNote}
      answer={result.data}
      figure="difference_days"
      tools={tools}
    >
      <Answered result={result}>
        {({ data: { total, same_model, families } }) => (
          <div className="list-table">
            <table data-table="rework-cost">
              <thead>
                <tr>
                  <th scope="col">{w.family}</th>
                  <th scope="col" className="n">
                    {w.withRework}
                  </th>
                  <th scope="col" className="n wide">
                    {w.daysWith}
                  </th>
                  <th scope="col" className="n wide">
                    {w.daysWithout}
                  </th>
                  <th scope="col" className="n">
                    {w.difference}
                  </th>
                  <th scope="col" className="n">
                    {w.totalDays}
                  </th>
                </tr>
              </thead>
              <tbody>
                {[total, same_model, ...families].map((line) => (
                  <Row key={line.name} line={line} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Answered>
    </Panel>
  );
}

function Row({ line }: { readonly line: Line }) {
  const { language, format } = useLanguage();
  const w = usePageWords(catalogue);
  const factory = useFactory(language);
  const n = format.number;
  return (
    <tr data-name={line.name}>
      <th scope="row">
        {line.name === 'all' || line.name === 'same_model' ? (
          w.groups[line.name]
        ) : (
          <Link to="/barcos" search={{ estado: 'DONE', familia: line.name, ordem: '-finished' }}>
            {factory.family(line.name)}
          </Link>
        )}
      </th>
      <td className="n">
        {n(line.orders_with_rework)}
        <small>{w.of(n(line.orders))}</small>
      </td>
      <td className="n wide">{n(line.days_with, 1)}</td>
      <td className="n wide">{n(line.days_without, 1)}</td>
      <td className="n">
        <Difference {...line} />
      </td>
      <td className="n">{n(line.difference_total_days)}</td>
    </tr>
  );
}
