import '../../parts/list-table.css';
import type { AnswerOf } from '../../api/client.ts';
import { useFactory } from '../../api/factory.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Panel } from '../../parts/panel.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { catalogue } from './words.ts';

type Line = NonNullable<AnswerOf<'/api/quality/defect-lines'>['data']>[number];

const most_lines = 200;

/** Each error line of the boat with its text: where it was found, what caused it, and of what kind it is. */
export function Errors({ of }: { readonly of: number }) {
  const w = usePageWords(catalogue);
  const result = useAnswer('/api/quality/defect-lines', { query: { of_id: of, limit: most_lines } });
  return (
    <Panel name="boat-errors" title={w.errors} note={w.errorsNote} answer={result.data} figure="class">
      <Answered result={result}>
        {({ data }) => (data.length === 0 ? <Empty title={w.none} /> : <Table lines={data} />)}
      </Answered>
    </Panel>
  );
}

function Table({ lines }: { readonly lines: readonly Line[] }) {
  const w = usePageWords(catalogue);
  return (
    <div className="list-table">
      <table data-table="boat-errors">
        <thead>
          <tr>
            <th scope="col">{w.what}</th>
            <th scope="col">{w.severity}</th>
            <th scope="col" className="wide">
              {w.kind}
            </th>
            <th scope="col" className="wide">
              {w.found}
            </th>
            <th scope="col">{w.culprit}</th>
            <th scope="col" className="n wide">
              {w.times}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={line.rank} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ line }: { readonly line: Line }) {
  const { format, language } = useLanguage();
  const w = usePageWords(catalogue);
  const { severity, lineClass } = useFactory(language);
  const phaseOf = usePhaseNames();
  const { gravidade, detecting_fase_id, culprit_fase_id } = line;
  return (
    <tr data-line={line.rank}>
      <th scope="row">{line.text ?? w.noText}</th>
      <td>{gravidade === null ? format.number(null) : severity(String(gravidade))}</td>
      <td className="wide">{lineClass(line.class)}</td>
      <td className="wide">
        {phaseOf(detecting_fase_id)}
        {line.found_day === null ? null : <small>{format.day(line.found_day)}</small>}
      </td>
      <td>{culprit_fase_id === null ? w.noCulprit : phaseOf(culprit_fase_id)}</td>
      <td className="n wide">{format.number(line.lines)}</td>
    </tr>
  );
}

function usePhaseNames(): (id: number | null) => string {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const { data } = useAnswer('/api/prodplan/phases');
  return (id) => {
    if (id === null) return format.number(null);
    return data?.data?.find(({ fase_id }) => fase_id === id)?.fase_nome ?? w.phase(String(id));
  };
}
