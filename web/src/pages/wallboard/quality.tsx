import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { Big, Shown } from './big.tsx';
import { Board } from './board.tsx';
import { catalogue } from './words.ts';

/** So many texts fit below the numbers. */
const mostTexts = 5;

/** How many boats pass at first, and what keeps the others. */
export function Quality() {
  const w = usePageWords(catalogue);
  const { format } = useLanguage();
  const overview = useAnswer('/api/quality/overview');
  const pareto = useAnswer('/api/quality/pareto', { query: { by: 'descricao', limit: mostTexts } });
  const window = overview.data?.support.window;
  return (
    <Board title={w.quality}>
      <div className="wallboard-figures">
        <Shown result={overview}>
          {(answer) => (
            <>
              <Big
                name="yield"
                value={format.share(answer.data.first_pass_yield, 0)}
                unit={w.yield}
                answer={answer}
              />
              <Big
                name="grave"
                value={format.share(answer.data.first_pass_yield_severity_3, 0)}
                unit={w.grave}
                answer={answer}
              />
              <Big
                name="per100"
                value={format.number(answer.data.defects_per_100_orders, 1)}
                unit={w.per100}
                answer={answer}
              />
              <Big
                name="inspected"
                value={format.number(answer.data.orders_past_first_inspection)}
                unit={w.inspected}
                answer={answer}
              />
            </>
          )}
        </Shown>
      </div>
      <section className="wallboard-list">
        <h2>
          {w.causes}
          {window?.from == null || window.to === null
            ? ''
            : ` ${w.window(format.day(window.from), format.day(window.to))}`}
        </h2>
        <Shown result={pareto}>
          {({ data }) => (
            <ol>
              {data.map((one) => (
                <li key={one.id} data-text={one.id}>
                  <span>{one.label ?? w.noText}</span>
                  <b>{format.number(one.defects)}</b>
                  <b>{format.share(one.share, 0)}</b>
                </li>
              ))}
            </ol>
          )}
        </Shown>
      </section>
    </Board>
  );
}
