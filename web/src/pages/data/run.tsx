import './data.css';
import '../../parts/list-table.css';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Icon } from '../../parts/icon.tsx';
import { usePageTitle } from '../../parts/page-title.ts';
import { Empty, Recorded } from '../../parts/states.tsx';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { Rejects } from './rejects.tsx';
import { Rollback } from './rollback/rollback.tsx';
import { Sheets } from './sheets.tsx';
import { UnderWay } from './under-way.tsx';
import { useRun } from './use-run.ts';
import { catalogue } from './words.ts';

const route = getRouteApi('/dados/cargas/$n');

/** One run, published or not: its sheets, and what it left out. */
export function Run() {
  const { n } = route.useParams();
  const w = usePageWords(catalogue);
  usePageTitle(w.run(n));
  return (
    <>
      <Link to="/dados" className="back">
        <Icon name="left" size={14} />
        {w.back}
      </Link>
      {/^[1-9]\d{0,7}$/.test(n) ? <Known run={Number(n)} /> : <NoRun n={n} />}
    </>
  );
}

function Known({ run }: { readonly run: number }) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const result = useRun(run);
  if (result.error?.problem?.code === 'NO_SUCH_RUN') return <NoRun n={String(run)} />;
  return (
    <Recorded result={result}>
      {({ data }) => (
        <>
          <div className="page-head">
            <h1>{w.run(String(run))}</h1>
            <p>
              {data.source_name}, {format.moment(data.as_of)}: {w.statuses[data.status] ?? data.status}
            </p>
          </div>
          {data.error_message === null ? null : (
            <div className="panel">
              <Empty title={data.error_message}>
                {data.error_remedy === null ? null : <p>{data.error_remedy}</p>}
              </Empty>
            </div>
          )}
          {data.status === 'running' ? (
            <UnderWay progress={data.progress} stage={data.stage} />
          ) : (
            <>
              <Rollback run={data} />
              <Sheets run={run} />
              <Rejects run={run} />
            </>
          )}
        </>
      )}
    </Recorded>
  );
}

function NoRun({ n }: { readonly n: string }) {
  const w = usePageWords(catalogue);
  return (
    <div className="panel">
      <Empty title={w.noRun(n)} isPage>
        <Link to="/dados">{w.back}</Link>
      </Empty>
    </div>
  );
}
