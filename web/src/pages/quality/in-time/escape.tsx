import { Link } from '@tanstack/react-router';
import type { AnswerOf } from '../../../api/client.ts';
import { finalControl } from '../../../api/codes.ts';
import { useFactory } from '../../../api/factory.ts';
import { useAnswer } from '../../../api/use-answer.ts';
import { Panel } from '../../../parts/panel.tsx';
import { Answered } from '../../../parts/states.tsx';
import type { QualitySearch } from '../../../quality-search.ts';
import { useLanguage, usePageWords } from '../../../words/language.tsx';
import { boatQuery, boatsOf, type Window } from '../asked.ts';
import { catalogue } from './words.ts';

type Line = NonNullable<AnswerOf<'/api/quality/escape'>['data']>[number];

interface EscapeProps {
  readonly search: QualitySearch;
  readonly window: Window;
}

/** How long a boat went on with its defect before somebody found it. */
export function Escape({ search, window }: EscapeProps) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const result = useAnswer('/api/quality/escape', { query: boatQuery(search) });
  return (
    <Panel name="escape" title={w.escape} note={w.escapeNote} answer={result.data} figure="days_median">
      <Answered result={result}>
        {({ data }) => (
          <>
            <Table lines={data} search={search} window={window} />
            <p className="list-note">
              {w.leftOut(format.number(data[0]?.dates_lying), format.number(data[0]?.dates_missing))}
            </p>
          </>
        )}
      </Answered>
    </Panel>
  );
}

function Table({ lines, ...where }: EscapeProps & { readonly lines: readonly Line[] }) {
  const w = usePageWords(catalogue);
  return (
    <div className="list-table">
      <table data-table="escape">
        <thead>
          <tr>
            <th scope="col">{w.severity}</th>
            <th scope="col" className="n">
              {w.defects}
            </th>
            <th scope="col" className="n wide">
              {w.steps}
            </th>
            <th scope="col" className="n">
              {w.days}
            </th>
            <th scope="col" className="n">
              {w.finalControl}
            </th>
            <th scope="col" className="n wide">
              {w.escaped}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={line.name} line={line} {...where} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ line, search, window }: EscapeProps & { readonly line: Line }) {
  const { format, language } = useLanguage();
  const w = usePageWords(catalogue);
  const factory = useFactory(language);
  const { name } = line;
  const isSeverity = name !== 'all' && name !== 'none';
  const of = isSeverity ? { ...search, gravidade: name } : search;
  const parts = (some: number, all: number): string => w.ofDefects(format.number(some), format.number(all));
  return (
    <tr data-name={name}>
      <th scope="row">{name === 'all' ? w.all : isSeverity ? factory.severity(name) : w.noSeverity}</th>
      <td className="n">
        {name === 'none' ? (
          format.number(line.defects)
        ) : (
          <Link to="/barcos" search={boatsOf(of, window)}>
            {format.number(line.defects)}
          </Link>
        )}
      </td>
      <td className="n wide">{format.number(line.steps_median)}</td>
      <td className="n">
        {line.days_median === null ? format.number(null) : format.days(line.days_median)}
        {line.days_p90 === null ? null : <small>{w.upTo(format.days(line.days_p90))}</small>}
      </td>
      <td className="n">
        {name === 'none' ? (
          format.share(line.share_final_control)
        ) : (
          <Link to="/barcos" search={boatsOf({ ...of, encontra: String(finalControl) }, window)}>
            {format.share(line.share_final_control)}
          </Link>
        )}
        <small>{parts(line.defects_final_control, line.defects)}</small>
      </td>
      <td className="n wide">
        {format.share(line.share_escaped)}
        <small>{parts(line.defects_escaped, line.defects_past_demould)}</small>
      </td>
    </tr>
  );
}
