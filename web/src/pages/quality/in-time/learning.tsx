import { Link } from '@tanstack/react-router';
import type { AnswerOf } from '../../../api/client.ts';
import { useAnswer } from '../../../api/use-answer.ts';
import { Panel } from '../../../parts/panel.tsx';
import { Answered } from '../../../parts/states.tsx';
import type { QualitySearch } from '../../../quality-search.ts';
import { useLanguage, usePageWords } from '../../../words/language.tsx';
import { boatQuery } from '../asked.ts';
import { catalogue } from './words.ts';

type Line = NonNullable<AnswerOf<'/api/quality/learning'>['data']>[number];

const mostModels = 10;

/** What the first boats of a model cost in defects. */
export function Learning({ search }: { readonly search: QualitySearch }) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const { familia } = boatQuery(search);
  const result = useAnswer('/api/quality/learning', {
    query: { by: 'produto', ...(familia === undefined ? {} : { familia }) },
  });
  return (
    <Panel
      name="learning"
      title={w.learning}
      note={w.learningNote}
      answer={result.data}
      figure="ratio (learning)"
    >
      <Answered result={result}>
        {({ data }) => {
          const models = data.filter(({ produto_id }) => produto_id !== null);
          const wholes = data.filter(({ produto_id }) => produto_id === null);
          return (
            <>
              <Table lines={[...wholes, ...models.slice(0, mostModels)]} />
              {models.length > mostModels ? (
                <p className="list-note">{w.rest(format.number(mostModels))}</p>
              ) : null}
            </>
          );
        }}
      </Answered>
    </Panel>
  );
}

function Table({ lines }: { readonly lines: readonly Line[] }) {
  const w = usePageWords(catalogue);
  return (
    <div className="list-table">
      <table data-table="learning">
        <thead>
          <tr>
            <th scope="col">{w.model}</th>
            <th scope="col" className="n">
              {w.boats}
            </th>
            <th scope="col" className="n">
              {w.defects}
            </th>
            <th scope="col" className="n wide">
              {w.expected}
            </th>
            <th scope="col" className="n">
              {w.ratio}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <Row key={line.name} line={line} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ line }: { readonly line: Line }) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const { name, produto_id, ratio_low, ratio_high } = line;
  return (
    <tr data-name={name}>
      <th scope="row">
        {produto_id === null ? (
          name === 'first' ? (
            w.first
          ) : (
            w.later
          )
        ) : (
          <Link to="/barcos" search={{ produto: String(produto_id) }}>
            {line.label ?? `${w.unknownModel} (${produto_id})`}
          </Link>
        )}
      </th>
      <td className="n">{format.number(line.orders)}</td>
      <td className="n">{format.number(line.defects)}</td>
      <td className="n wide">{format.number(line.expected_defects, 1)}</td>
      <td className="n">
        {format.number(line.ratio, 2)}
        {ratio_low === null || ratio_high === null ? null : (
          <small>{w.band(format.number(ratio_low, 2), format.number(ratio_high, 2))}</small>
        )}
      </td>
    </tr>
  );
}
