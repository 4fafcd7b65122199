import { Link } from '@tanstack/react-router';
import type { QualitySearch } from '../../quality-search.ts';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { type Point, periodOf, type TrendData } from './trend-data.ts';
import { catalogue } from './words.ts';

interface TrendTableProps {
  readonly data: TrendData;
  readonly search: QualitySearch;
}

/** The same as the chart, in numbers, the newest first. */
export function TrendTable({ data, search }: TrendTableProps) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const t = w.table;
  return (
    <div className="list-table">
      <table data-table="trend">
        <thead>
          <tr>
            <th scope="col">{t.period}</th>
            <th scope="col" className="n">
              {t.defects}
            </th>
            <th scope="col" className="n">
              {t.boats}
            </th>
            <th scope="col" className="n">
              {t.rate}
            </th>
            <th scope="col" className="n wide">
              {t.centre}
            </th>
            <th scope="col" className="n wide">
              {t.limits}
            </th>
            <th scope="col">{t.signal}</th>
          </tr>
        </thead>
        <tbody>
          {data.points.toReversed().map((one) => (
            <tr key={one.start} data-start={one.start}>
              <th scope="row">
                <Link
                  to="/qualidade"
                  search={{ ...search, de: one.start, ate: one.end }}
                  activeProps={{}}
                  resetScroll={false}
                >
                  {periodOf(one, data, format)}
                </Link>
              </th>
              <td className="n">{format.number(one.defects)}</td>
              <td className="n">{format.number(one.orders_past_first_inspection)}</td>
              <td className="n">{format.number(one.defects_per_100_orders, 1)}</td>
              <td className="n wide">{format.number(one.centre_line, 1)}</td>
              <td className="n wide">
                {one.lower_limit === null || one.upper_limit === null
                  ? format.number(null)
                  : w.ratioBand(format.number(one.lower_limit, 1), format.number(one.upper_limit, 1))}
              </td>
              <td>{signalOf(one)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );

  function signalOf({ unfinished, cut, rules }: Point): string {
    if (unfinished) return w.unfinished;
    return cut ? w.cut : rules.map((rule) => w.rules[rule]).join(', ');
  }
}
