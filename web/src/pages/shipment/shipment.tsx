import './shipment.css';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useAnswer } from '../../api/use-answer.ts';
import { Icon } from '../../parts/icon.tsx';
import { usePageTitle } from '../../parts/page-title.ts';
import { Answered, Empty } from '../../parts/states.tsx';
import { dayNumber } from '../../words/format.ts';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { DayBoats } from './day-boats.tsx';
import { DayFigures } from './day-figures.tsx';
import { catalogue } from './words.ts';

const route = getRouteApi('/expedicoes/$dia');

/** One planned day: which of its boats will miss it, and why. */
export function Shipment() {
  const { words, format } = useLanguage();
  const w = usePageWords(catalogue);
  const { dia } = route.useParams();
  const isDay = /^\d{4}-\d\d-\d\d$/.test(dia) && !Number.isNaN(dayNumber(dia));
  const title = words.titles.shipment(isDay ? format.day(dia, { weekday: true }) : dia);
  usePageTitle(title);
  return (
    <>
      <Link to="/expedicoes" className="back">
        <Icon name="left" size={14} />
        {w.back}
      </Link>
      {isDay ? <Known day={dia} title={title} /> : <Unknown text={w.badDay} />}
    </>
  );
}

function Known({ day, title }: { readonly day: string; readonly title: string }) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const result = useAnswer('/api/prodplan/shipments', { query: { from: day, to: day } });
  return (
    <Answered result={result}>
      {(answer) => {
        const [counts] = answer.data;
        if (counts === undefined) return <Unknown text={w.none(format.day(day, { weekday: true }))} />;
        const distance = dayNumber(day) - dayNumber(answer.support.as_of);
        return (
          <>
            <div className="page-head">
              <h1>{title}</h1>
              <p>
                {distance < 0
                  ? w.passed(format.days(-distance))
                  : distance === 0
                    ? w.today
                    : w.inDays(format.days(distance))}
              </p>
            </div>
            <DayFigures answer={answer} counts={counts} />
            <DayBoats day={day} />
          </>
        );
      }}
    </Answered>
  );
}

function Unknown({ text }: { readonly text: string }) {
  const { words } = useLanguage();
  return (
    <div className="panel">
      <Empty title={text} isPage>
        <Link to="/expedicoes">{words.titles.shipments}</Link>
      </Empty>
    </div>
  );
}
