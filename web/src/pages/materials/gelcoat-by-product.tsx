import { Link } from '@tanstack/react-router';
import { useAnswer } from '../../api/use-answer.ts';
import { Panel } from '../../parts/panel.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { GelcoatTable } from './gelcoat-table.tsx';
import { catalogue } from './words.ts';

const mostModels = 12;

export function GelcoatByProduct() {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const result = useAnswer('/api/smartinventory/gelcoat_theoretical_usage', {
    query: { by: 'product', open_only: 'true', sort: '-kg', limit: mostModels },
  });
  return (
    <Panel
      name="gelcoat-models"
      title={w.byProduct}
      note={w.byProductNote}
      answer={result.data}
      figure="deck_kg"
    >
      <Answered result={result}>
        {({ data, next_cursor }) =>
          data.length === 0 ? (
            <Empty title={w.none} />
          ) : (
            <>
              <GelcoatTable
                name="gelcoat-models"
                head={w.product}
                rows={data}
                keyOf={({ produto_id }) => String(produto_id)}
                nameOf={({ produto_id, produto_nome }) =>
                  produto_id === null ? (
                    w.unknownModel
                  ) : (
                    <Link to="/barcos" search={{ estado: 'OPEN', produto: String(produto_id) }}>
                      {produto_nome ?? `${w.unknownModel} (${produto_id})`}
                    </Link>
                  )
                }
              />
              {next_cursor == null ? null : <p className="list-note">{w.rest(format.number(data.length))}</p>}
            </>
          )
        }
      </Answered>
    </Panel>
  );
}
