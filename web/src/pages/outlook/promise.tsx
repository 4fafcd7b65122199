import { useNavigate } from '@tanstack/react-router';
import { useId } from 'react';
import type { AnswerOf } from '../../api/client.ts';
import { useAnswer } from '../../api/use-answer.ts';
import type { OutlookSearch } from '../../outlook-search.ts';
import { Choice } from '../../parts/choice.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { catalogue } from './words.ts';

type Promised = NonNullable<AnswerOf<'/api/prodplan/promise'>['data']>;

/** By when a new order of a model is finished, with known odds. */
export function NewOrder({ search }: { readonly search: OutlookSearch }) {
  const w = usePageWords(catalogue);
  const { modelo, inicio, pedido } = search;
  const result = useAnswer(
    '/api/prodplan/promise',
    {
      query: {
        produto_id: Number(modelo ?? 1),
        ...(inicio === undefined ? {} : { date: inicio }),
        ...(pedido === undefined ? {} : { wanted: pedido }),
      },
    },
    { enabled: modelo !== undefined },
  );
  const isAsked = modelo !== undefined;
  return (
    <Panel
      name="promise"
      title={w.promise}
      note={w.promiseNote}
      answer={isAsked ? result.data : undefined}
      figure="quantiles (promise)"
    >
      <Asked search={search} />
      {isAsked ? (
        <Answered result={result}>{({ data }) => <Told told={data} />}</Answered>
      ) : (
        <Empty title={w.chooseModel} />
      )}
    </Panel>
  );
}

function Asked({ search }: { readonly search: OutlookSearch }) {
  const w = usePageWords(catalogue);
  const navigate = useNavigate({ from: '/previsao' });
  const models = useAnswer('/api/kpis/by-product');
  const change = (next: Partial<OutlookSearch>): void =>
    void navigate({ search: (now) => ({ ...now, ...next }), resetScroll: false });
  const known = (models.data?.data ?? [])
    .flatMap(({ produto_id, produto_nome }) =>
      produto_id === null ? [] : [{ id: String(produto_id), name: produto_nome ?? String(produto_id) }],
    )
    .toSorted((a, b) => a.name.localeCompare(b.name));
  const isListed = search.modelo === undefined || known.some(({ id }) => id === search.modelo);
  return (
    <form
      className="filters outlook-asked"
      aria-label={w.promise}
      onSubmit={(event) => event.preventDefault()}
    >
      <Choice label={w.model} value={search.modelo} any={w.noModel} change={(modelo) => change({ modelo })}>
        {isListed ? null : <option value={search.modelo}>{search.modelo}</option>}
        {known.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Choice>
      <Day label={w.begins} value={search.inicio} change={(inicio) => change({ inicio })} />
      <Day label={w.wanted} value={search.pedido} change={(pedido) => change({ pedido })} />
    </form>
  );
}

interface DayProps {
  readonly label: string;
  readonly value: string | undefined;
  readonly change: (value?: string) => void;
}

function Day({ label, value, change }: DayProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="date"
        value={value ?? ''}
        onChange={({ target }) => change(target.value === '' ? undefined : target.value)}
      />
    </div>
  );
}

function Told({ told }: { readonly told: Promised }) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  return (
    <>
      {told.wanted_day === null ? null : (
        <p className="list-note" data-wanted={told.wanted_share}>
          {w.wantedShare(format.share(told.wanted_share, 0), format.day(told.wanted_day))}
        </p>
      )}
      <div className="list-table">
        <table data-table="promise">
          <thead>
            <tr>
              <th scope="col">{w.odds}</th>
              <th scope="col">{w.finishedBy}</th>
              <th scope="col" className="n">
                {w.days}
              </th>
              <th scope="col" className="n wide">
                {w.wasTrue}
              </th>
            </tr>
          </thead>
          <tbody>
            {told.quantiles.map((one) => (
              <Odds key={one.quantile} one={one} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="list-note">
        {w.restsOn(format.number(told.family_finishes), told.familia, format.number(told.product_finishes))}
      </p>
    </>
  );
}

function Odds({ one }: { readonly one: Promised['quantiles'][number] }) {
  const { words, format } = useLanguage();
  const w = usePageWords(catalogue);
  const whole = one.backtest.find(({ quarter }) => quarter === null);
  const quarters = one.backtest.filter(({ quarter }) => quarter !== null);
  return (
    <tr data-quantile={one.quantile}>
      <th scope="row">{w.share(format.share(one.quantile, 0))}</th>
      <td>
        <strong>{one.finish_day === null ? w.beyond : format.day(one.finish_day, { weekday: true })}</strong>
      </td>
      <td className="n">{format.number(one.days)}</td>
      <td className="n wide">
        {whole === undefined ? words.unknown : format.share(whole.coverage)}
        {quarters.length === 0 ? null : (
          <small>
            {quarters
              .map(({ quarter, coverage }) => w.ofQuarter(quarter ?? 0, format.share(coverage, 0)))
              .join(' · ')}
          </small>
        )}
      </td>
    </tr>
  );
}
