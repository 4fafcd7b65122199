import './data.css';
import '../../parts/list-table.css';
import { Link } from '@tanstack/react-router';
import { useAnswer } from '../../api/use-answer.ts';
import { ExportMenu } from '../../parts/export-menu.tsx';
import { Icon } from '../../parts/icon.tsx';
import { usePageTitle } from '../../parts/page-title.ts';
import { Answered } from '../../parts/states.tsx';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { catalogue } from './words.ts';

/** What nobody should read into these data, and which columns would open it. */
export function Unanswered() {
  const { language } = useLanguage();
  const w = usePageWords(catalogue);
  const result = useAnswer('/api/unanswerable');
  usePageTitle(w.unanswered);
  return (
    <>
      <Link to="/dados" className="back">
        <Icon name="left" size={14} />
        {w.back}
      </Link>
      <div className="page-head">
        <h1>{w.unanswered}</h1>
        <p>{w.unansweredNote}</p>
        <ExportMenu title={w.unanswered} answer={result.data} />
      </div>
      <section className="panel data-questions" aria-label={w.unanswered}>
        <Answered result={result}>
          {({ data }) => (
            <ul>
              {data.map((one) => (
                <li key={one.question} data-question={one.question}>
                  <h2>{one[`title_${language}`]}</h2>
                  <p>
                    <strong>{w.reason}:</strong> {one[`why_${language}`]}
                  </p>
                  <p>
                    <strong>{w.needs}:</strong> {one[`needs_${language}`]}
                  </p>
                </li>
              ))}
            </ul>
          )}
        </Answered>
      </section>
    </>
  );
}
