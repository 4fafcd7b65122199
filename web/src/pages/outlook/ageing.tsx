import { Link } from '@tanstack/react-router';
import type { AnswerOf } from '../../api/client.ts';
import type { FamilyCode } from '../../api/codes.ts';
import { useAnswer } from '../../api/use-answer.ts';
import type { OutlookSearch } from '../../outlook-search.ts';
import { Panel } from '../../parts/panel.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { catalogue } from './in-hand-words.ts';

type Boat = NonNullable<AnswerOf<'/api/prodplan/ageing'>['data']>[number];

const bands = ['BEYOND_P95', 'UP_TO_P95', 'UP_TO_P85', 'UP_TO_P50'] as const;
const mostRows = 20;

/** Each boat in hand against those that were finished: how old were they when they went on from the same milestone. */
export function Ageing({ search }: { readonly search: OutlookSearch }) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const { familia } = search;
  const result = useAnswer('/api/prodplan/ageing', {
    query: familia === undefined ? {} : { familia: familia as FamilyCode },
  });
  return (
    <Panel name="ageing" title={w.ageing} note={w.ageingNote} answer={result.data} figure="band">
      <Answered result={result}>
        {({ data }) => (
          <>
            <p className="list-note">
              {bands
                .map((band) => w.inBand[band](format.number(data.filter((one) => one.band === band).length)))
                .join(' · ')}
            </p>
            {data.length === 0 ? <Empty title={w.noBoats} /> : <Table boats={data.slice(0, mostRows)} />}
            {data.length <= mostRows ? null : (
              <p className="list-note">{w.first(format.number(mostRows), format.number(data.length))}</p>
            )}
          </>
        )}
      </Answered>
    </Panel>
  );
}

function Table({ boats }: { readonly boats: readonly Boat[] }) {
  const w = usePageWords(catalogue);
  return (
    <div className="list-table">
      <table data-table="ageing">
        <thead>
          <tr>
            <th scope="col">{w.boat}</th>
            <th scope="col">{w.milestone}</th>
            <th scope="col" className="n">
              {w.age}
            </th>
            <th scope="col" className="n wide">
              {w.half}
            </th>
            <th scope="col" className="n wide">
              {w.mostOf}
            </th>
            <th scope="col" className="n">
              {w.nearlyAll}
            </th>
            <th scope="col">{w.against}</th>
          </tr>
        </thead>
        <tbody>
          {boats.map((boat) => (
            <Row key={boat.of_id} boat={boat} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ boat }: { readonly boat: Boat }) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const n = format.number;
  return (
    <tr data-of={boat.of_id} data-band={boat.band}>
      <th scope="row">
        <Link to="/barcos/$of" params={{ of: String(boat.of_id) }}>
          {boat.of_id}
        </Link>
        <small>{boat.produto_nome}</small>
      </th>
      <td>
        {w.milestones[boat.milestone]}
        <small>{format.day(boat.reached_day, { year: false })}</small>
      </td>
      <td className="n">
        <strong>{n(boat.age_days)}</strong>
      </td>
      <td className="n wide">{n(boat.left_p50_days)}</td>
      <td className="n wide">{n(boat.left_p85_days)}</td>
      <td className="n">{n(boat.left_p95_days)}</td>
      <td>{boat.band === null ? w.noHistory : w.bands[boat.band]}</td>
    </tr>
  );
}
