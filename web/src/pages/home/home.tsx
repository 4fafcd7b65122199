import './home.css';
import { usePublication } from '../../api/publication.ts';
import { usePageTitle } from '../../parts/page-title.ts';
import { Loading } from '../../parts/states.tsx';
import { useLanguage } from '../../words/language.tsx';
import { Changes } from './changes.tsx';
import { FinishedFigure } from './finished-figure.tsx';
import { RiskFigure } from './risk-figure.tsx';
import { Shipments } from './shipments.tsx';
import { ShippingFigure } from './shipping-figure.tsx';
import { WipFigure } from './wip-figure.tsx';
import { WorstRisks } from './worst-risks.tsx';

/** Painel: four numbers, the next shipments, the five greatest risks. */
export function Home() {
  const { words, format } = useLanguage();
  const { data: published } = usePublication();
  usePageTitle(words.titles.home);
  if (published === undefined) return <Loading />;
  const { as_of } = published.support;
  const day = as_of.slice(0, 10);
  return (
    <>
      <div className="page-head">
        <h1>{words.titles.home}</h1>
        <p>{words.home.asOf(format.moment(as_of))}</p>
      </div>
      <div className="home-figures">
        <WipFigure day={day} />
        <FinishedFigure day={day} />
        <RiskFigure />
        <ShippingFigure day={day} />
      </div>
      <Changes run={published.support.run_id} />
      <div className="home-lists">
        <Shipments day={day} />
        <WorstRisks />
      </div>
    </>
  );
}
