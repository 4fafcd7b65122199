import { Link } from '@tanstack/react-router';
import { EvidenceMark } from '../../parts/evidence.tsx';
import { ExportMenu } from '../../parts/export-menu.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { useLanguage } from '../../words/language.tsx';
import { mostRows, type ShippingDay, shippingDays, usePlanned } from './planned.ts';

export function Shipments({ day }: { readonly day: string }) {
  const { words } = useLanguage();
  const w = words.home;
  const planned = usePlanned(day);
  return (
    <section className="panel" aria-labelledby="expedicoes">
      <div className="panel-head">
        <div>
          <h2 id="expedicoes">{w.shipments}</h2>
          <p>{w.shipmentsNote}</p>
        </div>
        <div className="panel-tools">
          {planned.data === undefined ? null : <EvidenceMark title={w.shipments} answer={planned.data} />}
          <ExportMenu title={w.shipments} answer={planned.data} />
        </div>
      </div>
      <Answered result={planned}>
        {({ data }) => {
          const days = shippingDays(data);
          if (days.length === 0) return <Empty title={w.shipmentsNone} />;
          return (
            <>
              <Table days={days} />
              {data.length < mostRows ? null : <p className="home-cut">{w.shipmentsCut}</p>}
            </>
          );
        }}
      </Answered>
    </section>
  );
}

const states = ['ready', 'inProduction', 'notBegun'] as const;

function Table({ days }: { readonly days: readonly ShippingDay[] }) {
  const { words, format } = useLanguage();
  const w = words.home;
  const most = Math.max(...days.map(({ boats }) => boats));
  return (
    <div className="home-table">
      <table data-table="shipments">
        <thead>
          <tr>
            <th scope="col">{w.day}</th>
            <th scope="col" className="n">
              {w.boats}
            </th>
            {states.map((state) => (
              <th key={state} scope="col" className="n" data-state={state}>
                {w[state]}
              </th>
            ))}
            <th scope="col" className="n">
              {w.endangered}
            </th>
            <td className="home-bar-head" aria-hidden="true" />
          </tr>
        </thead>
        <tbody>
          {days.map((one) => (
            <tr key={one.day}>
              <th scope="row">
                <Link to="/barcos" search={{ estado: 'OPEN', expedicao: one.day }}>
                  {format.day(one.day, { weekday: true, year: false })}
                </Link>
              </th>
              <td className="n">
                <strong>{format.number(one.boats)}</strong>
              </td>
              {states.map((state) => (
                <td key={state} className="n" data-state={state}>
                  {format.number(one[state])}
                </td>
              ))}
              <td className="n" data-tone={one.endangered > 0 ? 'warn' : undefined}>
                {format.number(one.endangered)}
              </td>
              <td className="home-bar-cell" aria-hidden="true">
                <Bar day={one} most={most} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The three numbers before it once more, for the eye. */
function Bar({ day, most }: { readonly day: ShippingDay; readonly most: number }) {
  return (
    <span className="home-bar" style={{ width: `${(100 * day.boats) / most}%` }}>
      {states
        .filter((state) => day[state] > 0)
        .map((state) => (
          <span key={state} data-state={state} style={{ flexGrow: day[state] }} />
        ))}
    </span>
  );
}
