import '../../parts/list-table.css';
import { Link } from '@tanstack/react-router';
import { useAnswer } from '../../api/use-answer.ts';
import type { FlowSearch } from '../../flow-search.ts';
import { Panel } from '../../parts/panel.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { familyOf } from './asked.ts';
import { type Bottleneck, causeOf } from './cause.ts';
import { catalogue } from './words.ts';

/** The phase whose queue is the longest at its own pace stands first, with what its figures say of why. */
export function Bottlenecks({ search }: { readonly search: FlowSearch }) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const result = useAnswer('/api/prodplan/bottlenecks', { query: familyOf(search) });
  const data = result.data?.data;
  const note =
    data == null
      ? undefined
      : w.bottlenecksNote(
          format.number(data.active_days),
          format.day(data.first_day),
          format.day(data.last_day),
        );
  return (
    <Panel name="bottlenecks" title={w.bottlenecks} note={note} answer={result.data} figure="days_to_clear">
      <Answered result={result}>
        {({ data: { phases, side_lines, automatic, factory } }) => (
          <>
            <p className="list-note">
              {w.factory(format.number(factory.throughput_per_day), format.share(factory.pace_of_year, 0))}
            </p>
            <Table rows={phases} name="bottlenecks" search={search} />
            <Apart title={w.sideLines} rows={side_lines} name="side-lines" search={search} />
            <Apart title={w.automatic} rows={automatic} name="automatic" search={search} />
          </>
        )}
      </Answered>
    </Panel>
  );
}

interface TableProps {
  readonly rows: readonly Bottleneck[];
  readonly name: string;
  readonly search: FlowSearch;
}

function Apart({ title, ...table }: TableProps & { readonly title: string }) {
  if (table.rows.every(({ orders }) => orders === 0)) return null;
  return (
    <details className="flow-apart">
      <summary>{title}</summary>
      <Table {...table} />
    </details>
  );
}

function Table({ rows, name, search }: TableProps) {
  const w = usePageWords(catalogue);
  const shown = rows.filter(({ orders }) => orders > 0);
  if (shown.length === 0) return <Empty title={w.nothingHere} />;
  const most = Math.max(...shown.map(({ days_to_clear }) => days_to_clear ?? 0));
  return (
    <div className="list-table">
      <table data-table={name}>
        <thead>
          <tr>
            <th scope="col">{w.phase}</th>
            <th scope="col" className="n">
              {w.here}
            </th>
            <th scope="col" className="n">
              {w.clear}
            </th>
            <td className="bar-cell wide" aria-hidden="true" />
            <th scope="col" className="n wide">
              {w.perDay}
            </th>
            <th scope="col" className="n wide">
              {w.utilisation}
            </th>
            <th scope="col" className="n wide">
              {w.relative}
            </th>
            <th scope="col">{w.why}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((one) => (
            <Row key={one.fase_id} one={one} most={most} search={search} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  readonly one: Bottleneck;
  readonly most: number;
  readonly search: FlowSearch;
}

function Row({ one, most, search }: RowProps) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const n = format.number;
  const { days_to_clear_low: low, days_to_clear_high: high } = one;
  return (
    <tr data-phase={one.fase_id}>
      <th scope="row">
        <Link to="/barcos" search={{ estado: 'OPEN', fase: String(one.fase_id), familia: search.familia }}>
          {one.fase_nome ?? `${w.unknownPhase} (${one.fase_id})`}
        </Link>
      </th>
      <td className="n">{n(one.orders)}</td>
      <td className="n">
        <strong>{n(one.days_to_clear, 1)}</strong>
        <small>{high === null ? w.bandOpen(n(low, 1)) : w.band(n(low, 1), n(high, 1))}</small>
      </td>
      <td className="bar-cell wide" aria-hidden="true">
        {one.days_to_clear === null || most === 0 ? null : (
          <span className="bar" style={{ width: `${(100 * one.days_to_clear) / most}%` }} />
        )}
      </td>
      <td className="n wide">
        {n(one.throughput_per_day, 1)}
        {one.throughput_per_day_before === null ? null : (
          <small>{w.perDayBefore(n(one.throughput_per_day_before, 1))}</small>
        )}
      </td>
      <td className="n wide">{format.share(one.utilisation, 0)}</td>
      <td className="n wide">{format.share(one.relative_pace, 0)}</td>
      <td className="flow-why">{one.refused === null ? w.causes[causeOf(one)] : w.refused}</td>
    </tr>
  );
}
