import { Link } from '@tanstack/react-router';
import type { AnswerOf } from '../../api/client.ts';
import { useZombieDays } from '../../api/rules.ts';
import { useAnswer } from '../../api/use-answer.ts';
import type { FlowSearch } from '../../flow-search.ts';
import { Panel } from '../../parts/panel.tsx';
import { Answered } from '../../parts/states.tsx';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { familyOf } from './asked.ts';
import { catalogue } from './words.ts';

type Data = NonNullable<AnswerOf<'/api/prodplan/schedule/current'>['data']>;

/** Where boats stand now, in the order of the factory, and how long they have. */
export function Standing({ search }: { readonly search: FlowSearch }) {
  const w = usePageWords(catalogue);
  const result = useAnswer('/api/prodplan/schedule/current', { query: familyOf(search) });
  return (
    <Panel
      name="standing"
      title={w.stands}
      note={w.standsNote(useZombieDays())}
      answer={result.data}
      figure="standing_days_median"
    >
      <Answered result={result}>{({ data }) => <Table data={data} search={search} />}</Answered>
    </Panel>
  );
}

function Table({ data, search }: { readonly data: Data; readonly search: FlowSearch }) {
  const w = usePageWords(catalogue);
  const zombieDays = useZombieDays();
  const rows = data.phases.filter(({ orders, zombies }) => orders + zombies > 0);
  return (
    <div className="list-table">
      <table data-table="standing">
        <thead>
          <tr>
            <th scope="col">{w.phase}</th>
            <th scope="col" className="n">
              {w.here}
            </th>
            <th scope="col" className="n wide">
              {w.inHand}
            </th>
            <th scope="col" className="n">
              {w.standing}
            </th>
            <th scope="col" className="n wide">
              {w.age}
            </th>
            <th scope="col" className="n">
              {w.endangered}
            </th>
            <th scope="col" className="n wide">
              {w.zombies(zombieDays)}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <Row key={one.fase_id} id={one.fase_id} name={one.fase_nome} one={one} search={search} />
          ))}
        </tbody>
        <tfoot>
          <Row id="all" name={w.all} one={data.total} search={search} />
        </tfoot>
      </table>
    </div>
  );
}

interface RowProps {
  readonly id: number | 'all' | null;
  readonly name: string | null;
  readonly one: Data['total'];
  readonly search: FlowSearch;
}

function Row({ id, name, one, search }: RowProps) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const { familia } = search;
  const fase = typeof id === 'number' ? String(id) : undefined;
  const text = name ?? w.unknownPhase;
  const days = (count: number | null): string => (count === null ? format.number(null) : format.days(count));
  return (
    <tr data-phase={id}>
      <th scope="row">
        {id === null ? (
          text
        ) : (
          <Link to="/barcos" search={{ estado: 'OPEN', fase, familia }}>
            {text}
          </Link>
        )}
      </th>
      <td className="n">
        <strong>{format.number(one.orders)}</strong>
      </td>
      <td className="n wide">{format.number(one.in_hand)}</td>
      <td className="n">
        {days(one.standing_days_median)}
        {one.standing_days_p90 === null ? null : <small>{w.upTo(days(one.standing_days_p90))}</small>}
      </td>
      <td className="n wide">
        {days(one.age_days_median)}
        {one.age_days_oldest === null ? null : <small>{w.oldest(days(one.age_days_oldest))}</small>}
      </td>
      <td className="n" data-tone={one.late + one.at_risk > 0 ? 'warn' : undefined}>
        {id === null || one.late + one.at_risk === 0 ? (
          format.number(one.late + one.at_risk)
        ) : (
          <Link to="/barcos" search={{ estado: 'OPEN', fase, familia, prazo: 'RISK' }}>
            {format.number(one.late + one.at_risk)}
          </Link>
        )}
      </td>
      <td className="n wide">
        {id === null || one.zombies === 0 ? (
          format.number(one.zombies)
        ) : (
          <Link to="/barcos" search={{ estado: 'ZOMBIE', fase, familia }}>
            {format.number(one.zombies)}
          </Link>
        )}
      </td>
    </tr>
  );
}
