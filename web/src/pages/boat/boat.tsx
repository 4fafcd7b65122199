import './boat.css';
import './band.css';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useAnswer } from '../../api/use-answer.ts';
import { StateChip } from '../../parts/chip.tsx';
import { EvidenceMark } from '../../parts/evidence.tsx';
import { ExportMenu } from '../../parts/export-menu.tsx';
import { Icon } from '../../parts/icon.tsx';
import { usePageTitle } from '../../parts/page-title.ts';
import { Answered, Empty } from '../../parts/states.tsx';
import { useLanguage } from '../../words/language.tsx';
import { Errors } from './errors.tsx';
import { Facts } from './facts.tsx';
import type { Order } from './order.ts';
import { Phases } from './phases.tsx';
import { sentenceOf } from './sentence.ts';

const route = getRouteApi('/barcos/$of');

/** One boat: where it stands, what it has been through, when it is to leave. */
export function Boat() {
  const { words } = useLanguage();
  const { of } = route.useParams();
  usePageTitle(words.titles.boat(of));
  return (
    <>
      <Link to="/barcos" search={{ estado: 'OPEN' }} className="back">
        <Icon name="left" size={14} />
        {words.boat.back}
      </Link>
      {/^\d{1,8}$/.test(of) && Number(of) > 0 ? (
        <Known of={Number(of)} />
      ) : (
        <Unknown text={words.boat.badNumber} />
      )}
    </>
  );
}

function Known({ of }: { readonly of: number }) {
  const { words } = useLanguage();
  const order = useAnswer('/api/prodplan/orders/{of_id}', { path: { of_id: of } });
  const phases = useAnswer('/api/prodplan/orders/{of_id}/phases', { path: { of_id: of } });
  if (order.error?.problem?.code === 'NOT_FOUND') return <Unknown text={words.boat.missing(String(of))} />;
  return (
    <Answered result={order}>
      {(answer) => (
        <>
          <Head order={answer.data} asOf={answer.support.as_of} />
          <Facts answer={answer} />
          <section className="panel" aria-labelledby="fases">
            <div className="panel-head">
              <h2 id="fases">{words.boat.timeline}</h2>
              <div className="panel-tools">
                {phases.data === undefined ? null : (
                  <EvidenceMark title={words.boat.timeline} answer={phases.data} figure="waiting_hours" />
                )}
                <ExportMenu title={words.boat.timeline} answer={phases.data} />
              </div>
            </div>
            <Answered result={phases}>
              {({ data }) => <Phases steps={data.steps} order={answer.data} asOf={answer.support.as_of} />}
            </Answered>
          </section>
          <Errors of={of} />
        </>
      )}
    </Answered>
  );
}

function Head({ order, asOf }: { readonly order: Order; readonly asOf: string }) {
  const { words, format } = useLanguage();
  return (
    <header className="boat-head">
      <div className="page-head">
        <h1>{words.titles.boat(order.of_id)}</h1>
        <span className="boat-model">{order.produto_nome ?? words.boatsPage.unknownModel}</span>
        <StateChip code={order.state} />
      </div>
      <p className="boat-sentence">{sentenceOf(order, asOf, words, format)}</p>
    </header>
  );
}

function Unknown({ text }: { readonly text: string }) {
  const { words } = useLanguage();
  return (
    <div className="panel">
      <Empty title={text} isPage>
        <Link to="/barcos">{words.titles.boats}</Link>
      </Empty>
    </div>
  );
}
