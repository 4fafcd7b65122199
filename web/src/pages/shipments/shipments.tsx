import type { FamilyCode } from '../../api/codes.ts';
import '../../parts/list-table.css';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import type { AnswerOf } from '../../api/client.ts';
import { useFactory } from '../../api/factory.ts';
import { useAnswer } from '../../api/use-answer.ts';
import type { BoatSearch } from '../../boat-search.ts';
import { Choice } from '../../parts/choice.tsx';
import { usePageTitle } from '../../parts/page-title.ts';
import { Panel } from '../../parts/panel.tsx';
import { ShipmentBar, shipmentParts } from '../../parts/shipment-bar.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { dayNumber } from '../../words/format.ts';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { catalogue } from './words.ts';

const route = getRouteApi('/expedicoes');
type Answer = AnswerOf<'/api/prodplan/shipments'>;
type Day = NonNullable<Answer['data']>[number];

/** Each planned day: what is ready, what will be, what will not. */
export function Shipments() {
  const { words } = useLanguage();
  const w = usePageWords(catalogue);
  const { familia } = route.useSearch();
  const query = familia === undefined ? {} : { familia: familia as FamilyCode };
  const result = useAnswer('/api/prodplan/shipments', { query });
  usePageTitle(words.titles.shipments);
  return (
    <>
      <div className="page-head">
        <h1>{words.titles.shipments}</h1>
        <p>{w.note}</p>
      </div>
      <Filters familia={familia} />
      <Panel name="shipments" title={w.title} answer={result.data} figure="ready_by_p50">
        <Answered result={result}>
          {({ data, support }) => (
            <>
              {data.length === 0 ? (
                <Empty title={w.none} />
              ) : (
                <Table days={data} asOf={support.as_of} familia={familia} />
              )}
              <Trucks support={support} />
              <Without support={support} familia={familia} />
            </>
          )}
        </Answered>
      </Panel>
    </>
  );
}

function Filters({ familia }: { readonly familia: string | undefined }) {
  const { language } = useLanguage();
  const w = usePageWords(catalogue);
  const factory = useFactory(language);
  const navigate = useNavigate({ from: '/expedicoes' });
  return (
    <form className="filters" aria-label={w.filters} onSubmit={(event) => event.preventDefault()}>
      <Choice
        label={w.family}
        value={familia}
        any={w.anyFamily}
        change={(value) => void navigate({ search: { familia: value }, resetScroll: false })}
      >
        {factory.facts?.families.map(({ code }) => (
          <option key={code} value={code}>
            {factory.family(code)}
          </option>
        ))}
      </Choice>
    </form>
  );
}

interface TableProps {
  readonly days: readonly Day[];
  readonly asOf: string;
  readonly familia: string | undefined;
}

