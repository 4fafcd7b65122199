import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { Big, Shown } from './big.tsx';
import { Board } from './board.tsx';
import { catalogue } from './words.ts';

/** So many phases fit below the numbers. */
const mostPhases = 5;

/** How much is in hand, how fast it goes, and where it waits. */
export function Production() {
  const w = usePageWords(catalogue);
  const { words, format } = useLanguage();
  const schedule = useAnswer('/api/prodplan/schedule/current');
  const overview = useAnswer('/api/kpis/overview');
  const bottlenecks = useAnswer('/api/prodplan/bottlenecks');
  return (
    <Board title={w.production}>
      <div className="wallboard-figures">
        <Shown result={schedule}>
          {(answer) => {
            const { orders, late, at_risk } = answer.data.total;
            return (
              <>
                <Big
                  name="wip"
                  value={format.number(orders)}
                  unit={`${words.boats(orders)} ${w.wip}`}
                  answer={answer}
                />
                <Big
                  name="risk"
                  value={format.number(late + at_risk)}
                  unit={w.risk}
                  answer={answer}
                  tone={late + at_risk > 0 ? 'bad' : undefined}
                />
              </>
            );
          }}
        </Shown>
        <Shown result={overview}>
          {(answer) => (
            <>
              <Big
                name="pace"
                value={format.number(answer.data.finished_per_active_day, 1)}
                unit={w.finished}
                answer={answer}
              />
              <Big
                name="on-time"
                value={format.share(answer.data.on_time_rate, 0)}
                unit={w.onTime}
                answer={answer}
              />
            </>
          )}
        </Shown>
      </div>
      <section className="wallboard-list">
        <h2>{w.slowest}</h2>
        <Shown result={bottlenecks}>
          {({ data }) => (
            <ol>
              {data.phases
                .filter(({ orders }) => orders > 0)
                .slice(0, mostPhases)
                .map((one) => (
                  <li key={one.fase_id} data-phase={one.fase_id}>
                    <span>{one.fase_nome ?? words.boatsPage.unknownPhase}</span>
                    <b>{w.boats(format.number(one.orders))}</b>
                    <b>
                      {one.days_to_clear === null
                        ? words.unknown
                        : w.clear(format.number(one.days_to_clear, 1))}
                    </b>
                  </li>
                ))}
            </ol>
          )}
        </Shown>
      </section>
    </Board>
  );
}
