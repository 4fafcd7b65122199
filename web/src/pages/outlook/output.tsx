import type { AnswerOf } from '../../api/client.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Panel } from '../../parts/panel.tsx';
import { Answered } from '../../parts/states.tsx';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { catalogue } from './words.ts';

type Line = NonNullable<AnswerOf<'/api/prodplan/output'>['data']>[number];

/** Boats out in the coming weeks, with what such forecasts were off by before. */
export function Output() {
  const w = usePageWords(catalogue);
  const result = useAnswer('/api/prodplan/output');
  return (
    <Panel name="output" title={w.output} note={w.outputNote} answer={result.data} figure="expected (output)">
      <Answered result={result}>
        {({ data }) => (
          <div className="list-table">
            <table data-table="output">
              <thead>
                <tr>
                  <th scope="col">{w.until}</th>
                  <th scope="col" className="n">
                    {w.expected}
                  </th>
                  <th scope="col" className="n">
                    {w.interval}
                  </th>
                  <th scope="col" className="n wide">
                    {w.pace}
                  </th>
                  <th scope="col" className="n wide">
                    {w.held}
                  </th>
                  <th scope="col" className="n wide">
                    {w.error}
                  </th>
                </tr>
              </thead>
              <tbody>
                {data.map((line) => (
                  <Row key={line.horizon_days} line={line} />
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
  const { words, format } = useLanguage();
  const w = usePageWords(catalogue);
  return (
    <tr data-horizon={line.horizon_days}>
      <th scope="row">
        {w.weeks(format.number(line.horizon_days / 7))}
        <small>{w.upTo(format.day(line.until_day))}</small>
      </th>
      <td className="n">
        <strong>{format.number(line.expected)}</strong>
      </td>
      <td className="n">
        {line.expected_low === null
          ? words.unknown
          : w.between(format.number(line.expected_low), format.number(line.expected_high))}
      </td>
      <td className="n wide">{format.number(line.pace)}</td>
      <td className="n wide">
        {line.coverage === null
          ? words.unknown
          : w.ofWeeks(format.number(line.weeks_covered), format.number(line.weeks_judged))}
      </td>
      <td className="n wide">
        {format.share(line.median_error)}
        {line.median_error_pace === null ? null : (
          <small>{w.errorOfPace(format.share(line.median_error_pace))}</small>
        )}
      </td>
    </tr>
  );
}
