import { Link } from '@tanstack/react-router';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import type { BoatSearch } from '../../boat-search.ts';
import { Icon } from '../../parts/icon.tsx';
import { printWords } from '../../parts/print-words.ts';
import { roles } from '../../parts/table-roles.ts';
import { useNarrow } from '../../parts/use-narrow.ts';
import { usePrinting } from '../../parts/use-printing.ts';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { BoatRow } from './boat-row.tsx';
import { type Prepared, type SortKey, sortKeys } from './select.ts';

interface BoatTableProps {
  readonly prepared: Prepared;
  readonly shown: readonly number[];
  readonly search: BoatSearch;
}

/** Heights that the styles keep to. */
const rowPx = 56;
const cardPx = 124;
/** More rows beyond the screen cost frames while scrolling; fewer would show. */
const overscan = 3;

/** So many go on paper: some thirty pages. */
const printedRows = 500;

/** Only the rows on the screen are in the document. The Tab key stops once; arrows move within the list. */
export function BoatTable({ prepared, shown, search }: BoatTableProps) {
  const { words, format } = useLanguage();
  const print = usePageWords(printWords);
  const hint = useId();
  const body = useRef<HTMLTableSectionElement>(null);
  const [top, setTop] = useState(0);
  const narrow = useNarrow();
  const height = narrow ? cardPx : rowPx;
  const rows = useWindowVirtualizer({
    count: shown.length,
    estimateSize: () => height,
    overscan,
    scrollMargin: top,
    useFlushSync: false,
  });
  // Whatever stands above the list may change its height.
  useLayoutEffect(() => {
    const measure = (): void => setTop((body.current?.getBoundingClientRect().top ?? 0) + window.scrollY);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, []);
  // Other rows or another height make other places.
  useLayoutEffect(() => rows.measure(), [height, shown]);
  const { active, onKeyDown, take } = useArrows(
    shown.length,
    (n) => rows.scrollToIndex(n, { align: 'auto' }),
    body,
  );
  const printing = usePrinting();
  // The rows of the screen alone would stand on nearly empty pages.
  const visible = printing
    ? shown.slice(0, printedRows).map((_, index) => ({ index, start: null }))
    : rows.getVirtualItems();
  return (
    <>
      <p id={hint} className="sr">
        {words.boatsPage.keys}
      </p>
      <table
        {...roles.table}
        className="boats-table"
        aria-rowcount={shown.length + 1}
        aria-label={words.boatsPage.table}
        aria-describedby={hint}
        data-table="boats"
      >
        <thead {...roles.group}>
          <tr {...roles.row} aria-rowindex={1} className="boats-row boats-header">
            {sortKeys.map((key) => (
              <Header key={key} sortKey={key} search={search} />
            ))}
          </tr>
        </thead>
        <tbody
          {...roles.group}
          ref={body}
          style={printing ? undefined : { height: rows.getTotalSize() }}
          onKeyDown={onKeyDown}
        >
          {visible.map(({ index, start }) => (
            <BoatRow
              key={prepared.data.columns.of_id[shown[index]!]}
              prepared={prepared}
              n={shown[index]!}
              index={index}
              startPx={start === null ? null : start - rows.options.scrollMargin}
              isStop={index === active}
              onFocus={() => take(index)}
            />
          ))}
        </tbody>
      </table>
      {printing && shown.length > printedRows ? (
        <p className="boats-printed">{print.cut(format.number(printedRows), format.number(shown.length))}</p>
      ) : null}
    </>
  );
}

function Header({ sortKey, search }: { readonly sortKey: SortKey; readonly search: BoatSearch }) {
  const { words } = useLanguage();
  const name = words.boatsPage.columns[sortKey];
  const order = search.ordem ?? '-of';
  const isSorted = order.replace('-', '') === sortKey;
  const descending = order.startsWith('-');
  const next = isSorted && !descending ? `-${sortKey}` : sortKey;
  return (
    <th
      {...roles.header}
      scope="col"
      data-column={sortKey}
      aria-sort={isSorted ? (descending ? 'descending' : 'ascending') : undefined}
    >
      <Link to="/barcos" search={{ ...search, ordem: next }} replace resetScroll={false} activeProps={{}}>
        <span className="sr">{words.boatsPage.sortBy('')}</span>
        {name}
        {isSorted ? <Icon name={descending ? 'down' : 'up'} size={12} /> : null}
      </Link>
    </th>
  );
}

const pageRows = 10;

/** One row of the list is where the Tab key stops; arrows, Home and End move it, and the focus with it. */
function useArrows(count: number, show: (n: number) => void, body: { readonly current: HTMLElement | null }) {
  const [wanted, setWanted] = useState(0);
  const active = Math.min(wanted, count - 1);
  const isMoving = useRef(false);
  // The row may come into the document a little later than it is wanted.
  useLayoutEffect(() => {
    if (!isMoving.current) return;
    const link = body.current?.querySelector<HTMLElement>(`[data-index="${active}"] a`);
    if (link == null) return;
    isMoving.current = false;
    link.focus({ preventScroll: true });
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const next = moved(event.key, active, count);
    if (next === null || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    isMoving.current = true;
    setWanted(next);
    show(next);
  };
  return { active, onKeyDown, take: setWanted };
}

function moved(key: string, from: number, count: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: 1,
    ArrowUp: -1,
    j: 1,
    k: -1,
    PageDown: pageRows,
    PageUp: -pageRows,
    Home: -count,
    End: count,
  };
  const step = steps[key];
  return step === undefined ? null : Math.max(0, Math.min(count - 1, from + step));
}
