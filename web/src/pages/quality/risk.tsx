import { Link } from '@tanstack/react-router';
import type { AnswerOf } from '../../api/client.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { Chip } from '../../parts/chip.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import type { QualitySearch } from '../../quality-search.ts';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { boatQuery } from './asked.ts';
import { catalogue } from './words.ts';

type Row = NonNullable<AnswerOf<'/api/quality/risk'>['data']>[number];

const mostRows = 10;

/** Models held against the whole factory in the same months: which of them ask for another look. */
export function Risk({ search }: { readonly search: QualitySearch }) {
  const w = usePageWords(catalogue);
  const result = useAnswer('/api/quality/risk', { query: { ...boatQuery(search), limit: mostRows } });
  const when = search.de === undefined && search.ate === undefined ? w.ever : w.inPeriod;
  return (
    <Panel name="risk" title={w.risk} note={w.riskNote(when)} answer={result.data} figure="level">
      <Answered result={result}>
        {({ data }) =>
          data.length === 0 ? (
            <Empty title={w.nothing} />
          ) : (
            <>
              {data.some(({ level }) => level === 'HIGH') ? null : <p className="list-note">{w.riskQuiet}</p>}
              <Table rows={data} search={search} />
            </>
          )
        }
      </Answered>
    </Panel>
  );
}

const tones = {
  HIGH: { tone: 'bad', icon: 'warn' },
  MEDIUM: { tone: 'quiet', icon: 'none' },
  LOW: { tone: 'good', icon: 'check' },
} as const;

function Table({ rows, search }: { readonly rows: readonly Row[]; readonly search: QualitySearch }) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  return (
    <div className="list-table">
      <table data-table="risk">
        <thead>
          <tr>
            <th scope="col">{w.model}</th>
            <th scope="col">{w.phase}</th>
            <th scope="col">{w.level}</th>
            <th scope="col" className="n">
              {w.with}
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
          {rows.map((one) => (
            <tr key={one.rank}>
              <th scope="row">
                <Link
                  to="/barcos"
                  search={{
                    de: search.de,
                    ate: search.ate,
                    produto: String(one.produto_id),
                    culpada: String(one.fase_id),
                  }}
                >
                  {one.produto_nome ?? `${w.unknownModel} (${one.produto_id})`}
                </Link>
              </th>
              <td>{one.fase_nome ?? `${w.noPhase} (${one.fase_id})`}</td>
              <td>
                <Chip {...tones[one.level]}>{w.levels[one.level]}</Chip>
              </td>
              <td className="n">
                {w.withOf(format.number(one.orders_with_defect), format.number(one.orders))}
              </td>
              <td className="n wide">{format.number(one.expected_orders_with_defect, 1)}</td>
              <td className="n">
                {format.number(one.ratio, 2)}
                <small>{bandOf(one)}</small>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );

  function bandOf({ ratio_low, ratio_high, scatter }: Row): string {
    if (ratio_low !== null && ratio_high !== null)
      return w.ratioBand(format.number(ratio_low, 2), format.number(ratio_high, 2));
    return scatter === 'WITHIN_CHANCE' ? w.chance : w.tooFew;
  }
}
