import '../../parts/list-table.css';
import './settings.css';
import { usePageTitle } from '../../parts/page-title.ts';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { InThisBrowser } from './browser.tsx';
import { Changes } from './changes.tsx';
import { ForEverybody } from './for-everybody.tsx';
import { Keys } from './keys.tsx';
import { Server } from './server.tsx';
import { Texts } from './texts.tsx';
import { catalogue } from './words.ts';

export function Settings() {
  const { words } = useLanguage();
  const w = usePageWords(catalogue);
  usePageTitle(words.titles.settings);
  return (
    <>
      <div className="page-head">
        <h1>{words.titles.settings}</h1>
        <p>{w.note}</p>
      </div>
      <InThisBrowser />
      <ForEverybody />
      <Texts />
      <Changes />
      <Server />
      <Keys />
    </>
  );
}
