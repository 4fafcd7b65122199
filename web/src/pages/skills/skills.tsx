import '../../parts/list-table.css';
import './skills.css';
import { usePageTitle } from '../../parts/page-title.ts';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { Bonus } from './bonus.tsx';
import { Coverage } from './coverage.tsx';
import { Teams } from './teams.tsx';
import { catalogue } from './words.ts';

/** Whether there are people for the work that stands there. */
export function Skills() {
  const { words } = useLanguage();
  const w = usePageWords(catalogue);
  usePageTitle(words.titles.skills);
  return (
    <>
      <div className="page-head">
        <h1>{words.titles.skills}</h1>
        <p>{w.note}</p>
      </div>
      <Coverage />
      <Teams />
      <Bonus />
    </>
  );
}
