import type { ReactNode } from 'react';
import type { AnswerOf } from '../../api/client.ts';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { catalogue } from './words.ts';

export type Gelcoat = NonNullable<AnswerOf<'/api/smartinventory/gelcoat_theoretical_usage'>['data']>[number];

interface GelcoatTableProps {
  readonly name: string;
  readonly head: string;
  readonly rows: readonly Gelcoat[];
  readonly keyOf: (row: Gelcoat) => string;
  readonly nameOf: (row: Gelcoat) => ReactNode;
}

/** An order whose model tells no quantity stands in a column of its own, and is no 0. */
export function GelcoatTable({ name, head, rows, keyOf, nameOf }: GelcoatTableProps) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  return (
    <div className="list-table">
      <table data-table={name}>
        <thead>
          <tr>
            <th scope="col">{head}</th>
            <th scope="col" className="n">
              {w.orders}
            </th>
            <th scope="col" className="n">
              {w.deck}
            </th>
            <th scope="col" className="n">
              {w.hull}
            </th>
            <th scope="col" className="n wide">
              {w.without}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((one) => (
            <tr key={keyOf(one)} data-key={keyOf(one)}>
              <th scope="row">{nameOf(one)}</th>
              <td className="n">{format.number(one.orders)}</td>
              <td className="n">{format.number(one.deck_kg, 1)}</td>
              <td className="n">{format.number(one.hull_kg, 1)}</td>
              <td className="n wide">{format.number(one.orders_unknown)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
