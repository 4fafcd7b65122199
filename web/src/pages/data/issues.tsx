import { useAnswer } from '../../api/use-answer.ts';
import { Chip } from '../../parts/chip.tsx';
import { Panel } from '../../parts/panel.tsx';
import { Answered, Empty } from '../../parts/states.tsx';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { catalogue } from './words.ts';

const tones = {
  error: { tone: 'bad', icon: 'stop' },
  warning: { tone: 'warn', icon: 'warn' },
  info: { tone: 'quiet', icon: 'dot' },
} as const;

export function Issues() {
  const { format, language } = useLanguage();
  const w = usePageWords(catalogue);
  const result = useAnswer('/api/issue-kinds');
  return (
    <Panel name="issues" title={w.issues} note={w.issuesNote} answer={result.data}>
      <Answered result={result}>
        {({ data }) =>
          data.length === 0 ? (
            <Empty title={w.noIssues} />
          ) : (
            <div className="list-table">
              <table data-table="issues">
                <thead>
                  <tr>
                    <th scope="col">{w.what}</th>
                    <th scope="col" className="wide">
                      {w.toDo}
                    </th>
                    <th scope="col" className="wide">
                      {w.where}
                    </th>
                    <th scope="col" className="n">
                      {w.times}
                    </th>
                    <th scope="col" className="n">
                      {w.issueRows}
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {data.map((one) => (
                    <tr key={`${one.type} ${one.entity}`} data-kind={`${one.type} ${one.entity}`}>
                      <th scope="row">
                        <Chip {...tones[one.severity]}>{w.severities[one.severity]}</Chip>{' '}
                        <strong>{one[`title_${language}`]}</strong>{' '}
                        {language === 'pt' ? one.explanation : one.explanation_en}
                      </th>
                      <td className="wide">{language === 'pt' ? one.how_to_fix : one.how_to_fix_en}</td>
                      <td className="wide data-column">{one.entity}</td>
                      <td className="n">{format.number(one.issues)}</td>
                      <td className="n">{format.number(one.rows)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Answered>
    </Panel>
  );
}
