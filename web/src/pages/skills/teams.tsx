import { Link } from '@tanstack/react-router';
import type { AnswerOf } from '../../api/client.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Panel } from '../../parts/panel.tsx';
import { Answered } from '../../parts/states.tsx';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { catalogue } from './words.ts';

type Line = NonNullable<AnswerOf<'/api/kpis/team-size'>['data']>[number];

/** How many people take part in each phase, and how long it lasts with more of them: what goes together, not what follows. */
export function Teams() {
  const w = usePageWords(catalogue);
  const result = useAnswer('/api/kpis/team-size');
  return (
    <Panel
      name="teams"
      title={w.teams}
      note={w.teamsNote}
      answer={result.data}
      figure="duration_ratio_per_person"
    >
      <Answered result={result}>
        {({ data }) => (
          <div className="list-table">
            <table data-table="teams">
              <thead>
                <tr>
                  <th scope="col">{w.phase}</th>
                  <th scope="col" className="n">
                    {w.durations}
                  </th>
                  <th scope="col" className="n">
                    {w.peopleMean}
                  </th>
                  <th scope="col" className="n wide">
                    {w.withOne}
                  </th>
                  <th scope="col" className="n wide">
                    {w.withTwo}
                  </th>
                  <th scope="col" className="n wide">
                    {w.withMore}
                  </th>
                  <th scope="col" className="n">
                    {w.oneMore}
                  </th>
                </tr>
              </thead>
              <tbody>
                {data.map((line) => (
                  <Row key={line.fase_id} line={line} />
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
  const { fase_id, fase_nome, ratio_low, ratio_high } = line;
  const hours = (value: number | null): string =>
    value === null ? format.number(null) : format.hours(value);
  return (
    <tr data-phase={fase_id}>
      <th scope="row">
        <Link to="/barcos" search={{ estado: 'OPEN', fase: String(fase_id) }}>
          {fase_nome ?? `${w.unknownPhase} (${fase_id})`}
        </Link>
      </th>
      <td className="n">{format.number(line.durations)}</td>
      <td className="n">{format.number(line.people_mean, 1)}</td>
      <td className="n wide">{hours(line.hours_1)}</td>
      <td className="n wide">{hours(line.hours_2)}</td>
      <td className="n wide">{hours(line.hours_over_2)}</td>
      <td className="n">
        {ratio_low === null || ratio_high === null ? (
          <small>{w.tooAlike}</small>
        ) : (
          <>
            {format.number(line.duration_ratio_per_person, 2)}
            <small>{w.band(format.number(ratio_low, 2), format.number(ratio_high, 2))}</small>
          </>
        )}
      </td>
    </tr>
  );
}
