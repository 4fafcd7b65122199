import './boats.css';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useMemo } from 'react';
import { useAnswer } from '../../api/use-answer.ts';
import type { BoatSearch } from '../../boat-search.ts';
import { EvidenceMark } from '../../parts/evidence.tsx';
import { ExportMenu } from '../../parts/export-menu.tsx';
import { usePageTitle } from '../../parts/page-title.ts';
import { Answered, Empty } from '../../parts/states.tsx';
import { Switch } from '../../parts/switch.tsx';
import { lineKeys, lineQuery } from '../../quality-search.ts';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { BoatTable } from './boat-table.tsx';
import { FactoryMap } from './factory-map.tsx';
import { Filters } from './filters.tsx';
import { GroupTabs } from './group-tabs.tsx';
import { mapWords } from './map-words.ts';
import { ordersAddress } from './orders-address.ts';
import { type BoatColumns, type Prepared, prepare, type Selected, select } from './select.ts';

const route = getRouteApi('/barcos');

/** All boats of the file; what is shown of them stands in the address. */
export function Boats() {
  const { words } = useLanguage();
  const boats = useAnswer('/api/prodplan/boats');
  const address = ordersAddress(route.useSearch());
  usePageTitle(words.titles.boats);
  return (
    <>
      <div className="page-head boats-head">
        <h1>{words.titles.boats}</h1>
        {boats.data === undefined ? null : (
          <div className="panel-tools">
            <ViewSwitch />
            <EvidenceMark title={words.titles.boats} answer={boats.data} />
            {address === null ? null : (
              <ExportMenu title={words.titles.boats} answer={boats.data} address={address} />
            )}
          </div>
        )}
      </div>
      <Answered result={boats}>{({ data }) => <WithLines data={data} />}</Answered>
    </>
  );
}

/** Where error lines are asked for, the list is of the boats that have them: which these are the server knows. */
function WithLines({ data }: { readonly data: BoatColumns }) {
  const search = route.useSearch();
  const isAsked = lineKeys.some((key) => search[key] !== undefined);
  const behind = useAnswer('/api/quality/defect-boats', { query: lineQuery(search) }, { enabled: isAsked });
  const numbers = behind.data?.data?.of_id;
  const only = useMemo(() => (numbers === undefined ? undefined : new Set(numbers)), [numbers]);
  if (!isAsked) return <List data={data} />;
  return <Answered result={behind}>{() => <List data={data} only={only} />}</Answered>;
}

interface ListProps {
  readonly data: BoatColumns;
  readonly only?: ReadonlySet<number> | undefined;
}

function List({ data, only }: ListProps) {
  const m = usePageWords(mapWords);
  const search = route.useSearch();
  const prepared = useMemo(() => prepare(data), [data]);
  // What is typed stands there at once; the list follows when there is time.
  const deferred = useDeferredValue(search);
  const { shown, counts } = useMemo(() => select(prepared, deferred, only), [prepared, deferred, only]);
  return (
    <>
      <Filters search={search} data={data} />
      {search.vista === 'mapa' ? (
        <section className="panel" aria-label={m.map}>
          <FactoryMap prepared={prepared} search={deferred} only={only} />
        </section>
      ) : (
        <Rows prepared={prepared} search={search} shown={shown} counts={counts} />
      )}
    </>
  );
}

interface RowsProps extends Selected {
  readonly prepared: Prepared;
  readonly search: BoatSearch;
}

function Rows({ prepared, search, shown, counts }: RowsProps) {
  const { words, format } = useLanguage();
  const { data } = prepared;
  return (
    <>
      <GroupTabs search={search} counts={counts} />
      <p className="boats-count" role="status" data-count={shown.length}>
        {words.boatsPage.count(format.number(shown.length), format.number(data.orders))}
      </p>
      <section className="panel boats-panel" aria-label={words.boatsPage.table}>
        {shown.length > 0 ? (
          <BoatTable prepared={prepared} shown={shown} search={search} />
        ) : (
          <Empty title={words.boatsPage.none}>
            {counts.ALL === 0 ? null : (
              <route.Link to="/barcos" search={{ ...search, estado: undefined }}>
                {words.boatsPage.elsewhere(format.number(counts.ALL), words.boats(counts.ALL))}
              </route.Link>
            )}
          </Empty>
        )}
      </section>
    </>
  );
}

function ViewSwitch() {
  const w = usePageWords(mapWords);
  const { vista } = route.useSearch();
  const navigate = useNavigate({ from: '/barcos' });
  return (
    <Switch
      label={w.view}
      value={vista ?? 'lista'}
      options={[
        ['lista', w.list],
        ['mapa', w.map],
      ]}
      change={(next) =>
        void navigate({
          search: (now) => ({ ...now, vista: next === 'mapa' ? next : undefined }),
          resetScroll: false,
        })
      }
    />
  );
}
