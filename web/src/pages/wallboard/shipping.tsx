import type { AnswerOf } from '../../api/client.ts';
import { useAnswer } from '../../api/use-answer.ts';
import type { Carried } from '../../parts/carried.ts';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { Big, Shown } from './big.tsx';
import { Board } from './board.tsx';
import { catalogue } from './words.ts';

type Day = NonNullable<AnswerOf<'/api/prodplan/shipments'>['data']>[number];

/** So many later days fit below the next one. */
const mostDays = 5;

/** Whether the next truck will be full, and those after it. */
export function Shipping() {
  const w = usePageWords(catalogue);
  const result = useAnswer('/api/prodplan/shipments');
  return (
    <Board title={w.shipping}>
      <Shown result={result}>
        {(answer) => {
          const fileDay = answer.support.as_of.slice(0, 10);
          const days = answer.data.filter(({ day }) => day >= fileDay);
          const [next, ...later] = days;
          if (next === undefined) return <p className="wallboard-empty">{w.noShipment}</p>;
          return (
            <>
              <Next day={next} answer={answer} />
              <Later days={later.slice(0, mostDays)} />
            </>
          );
        }}
      </Shown>
    </Board>
  );
}

function Next({ day, answer }: { readonly day: Day; readonly answer: Carried }) {
  const w = usePageWords(catalogue);
  const { format } = useLanguage();
  const n = format.number;
  const endangered = day.at_risk + day.late;
  return (
    <>
      <h2 className="wallboard-next" data-day={day.day}>
        {w.next}: {format.day(day.day, { weekday: true, year: false })}
      </h2>
      <div className="wallboard-figures">
        <Big name="planned" value={n(day.orders)} unit={w.planned} answer={answer} />
        <Big name="ready" value={n(day.awaiting_shipping)} unit={w.ready} answer={answer} />
        <Big
          name="expected"
          value={w.expectedText(n(day.ready_by_p80), n(day.ready_by_p50))}
          unit={w.expected}
          answer={answer}
        />
        <Big
          name="endangered"
          value={n(endangered)}
          unit={w.endangered}
          answer={answer}
          tone={endangered > 0 ? 'bad' : undefined}
        />
      </div>
    </>
  );
}

function Later({ days }: { readonly days: readonly Day[] }) {
  const w = usePageWords(catalogue);
  const { format } = useLanguage();
  if (days.length === 0) return null;
  return (
    <section className="wallboard-list">
      <h2>{w.later}</h2>
      <ol>
        {days.map((one) => (
          <li key={one.day} data-day={one.day}>
            <span>{format.day(one.day, { weekday: true, year: false })}</span>
            <b>{w.boats(format.number(one.orders))}</b>
            <b>
              {format.number(one.at_risk + one.late)} {w.endangered}
            </b>
          </li>
        ))}
      </ol>
    </section>
  );
}
