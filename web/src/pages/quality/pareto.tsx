import { Link, useNavigate } from '@tanstack/react-router';
import '../../parts/list-table.css';
import type { AnswerOf } from '../../api/client.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Panel } from '../../parts/panel.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { Switch } from '../../parts/switch.tsx';
import type { QualitySearch } from '../../quality-search.ts';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { boatsOf, linesQuery, type Window } from './asked.ts';
import { catalogue, type QualityWords } from './words.ts';

const categories = ['descricao', 'fase_culpada', 'familia'] as const;
type Category = (typeof categories)[number];
/** What a category is called in the address. */
const keys = { descricao: 'defeito', fase_culpada: 'culpada', familia: 'familia' } as const;
const mostRows = 12;

type Row = NonNullable<AnswerOf<'/api/quality/pareto'>['data']>[number];

interface ParetoProps {
  readonly search: QualitySearch;
  readonly window: Window;
}

/** The most frequent first, with the cumulative share: what to begin with. */
export function Pareto({ search, window }: ParetoProps) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const by = categories.find((one) => one === search.por) ?? 'descricao';
  const result = useAnswer('/api/quality/pareto', { query: { ...linesQuery(search), by, limit: mostRows } });
  const navigate = useNavigate({ from: '/qualidade' });
  const count = (por: Category): void =>
    void navigate({
      search: (now) => ({ ...now, por: por === 'descricao' ? undefined : por }),
      resetScroll: false,
    });
  return (
    <Panel
      name="pareto"
      title={w.pareto}
      note={w.paretoNote}
      answer={result.data}
      figure="cumulative_share"
      tools={
        <Switch
          label={w.paretoBy}
          value={by}
          options={categories.map((one) => [one, w.by[one]] as const)}
          change={count}
        />
      }
    >
      <Answered result={result}>
        {({ data, next_cursor }) =>
          data.length === 0 ? (
            <Empty title={w.nothing} />
          ) : (
            <>
              <Table rows={data} by={by} search={search} window={window} />
              {next_cursor == null ? null : <p className="list-note">{w.rest(format.number(data.length))}</p>}
            </>
          )
        }
      </Answered>
    </Panel>
  );
}

interface TableProps extends ParetoProps {
  readonly rows: readonly Row[];
  readonly by: Category;
}

function Table({ rows, by, search, window }: TableProps) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const most = Math.max(...rows.map(({ defects }) => defects));
  return (
    <div className="list-table">
      <table data-table="pareto">
        <thead>
          <tr>
            <th scope="col">{w.by[by]}</th>
            <td className="bar-cell wide" aria-hidden="true" />
            <th scope="col" className="n">
              {w.count}
            </th>
            <th scope="col" className="n">
              {w.share}
            </th>
            <th scope="col" className="n">
              {w.cumulative}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.id} data-id={one.id} data-current={one.id !== null && search[keys[by]] === one.id}>
              <th scope="row">
                {one.id === null ? (
                  nameOf(one, by, w)
                ) : (
                  <Link
                    to="/qualidade"
                    search={{ ...search, [keys[by]]: one.id }}
                    activeProps={{}}
                    resetScroll={false}
                  >
                    {nameOf(one, by, w)}
                  </Link>
                )}
              </th>
              <td className="bar-cell wide" aria-hidden="true">
                <span className="bar" style={{ width: `${(100 * one.defects) / most}%` }} />
              </td>
              <td className="n">
                {one.id === null ? (
                  format.number(one.defects)
                ) : (
                  <Link to="/barcos" search={boatsOf({ ...search, [keys[by]]: one.id }, window)}>
                    {format.number(one.defects)}
                  </Link>
                )}
              </td>
              <td className="n">{format.share(one.share, 0)}</td>
              <td className="n">{format.share(one.cumulative_share, 0)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function nameOf({ id, label }: Row, by: Category, w: QualityWords): string {
  if (label !== null) return label;
  if (by === 'descricao') return w.noText;
  if (by === 'familia') return w.noFamily;
  return id === null ? w.noCulprit : `${w.noPhase} (${id})`;
}
