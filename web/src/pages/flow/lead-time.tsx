import { Link } from '@tanstack/react-router';
import type { AnswerOf } from '../../api/client.ts';
import { useFactory } from '../../api/factory.ts';
import { useAnswer } from '../../api/use-answer.ts';
import type { FlowSearch } from '../../flow-search.ts';
import { Panel } from '../../parts/panel.tsx';
import { Answered } from '../../parts/states.tsx';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { familyOf, periodOf } from './asked.ts';
import { catalogue } from './words.ts';

type Line = NonNullable<AnswerOf<'/api/prodplan/lead_time'>['data']>[number];

const parts = [
  'before_days',
  'work_days',
  'process_days',
  'waiting_days',
  'rework_days',
  'after_days',
] as const;

/** Where the days from creation to finish went, by family. */
export function LeadTime({ search }: { readonly search: FlowSearch }) {
  const w = usePageWords(catalogue);
  const result = useAnswer('/api/prodplan/lead_time', {
    query: { ...periodOf(search), ...familyOf(search) },
  });
  return (
    <Panel name="lead-time" title={w.leadTime} note={w.leadTimeNote} answer={result.data} figure="lead_days">
      <Answered result={result}>
        {({ data }) => (
          <div className="list-table">
            <table data-table="lead-time">
              <thead>
                <tr>
                  <th scope="col">{w.family}</th>
                  <th scope="col" className="n">
                    {w.leadMean}
                  </th>
                  {parts.map((part) => (
                    <th
                      key={part}
                      scope="col"
                      className={part === 'work_days' || part === 'waiting_days' ? 'n' : 'n wide'}
                    >
                      {w.leadParts[part]}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {data.map((line) => (
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
  const { name, orders } = line;
  return (
    <tr data-name={name}>
      <th scope="row">
        {name === 'all' ? (
          w.all
        ) : (
          <Link to="/barcos" search={{ estado: 'DONE', familia: name, ordem: '-finished' }}>
            {factory.family(name)}
          </Link>
        )}
        <small>{w.leadOrders(format.number(orders), format.share(line.flow_efficiency, 0))}</small>
      </th>
      <td className="n">
        <strong>{format.number(line.lead_days, 1)}</strong>
      </td>
      {parts.map((part) => (
        <td key={part} className={part === 'work_days' || part === 'waiting_days' ? 'n' : 'n wide'}>
          {format.number(line[part], 1)}
          <small>{format.share(line.lead_days === 0 ? null : line[part] / line.lead_days, 0)}</small>
        </td>
      ))}
    </tr>
  );
}
