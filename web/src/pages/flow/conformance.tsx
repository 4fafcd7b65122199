import { Link } from '@tanstack/react-router';
import type { AnswerOf } from '../../api/client.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Panel } from '../../parts/panel.tsx';
import { Answered } from '../../parts/states.tsx';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { familyOf, periodOf } from './asked.ts';
import type { DeeperProps } from './cumulative.tsx';
import { catalogue } from './deeper-words.ts';
import { Difference } from './difference.tsx';

type Data = NonNullable<AnswerOf<'/api/prodplan/conformance'>['data']>;

const mostModels = 10;
const mostBoats = 10;
const steps = ['skipped_steps', 'undated_steps', 'repeated_steps', 'swapped_steps', 'added_steps'] as const;

/** What was done against today's route, by kind of deviation, by model, and the boats that are furthest off. */
export function Conformance({ search, tools }: DeeperProps) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const result = useAnswer('/api/prodplan/conformance', {
    query: { ...periodOf(search), ...familyOf(search) },
  });
  return (
    <Panel
      name="conformance"
      title={w.conformance}
      note={w.conformanceNote}
      answer={result.data}
      figure="fitness"
      tools={tools}
    >
      <Answered result={result}>
        {({ data }) => (
          <>
            <p className="list-note">
              {w.conforming(
                format.number(data.total.conforming_orders),
                format.number(data.total.orders),
                format.share(data.total.fitness),
              )}
            </p>
            <Kinds kinds={data.kinds} />
            <Models models={data.models.slice(0, mostModels)} />
            <Boats boats={data.boats.slice(0, mostBoats)} />
          </>
        )}
      </Answered>
    </Panel>
  );
}

function Kinds({ kinds }: { readonly kinds: Data['kinds'] }) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  return (
    <div className="list-table">
      <table data-table="deviations">
        <thead>
          <tr>
            <th scope="col">{w.deviation}</th>
            <th scope="col" className="n">
              {w.boats}
            </th>
            <th scope="col" className="n wide">
              {w.steps}
            </th>
            <th scope="col" className="n">
              {w.difference}
            </th>
          </tr>
        </thead>
        <tbody>
          {kinds.map((one) => (
            <tr key={one.kind} data-kind={one.kind}>
              <th scope="row">{w.kinds[one.kind]}</th>
              <td className="n">{format.number(one.orders)}</td>
              <td className="n wide">{format.number(one.steps)}</td>
              <td className="n">
                <Difference {...one} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function StepHeads() {
  const w = usePageWords(catalogue);
  return steps.map((one) => (
    <th key={one} scope="col" className={one === 'undated_steps' ? 'n wide' : 'n'}>
      {w.stepHeads[one]}
    </th>
  ));
}

function Models({ models }: { readonly models: Data['models'] }) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  return (
    <div className="list-table">
      <table data-table="conformance">
        <thead>
          <tr>
            <th scope="col">{w.model}</th>
            <th scope="col" className="n">
              {w.asRoute}
            </th>
            <StepHeads />
          </tr>
        </thead>
        <tbody>
          {models.map((one) => (
            <tr key={one.produto_id} data-product={one.produto_id}>
              <th scope="row">
                <Link
                  to="/barcos"
                  search={{ estado: 'DONE', produto: String(one.produto_id), ordem: '-finished' }}
                >
                  {one.produto_nome ?? one.produto_id}
                </Link>
                <small>{w.boatsOf(format.number(one.orders))}</small>
              </th>
              <td className="n">{format.share(one.conforming_share, 0)}</td>
              {steps.map((step) => (
                <td key={step} className={step === 'undated_steps' ? 'n wide' : 'n'}>
                  {format.number(one[step], 2)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Boats({ boats }: { readonly boats: Data['boats'] }) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  return (
    <div className="list-table">
      <table data-table="furthest">
        <thead>
          <tr>
            <th scope="col">{w.furthest}</th>
            <th scope="col" className="n">
              {w.lead}
            </th>
            <StepHeads />
          </tr>
        </thead>
        <tbody>
          {boats.map((one) => (
            <tr key={one.of_id} data-of={one.of_id}>
              <th scope="row">
                <Link to="/barcos/$of" params={{ of: String(one.of_id) }}>
                  {one.of_id}
                </Link>
                <small>{one.produto_nome}</small>
              </th>
              <td className="n">{format.days(one.lead_time_days)}</td>
              {steps.map((step) => (
                <td key={step} className={step === 'undated_steps' ? 'n wide' : 'n'}>
                  {format.number(one[step])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
