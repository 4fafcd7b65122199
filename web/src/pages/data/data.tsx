import './data.css';
import '../../parts/list-table.css';
import { Link } from '@tanstack/react-router';
import { usePublication } from '../../api/publication.ts';
import { usePageTitle } from '../../parts/page-title.ts';
import { Loading } from '../../parts/states.tsx';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { Gates } from './gates.tsx';
import { Issues } from './issues.tsx';
import { Rates } from './rates.tsx';
import { Rejects } from './rejects.tsx';
import { Runs } from './runs.tsx';
import { Sheets } from './sheets.tsx';
import { Upload } from './upload/upload.tsx';
import { catalogue } from './words.ts';

/** What came in with the published file, what was left out and why, and how far it carries. */
export function Data() {
  const { words } = useLanguage();
  const w = usePageWords(catalogue);
  const { data: published, error } = usePublication();
  usePageTitle(words.titles.data);
  if (published === undefined && error === null) return <Loading />;
  const run = published?.support.run_id;
  return (
    <>
      <div className="page-head">
        <h1>{words.titles.data}</h1>
        <p>{w.note}</p>
        <Link to="/dados/sem-resposta" className="data-unanswered">
          {w.unansweredLink}
        </Link>
      </div>
      <Upload />
      {run === undefined ? null : <Published run={run} />}
    </>
  );
}

function Published({ run }: { readonly run: number }) {
  return (
    <>
      <Sheets run={run} />
      <Rejects run={run} />
      <Issues />
      <Gates />
      <Rates />
      <Runs published={run} />
    </>
  );
}
