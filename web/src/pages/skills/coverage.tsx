import { Link } from '@tanstack/react-router';
import type { AnswerOf } from '../../api/client.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Panel } from '../../parts/panel.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { Lack } from './lack.tsx';
import { catalogue } from './words.ts';

type Line = NonNullable<AnswerOf<'/api/kpis/skill-coverage'>['data']>[number];

export function Coverage() {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const result = useAnswer('/api/kpis/skill-coverage');
  return (
    <Panel name="skills" title={w.cover} note={w.coverNote} answer={result.data} figure="qualified">
      <Answered result={result}>
        {({ data }) => {
          const few = data.filter(({ fragile }) => fragile !== null);
          if (data.length === 0) return <Empty title={w.none} />;
          return (
            <>
              {few.length === 0 ? null : <p className="skills-few">{w.few(format.number(few.length))}</p>}
              <Table lines={data} />
            </>
          );
        }}
      </Answered>
    </Panel>
  );
}

function Table({ lines }: { readonly lines: readonly Line[] }) {
  const w = usePageWords(catalogue);
  const hasNames = lines.some(({ names }) => names !== null);
  return (
    <div className="list-table">
      <table data-table="skills">
        <thead>
          <tr>
            <th scope="col">{w.phase}</th>
            <th scope="col" className="n wide">
              {w.qualified}
            </th>
            <th scope="col" className="n">
              {w.active}
            </th>
            <th scope="col" className="n">
              {w.worked}
            </th>
            <th scope="col" className="n wide">
              {w.unqualified}
            </th>
            <th scope="col" className="n">
              {w.boats}
            </th>
            <th scope="col" className="n wide">
              {w.carrying}
            </th>
            {hasNames ? <th scope="col">{w.names}</th> : null}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={line.fase_id} line={line} hasNames={hasNames} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ line, hasNames }: { readonly line: Line; readonly hasNames: boolean }) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const { fase_id, fase_nome, qualified, qualified_active, worked, worked_unqualified, names } = line;
  return (
    <tr data-phase={fase_id}>
      <th scope="row">
        <Link to="/barcos" search={{ estado: 'OPEN', fase: String(fase_id) }}>
          {fase_nome ?? `${w.unknownPhase} (${fase_id})`}
        </Link>
        {line.fragile === null ? null : <Lack reason={line.fragile} />}
      </th>
      <td className="n wide">{format.number(qualified)}</td>
      <td className="n">{format.number(qualified_active)}</td>
      <td className="n">{format.number(worked)}</td>
      <td className="n wide">{format.number(worked_unqualified)}</td>
      <td className="n">
        {format.number(line.orders)}
        {line.orders === 0 ? null : <small>{w.waiting(format.number(line.orders_waiting))}</small>}
      </td>
      <td className="n wide">{format.number(line.carrying)}</td>
      {hasNames ? <td>{names}</td> : null}
    </tr>
  );
}
