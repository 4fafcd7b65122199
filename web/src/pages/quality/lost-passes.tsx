import { Link, useNavigate } from '@tanstack/react-router';
import '../../parts/list-table.css';
import type { AnswerOf } from '../../api/client.ts';
import { useFactory } from '../../api/factory.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Panel } from '../../parts/panel.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { Switch } from '../../parts/switch.tsx';
import type { QualitySearch } from '../../quality-search.ts';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { boatsOf, linesQuery, type Window } from './asked.ts';
import { type LostPassesWords, lostPassesCatalogue } from './lost-passes-words.ts';

const categories = ['descricao', 'fase_culpada', 'fase_avaliacao', 'gravidade'] as const;
type Category = (typeof categories)[number];
/** What a category is called in the address. */
const keys = {
  descricao: 'defeito',
  fase_culpada: 'culpada',
  fase_avaliacao: 'encontra',
  gravidade: 'gravidade',
} as const;
/** What the list can be sorted by, as the address names it: the first is the usual. */
const sorts = { perdidas: 'lost_passes', sozinhas: 'lost_alone', linhas: 'defects' } as const;
type Sort = keyof typeof sorts;
const mostRows = 12;

type Row = NonNullable<AnswerOf<'/api/quality/lost-passes'>['data']>[number];

interface LostPassesProps {
  readonly search: QualitySearch;
  readonly window: Window;
}

/** What costs first passes: an error line more on a boat that has others costs nothing. */
export function LostPasses({ search, window }: LostPassesProps) {
  const { format } = useLanguage();
  const w = usePageWords(lostPassesCatalogue);
  const by = categories.find((one) => one === search.perda) ?? 'descricao';
  const sort = (Object.keys(sorts) as Sort[]).find((one) => one === search.ordem) ?? 'perdidas';
  const { class: asked, ...query } = linesQuery(search);
  // What is no defect of the boat costs no first pass.
  const isOther = asked === 'MOULD' || asked === 'PASSED';
  const result = useAnswer(
    '/api/quality/lost-passes',
    { query: { ...query, by, sort: `-${sorts[sort]}`, limit: mostRows } },
    { enabled: !isOther },
  );
  const navigate = useNavigate({ from: '/qualidade' });
  const count = (next: Category): void =>
    void navigate({
      search: (now) => ({ ...now, perda: next === 'descricao' ? undefined : next }),
      resetScroll: false,
    });
  return (
    <Panel
      name="lost-passes"
      title={w.title}
      note={w.note}
      answer={result.data}
      figure="lost_passes"
      tools={
        <Switch
          label={w.countBy}
          value={by}
          options={categories.map((one) => [one, w.by[one]] as const)}
          change={count}
        />
      }
    >
      {isOther ? (
        <Empty title={w.otherClass} />
      ) : (
        <Answered result={result}>
          {({ data, next_cursor }) =>
            data.length === 0 ? (
              <Empty title={w.nothing} />
            ) : (
              <>
                <Table rows={data} by={by} sort={sort} search={search} window={window} />
                {next_cursor == null ? null : (
                  <p className="list-note">{w.rest(format.number(data.length))}</p>
                )}
              </>
            )
          }
        </Answered>
      )}
    </Panel>
  );
}

interface TableProps extends LostPassesProps {
  readonly rows: readonly Row[];
  readonly by: Category;
  readonly sort: Sort;
}

function Table({ rows, by, sort, search, window }: TableProps) {
  const { format, language } = useLanguage();
  const w = usePageWords(lostPassesCatalogue);
  const { severity } = useFactory(language);
  const name = (one: Row): string =>
    by === 'gravidade' && one.id !== null ? severity(one.id) : nameOf(one, by, w);
  const most = Math.max(...rows.map(({ lost_passes }) => lost_passes));
  const head = { sort, search };
  return (
    <div className="list-table">
      <table data-table="lost-passes">
        <thead>
          <tr>
            <th scope="col">{w.by[by]}</th>
            <td className="bar-cell wide" aria-hidden="true" />
            <SortHead {...head} of="perdidas" />
            <th scope="col" className="n wide">
              {w.share}
            </th>
            <SortHead {...head} of="sozinhas" />
            <th scope="col" className="n">
              {w.without}
            </th>
            <SortHead {...head} of="linhas" isWide />
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={one.id} data-id={one.id} data-current={one.id !== null && search[keys[by]] === one.id}>
              <th scope="row">
                {one.id === null ? (
                  name(one)
                ) : (
                  <Link
                    to="/qualidade"
                    search={{ ...search, [keys[by]]: one.id }}
                    activeProps={{}}
                    resetScroll={false}
                  >
                    {name(one)}
                  </Link>
                )}
              </th>
              <td className="bar-cell wide" aria-hidden="true">
                <span className="bar" style={{ width: `${(100 * one.lost_passes) / most}%` }} />
              </td>
              <td className="n">
                {one.id === null ? (
                  format.number(one.lost_passes)
                ) : (
                  <Link to="/barcos" search={boatsOf({ ...search, [keys[by]]: one.id }, window)}>
                    {format.number(one.lost_passes)}
                  </Link>
                )}
              </td>
              <td className="n wide">{format.share(one.share, 0)}</td>
              <td className="n">{format.number(one.lost_alone)}</td>
              <td className="n">{format.share(one.first_pass_yield_without)}</td>
              <td className="n wide">{format.number(one.defects)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** A column that the list can be sorted by, the most first. */
function SortHead({
  of,
  sort,
  search,
  isWide = false,
}: {
  readonly of: Sort;
  readonly sort: Sort;
  /** Only where there is room. */
  readonly isWide?: boolean;
  readonly search: QualitySearch;
}) {
  const w = usePageWords(lostPassesCatalogue);
  const isSorted = of === sort;
  return (
    <th scope="col" className={isWide ? 'n wide' : 'n'} aria-sort={isSorted ? 'descending' : undefined}>
      <Link
        to="/qualidade"
        search={{ ...search, ordem: of === 'perdidas' ? undefined : of }}
        activeProps={{}}
        resetScroll={false}
        data-sort={of}
      >
        {w.sorts[of]}
        <span aria-hidden="true">{isSorted ? ' ↓' : ''}</span>
      </Link>
    </th>
  );
}

function nameOf({ id, label }: Row, by: Category, w: LostPassesWords): string {
  if (label !== null) return label;
  if (by === 'gravidade') return w.noSeverity;
  if (by === 'descricao') return w.noText;
  return id === null ? w.noCulprit : `${w.noPhase} (${id})`;
}
