import './materials.css';
import '../../parts/list-table.css';
import { usePublication } from '../../api/publication.ts';
import { usePageTitle } from '../../parts/page-title.ts';
import { Loading } from '../../parts/states.tsx';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { GelcoatByMonth } from './gelcoat-by-month.tsx';
import { GelcoatByProduct } from './gelcoat-by-product.tsx';
import { Mass } from './mass.tsx';
import { MassByPhase } from './mass-by-phase.tsx';
import { catalogue } from './words.ts';

/** What is in process by weight, and what the orders need of gelcoat; both only as far as the file tells. */
export function Materials() {
  const { words } = useLanguage();
  const w = usePageWords(catalogue);
  const { data: published } = usePublication();
  usePageTitle(words.titles.materials);
  if (published === undefined) return <Loading />;
  return (
    <>
      <div className="page-head">
        <h1>{words.titles.materials}</h1>
        <p>{w.note}</p>
      </div>
      <div className="materials-figures">
        <Mass />
      </div>
      <div className="materials-pair">
        <MassByPhase />
        <div className="materials-column">
          <GelcoatByMonth day={published.support.as_of.slice(0, 10)} />
          <GelcoatByProduct />
        </div>
      </div>
    </>
  );
}
