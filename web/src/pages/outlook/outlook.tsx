import '../../parts/list-table.css';
import './outlook.css';
import { getRouteApi } from '@tanstack/react-router';
import { usePageTitle } from '../../parts/page-title.ts';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { Ageing } from './ageing.tsx';
import { Forecasts } from './forecasts.tsx';
import { Output } from './output.tsx';
import { NewOrder } from './promise.tsx';
import { Release } from './release.tsx';
import { catalogue } from './words.ts';

const route = getRouteApi('/previsao');

/** What comes next: how many boats, by when a new one, and when those in hand. */
export function Outlook() {
  const { words } = useLanguage();
  const w = usePageWords(catalogue);
  const search = route.useSearch();
  usePageTitle(words.titles.outlook);
  return (
    <>
      <div className="page-head">
        <h1>{words.titles.outlook}</h1>
        <p>{w.note}</p>
      </div>
      <Output />
      <NewOrder search={search} />
      <Forecasts search={search} />
      <Ageing search={search} />
      <Release search={search} />
    </>
  );
}
