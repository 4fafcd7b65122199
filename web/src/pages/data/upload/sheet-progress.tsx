import type { RunProgress } from '../../../api/jobs.ts';
import { Chip } from '../../../parts/chip.tsx';
import { useLanguage, usePageWords } from '../../../words/language.tsx';
import { catalogue } from './words.ts';

/** How far each sheet is, as the run tells it. */
export function SheetProgress({ progress }: { readonly progress: RunProgress | null }) {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const sheets = Object.entries(progress?.sheets ?? {});
  if (sheets.length === 0) return null;
  return (
    <div className="list-table">
      <table data-table="progress">
        <thead>
          <tr>
            <th scope="col">{w.sheet}</th>
            <th scope="col" className="n">
              {w.rows}
            </th>
            <th scope="col">{w.how}</th>
          </tr>
        </thead>
        <tbody>
          {sheets.map(([sheet, { rows, read, merged }]) => (
            <tr key={sheet} data-sheet={sheet}>
              <th scope="row">{sheet}</th>
              <td className="n">{format.number(rows)}</td>
              <td>
                {merged ? (
                  <Chip tone="good" icon="check">
                    {w.merged}
                  </Chip>
                ) : (
                  <Chip tone={read ? 'accent' : 'quiet'} icon={read ? 'check' : 'clock'}>
                    {read ? w.read : w.reading}
                  </Chip>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
