import { Link } from '@tanstack/react-router';
import type { AnswerOf } from '../../api/client.ts';
import { useSession } from '../../api/session.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Panel } from '../../parts/panel.tsx';
import { Answered } from '../../parts/states.tsx';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { catalogue } from './words.ts';

type Line = NonNullable<AnswerOf<'/api/kpis/bonus'>['data']>[number];

/** What is paid by the piece: nobody else is even asked about it. */
export function Bonus() {
  const { data: session } = useSession();
  return session?.role === 'hr' || session?.role === 'operator' ? <Paid /> : null;
}

function Paid() {
  const w = usePageWords(catalogue);
  const result = useAnswer('/api/kpis/bonus');
  return (
    <Panel name="bonus" title={w.bonus} note={w.bonusNote} answer={result.data} figure="paid_twice_eur">
      <Answered result={result}>
        {({ data }) => (
          <div className="list-table">
            <table data-table="bonus">
              <thead>
                <tr>
                  <th scope="col">{w.phase}</th>
                  <th scope="col" className="n wide">
                    {w.ended}
                  </th>
                  <th scope="col" className="n">
                    {w.paid}
                  </th>
                  <th scope="col" className="n">
                    {w.paidRework}
                  </th>
                  <th scope="col" className="n">
                    {w.paidTwice}
                  </th>
                  <th scope="col" className="n wide">
                    {w.ofBonus}
                  </th>
                </tr>
              </thead>
              <tbody>
                {data.map((line) => (
                  <Row key={line.name} line={line} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Answered>
    </Panel>
  );
}

function Row({ line }: { readonly line: Line }) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const { name, fase_id, fase_nome } = line;
  return (
    <tr data-name={name}>
      <th scope="row">
        {fase_id === null ? (
          w.all
        ) : (
          <Link to="/barcos" search={{ estado: 'OPEN', fase: String(fase_id) }}>
            {fase_nome ?? `${w.unknownPhase} (${fase_id})`}
          </Link>
        )}
      </th>
      <td className="n wide">{format.number(line.phases_finished)}</td>
      <td className="n">{format.number(line.bonus_total_eur)}</td>
      <td className="n">{format.number(line.rework_bonus_eur)}</td>
      <td className="n">
        {format.number(line.paid_twice_eur)}
        <small>{w.times(format.number(line.paid_twice))}</small>
      </td>
      <td className="n wide">{format.share(line.paid_twice_share)}</td>
    </tr>
  );
}
