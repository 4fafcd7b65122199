import { useAnswer } from '../../api/use-answer.ts';
import { Panel } from '../../parts/panel.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { GelcoatTable } from './gelcoat-table.tsx';
import { catalogue } from './words.ts';

const mostMonths = 12;

export function GelcoatByMonth({ day }: { readonly day: string }) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const from = `${Number(day.slice(0, 4)) - 1}${day.slice(4, 8)}01`;
  const result = useAnswer('/api/smartinventory/gelcoat_theoretical_usage', {
    query: { by: 'month', sort: '-month', from, limit: mostMonths },
  });
  return (
    <Panel name="gelcoat-months" title={w.byMonth} note={w.byMonthNote} answer={result.data} figure="deck_kg">
      <Answered result={result}>
        {({ data }) =>
          data.length === 0 ? (
            <Empty title={w.none} />
          ) : (
            <GelcoatTable
              name="gelcoat-months"
              head={w.month}
              rows={data}
              keyOf={({ month }) => month ?? ''}
              nameOf={({ month, unfinished }) => (
                <>
                  {month === null ? format.number(null) : format.month(month)}
                  {unfinished === true ? <small>{w.unfinished}</small> : null}
                </>
              )}
            />
          )
        }
      </Answered>
    </Panel>
  );
}