function Table({ days, asOf, familia }: TableProps) {
  const w = usePageWords(catalogue);
  const hasTrucks = days.some(({ trucks }) => trucks !== null);
  const most = Math.max(...days.map(({ orders }) => orders));
  return (
    <>
      <ul className="shipment-legend" aria-hidden="true">
        {shipmentParts.map((part) => (
          <li key={part} data-part={part}>
            {w.parts[part]}
          </li>
        ))}
      </ul>
      <div className="list-table">
        <table data-table="shipments">
          <thead>
            <tr>
              <th scope="col">{w.day}</th>
              <th scope="col" className="n">
                {w.planned}
              </th>
              {hasTrucks ? (
                <th scope="col" className="n wide">
                  {w.trucks}
                </th>
              ) : null}
              <th scope="col" className="n">
                {w.ready}
              </th>
              <th scope="col" className="n wide">
                {w.inProduction}
              </th>
              <th scope="col" className="n wide">
                {w.notBegun}
              </th>
              <th scope="col" className="n">
                {w.expected}
              </th>
              <th scope="col" className="n">
                {w.endangered}
              </th>
              <td className="bar-cell wide" aria-hidden="true" />
            </tr>
          </thead>
          <tbody>
            {days.map((one) => (
              <Row key={one.day} one={one} most={most} asOf={asOf} familia={familia} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

interface RowProps extends Omit<TableProps, 'days'> {
  readonly one: Day;
  readonly most: number;
}

function Row({ one, most, asOf, familia }: RowProps) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const n = format.number;
  const distance = dayNumber(one.day) - dayNumber(asOf);
  const boats = { familia, expedicao: one.day };
  const endangered = one.at_risk + one.late;
  return (
    <tr data-day={one.day}>
      <th scope="row">
        <Link to="/expedicoes/$dia" params={{ dia: one.day }}>
          {format.day(one.day, { weekday: true })}
        </Link>
        <small>
          {distance < 0
            ? w.passed(format.days(-distance))
            : distance === 0
              ? w.today
              : w.inDays(format.days(distance))}
          {one.slipped > 0 ? `; ${w.slipped(n(one.slipped))}` : ''}
        </small>
      </th>
      <td className="n">
        <Link to="/barcos" search={{ ...boats, estado: 'OPEN' }}>
          <strong>{n(one.orders)}</strong>
        </Link>
      </td>
      {one.trucks === null ? null : <td className="n wide">{n(one.trucks)}</td>}
      <Count count={one.awaiting_shipping} search={{ ...boats, estado: 'AWAITING_SHIPPING' }} />
      <Count count={one.in_progress} search={{ ...boats, estado: 'IN_PROGRESS' }} isWide />
      <Count count={one.created} search={{ ...boats, estado: 'CREATED' }} isWide />
      <td className="n">
        {one.ready_by_p80 === one.ready_by_p50
          ? n(one.ready_by_p50)
          : w.expectedText(n(one.ready_by_p80), n(one.ready_by_p50))}
        <small>{w.expectedHow}</small>
        {one.expected_low === null ? null : (
          <small data-interval={`${one.expected_low}/${one.expected_high}`}>
            {w.interval(n(one.expected_low), n(one.expected_high))}
          </small>
        )}
      </td>
      <Count count={endangered} search={{ ...boats, estado: 'OPEN', prazo: 'RISK' }} />
      <td className="bar-cell wide" aria-hidden="true">
        <ShipmentBar day={one} most={most} />
      </td>
    </tr>
  );
}

interface CountProps {
  readonly count: number;
  readonly search: BoatSearch;
  readonly isWide?: boolean;
}

/** None leads nowhere. */
function Count({ count, search, isWide = false }: CountProps) {
  const { format } = useLanguage();
  return (
    <td className={isWide ? 'n wide' : 'n'}>
      {count === 0 ? (
        format.number(0)
      ) : (
        <Link to="/barcos" search={search}>
          {format.number(count)}
        </Link>
      )}
    </td>
  );
}

/** By which size trucks are counted, or where somebody may say it. */
function Trucks({ support }: { readonly support: Answer['support'] }) {
  const { words, format } = useLanguage();
  const w = usePageWords(catalogue);
  const size = support.rules.find(({ name }) => name === 'truck_boats')?.value ?? null;
  return (
    <p className="list-note" data-trucks={size ?? ''}>
      {size === null ? w.noTruckSize : w.truckSize(`${format.number(size)} ${words.boats(size)}`)}
      <Link to="/definicoes">{w.settings}</Link>.
    </p>
  );
}

function Without({
  support,
  familia,
}: {
  readonly support: Answer['support'];
  readonly familia: string | undefined;
}) {
  const { words, format } = useLanguage();
  const w = usePageWords(catalogue);
  const rows = support.rows_excluded.find(({ reason }) => reason.startsWith('sem dia'))?.rows ?? 0;
  if (rows === 0) return null;
  return (
    <p className="list-note">
      <Link to="/barcos" search={{ estado: 'OPEN', prazo: 'NO_DUE', familia }} data-without={rows}>
        {w.without(format.number(rows), words.boats(rows))}
      </Link>
    </p>
  );
}
