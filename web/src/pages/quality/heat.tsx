import { Link } from '@tanstack/react-router';
import type { AnswerOf } from '../../api/client.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Panel } from '../../parts/panel.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import type { QualitySearch } from '../../quality-search.ts';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { boatsOf, linesQuery, type Window } from './asked.ts';
import { catalogue } from './words.ts';

type Cell = NonNullable<AnswerOf<'/api/quality/heatmap'>['data']>[number];

interface HeatProps {
  readonly search: QualitySearch;
  readonly window: Window;
}

export function Heat({ search, window }: HeatProps) {
  const w = usePageWords(catalogue);
  const result = useAnswer('/api/quality/heatmap', { query: linesQuery(search) });
  return (
    <Panel name="heat" title={w.heat} note={w.heatNote} answer={result.data} figure="share">
      <Answered result={result}>
        {({ data }) =>
          data.length === 0 ? (
            <Empty title={w.nothing} />
          ) : (
            <Table cells={data} search={search} window={window} />
          )
        }
      </Answered>
    </Panel>
  );
}

/** Each once, in the order in which the answer has them: by their place in the factory. */
function phasesOf(cells: readonly Cell[], kind: 'culprit' | 'detecting') {
  const found = new Map(cells.map((one) => [one[`${kind}_fase_id`], one[`${kind}_fase_nome`]]));
  return [...found].sort(([a], [b]) => Number(a === null) - Number(b === null));
}

function Table({ cells, search, window }: HeatProps & { readonly cells: readonly Cell[] }) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const nameOf = (id: number | null, name: string | null, none: string): string =>
    id === null ? none : (name ?? `${w.noPhase} (${id})`);
  const detecting = phasesOf(cells, 'detecting');
  const totalOf = (culprit: number | null): number =>
    cells.reduce((sum, one) => sum + (one.culprit_fase_id === culprit ? one.defects : 0), 0);
  return (
    <div className="list-table heat">
      <table data-table="heat">
        <thead>
          <tr>
            <th scope="col">{w.culprit}</th>
            {detecting.map(([id, name]) => (
              <th key={id} scope="col" className="n">
                {w.found(nameOf(id, name, w.noPhase))}
              </th>
            ))}
            <th scope="col" className="n">
              {w.total}
            </th>
          </tr>
        </thead>
        <tbody>
          {phasesOf(cells, 'culprit').map(([culprit, name]) => (
            <tr key={culprit}>
              <th scope="row">
                {culprit === null ? (
                  w.noCulprit
                ) : (
                  <Link
                    to="/qualidade"
                    search={{ ...search, culpada: String(culprit) }}
                    activeProps={{}}
                    resetScroll={false}
                  >
                    {nameOf(culprit, name, w.noCulprit)}
                  </Link>
                )}
              </th>
              {detecting.map(([found]) => (
                <HeatCell
                  key={found}
                  cell={cells.find(
                    (one) => one.culprit_fase_id === culprit && one.detecting_fase_id === found,
                  )}
                  search={search}
                  window={window}
                />
              ))}
              <td className="n">{format.number(totalOf(culprit))}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Its colour is never darker than its text stands out from. */
const mostColour = 45;

function HeatCell({ cell, search, window }: HeatProps & { readonly cell: Cell | undefined }) {
  const { format } = useLanguage();
  if (cell === undefined) return <td className="n muted">0</td>;
  const { culprit_fase_id, detecting_fase_id, defects, share } = cell;
  const of = {
    ...search,
    ...(culprit_fase_id === null ? {} : { culpada: String(culprit_fase_id) }),
    ...(detecting_fase_id === null ? {} : { encontra: String(detecting_fase_id) }),
  };
  return (
    <td
      className="n heat-cell"
      data-cell={`${culprit_fase_id}/${detecting_fase_id}`}
      style={{ '--heat': `${Math.round(mostColour * share)}%` } as object}
    >
      {culprit_fase_id === null ? (
        format.number(defects)
      ) : (
        <Link to="/barcos" search={boatsOf(of, window)}>
          {format.number(defects)}
        </Link>
      )}
      <small>{format.share(share, 0)}</small>
    </td>
  );
}
