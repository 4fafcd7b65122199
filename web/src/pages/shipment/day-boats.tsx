import '../../parts/list-table.css';
import { Link } from '@tanstack/react-router';
import type { AnswerOf } from '../../api/client.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { DueChip, StateChip } from '../../parts/chip.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { dayAfter } from '../../words/format.ts';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { catalogue } from './words.ts';

/** The API's own limit; no truck takes as many. */
const mostBoats = 1000;

type Boat = NonNullable<AnswerOf<'/api/prodplan/risk_queue'>['data']>[number];

export function DayBoats({ day }: { readonly day: string }) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const query = { from: day, to: day, sort: '-delay' as const, limit: mostBoats };
  const result = useAnswer('/api/prodplan/risk_queue', { query });
  return (
    <Panel
      name="boats"
      title={w.boats}
      note={w.boatsNote}
      answer={result.data}
      figure="expected_finish_day"
      tools={
        <Link to="/barcos" search={{ estado: 'OPEN', expedicao: day, ordem: 'phase' }}>
          {w.inList}
        </Link>
      }
    >
      <Answered result={result}>
        {({ data, support }) =>
          data.length === 0 ? (
            <Empty title={w.none(format.day(day))} />
          ) : (
            <Table boats={data} asOf={support.as_of} />
          )
        }
      </Answered>
    </Panel>
  );
}

function Table({ boats, asOf }: { readonly boats: readonly Boat[]; readonly asOf: string }) {
  const w = usePageWords(catalogue);
  return (
    <div className="list-table">
      <table data-table="day-boats">
        <thead>
          <tr>
            <th scope="col">{w.boat}</th>
            <th scope="col">{w.model}</th>
            <th scope="col">{w.phase}</th>
            <th scope="col" className="wide">
              {w.state}
            </th>
            <th scope="col" className="wide">
              {w.finish}
            </th>
            <th scope="col" className="n">
              {w.slip}
            </th>
            <th scope="col">{w.due}</th>
          </tr>
        </thead>
        <tbody>
          {boats.map((one) => (
            <Row key={one.of_id} one={one} asOf={asOf} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ one, asOf }: { readonly one: Boat; readonly asOf: string }) {
  const { words, format } = useLanguage();
  const w = usePageWords(catalogue);
  const { expected_finish_day: expected, remaining_days_p80: p80, days_after_due: slip } = one;
  return (
    <tr data-of={one.of_id}>
      <th scope="row">
        <Link to="/barcos/$of" params={{ of: String(one.of_id) }}>
          {one.of_id}
        </Link>
      </th>
      <td>{one.produto_nome ?? words.boatsPage.unknownModel}</td>
      <td>{one.fase_nome ?? words.boatsPage.unknownPhase}</td>
      <td className="wide">
        <StateChip code={one.state} />
      </td>
      <td className="wide">
        {expected === null
          ? one.no_forecast_reason && words.boat.noForecast[one.no_forecast_reason]
          : format.day(expected)}
        {p80 === null ? null : <small>{w.finishBand(format.day(dayAfter(asOf, p80)))}</small>}
      </td>
      <td className="n">
        {slip === null ? format.number(null) : slipText(slip)}
        {one.due_slips === 0 ? null : <small>{w.moved(words.boat.times(one.due_slips))}</small>}
      </td>
      <td>{one.due_status === null ? null : <DueChip code={one.due_status} />}</td>
    </tr>
  );

  function slipText(days: number): string {
    if (days === 0) return w.onDay;
    return days > 0 ? w.after(format.days(days)) : w.early(format.days(-days));
  }
}
