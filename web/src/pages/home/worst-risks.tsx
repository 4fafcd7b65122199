import { Link } from '@tanstack/react-router';
import type { AnswerOf } from '../../api/client.ts';
import { DueChip } from '../../parts/chip.tsx';
import { EvidenceMark } from '../../parts/evidence.tsx';
import { ExportMenu } from '../../parts/export-menu.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { useLanguage } from '../../words/language.tsx';
import { useRiskQueue } from './risk-queue.ts';

type Risk = NonNullable<AnswerOf<'/api/prodplan/risk_queue'>['data']>[number];

export function WorstRisks() {
  const { words } = useLanguage();
  const w = words.home;
  const risks = useRiskQueue();
  return (
    <section className="panel" aria-labelledby="riscos">
      <div className="panel-head">
        <div>
          <h2 id="riscos">{w.risks}</h2>
          <p>{w.risksNote}</p>
        </div>
        <div className="panel-tools">
          {risks.data === undefined ? null : <EvidenceMark title={w.risks} answer={risks.data} />}
          <ExportMenu title={w.risks} answer={risks.data} />
        </div>
      </div>
      <Answered result={risks}>
        {({ data }) =>
          data.length === 0 ? (
            <Empty title={w.risksNone} />
          ) : (
            <ol className="home-risks">
              {data.map((risk) => (
                <Item key={risk.of_id} risk={risk} />
              ))}
            </ol>
          )
        }
      </Answered>
    </section>
  );
}

function Item({ risk }: { readonly risk: Risk }) {
  const { words, format, language } = useLanguage();
  const w = words.home;
  return (
    <li data-of={risk.of_id}>
      <div className="home-risk-head">
        <Link to="/barcos/$of" params={{ of: String(risk.of_id) }}>
          {risk.of_id}
        </Link>
        <span className="home-risk-model">{risk.produto_nome ?? words.boatsPage.unknownModel}</span>
        {risk.due_status === null ? null : <DueChip code={risk.due_status} />}
      </div>
      <p>{language === 'pt' ? risk.sentence : risk.sentence_en}</p>
      <p className="muted">
        {risk.fase_nome ?? words.boatsPage.unknownPhase} · {w.due} {format.day(risk.due_day)}
        {risk.expected_finish_day === null
          ? null
          : ` · ${w.expected} ${format.day(risk.expected_finish_day)}`}
      </p>
    </li>
  );
}
