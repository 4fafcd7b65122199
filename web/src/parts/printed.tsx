import { usePublication } from '../api/publication.ts';
import { useLanguage, usePageWords } from '../words/language.tsx';
import type { Carried } from './carried.ts';
import { type Footnote, footnotesOf } from './footnotes.ts';
import { measuredBy } from './gate-words.ts';
import { InPortuguese } from './in-portuguese.tsx';
import { printWords } from './print-words.ts';
import { usePrinting } from './use-printing.ts';

/** What stands at the end of a printed page: the evidence of each mark, and the address that shows the same again. */
export function Printed() {
  const w = usePageWords(printWords);
  const printing = usePrinting();
  const main = document.getElementById('conteudo');
  if (!printing || main === null) return null;
  return (
    <aside className="printed" aria-label={w.footnotes}>
      <h2>{w.footnotes}</h2>
      <ol>
        {footnotesOf(main).map((one, n) => (
          <Note key={n} {...one} />
        ))}
      </ol>
      <p>
        {w.address}: {location.href}
      </p>
    </aside>
  );
}

function Note({ title, answer }: Footnote) {
  const { words, format } = useLanguage();
  const { support, status, reason, suggestion } = answer;
  const w = words.evidence;
  const excluded = support.rows_excluded.map(({ reason: why, rows }) => `${why}: ${format.number(rows)}`);
  const told = [
    reason,
    suggestion === undefined ? undefined : `${w.remedy}: ${suggestion}`,
    support.method,
    `${w.rows}: ${format.number(support.rows_used)}.`,
    `${w.excluded}: ${excluded.length === 0 ? w.none : `${excluded.join('; ')}.`}`,
  ].filter((text) => text !== undefined);
  return (
    <li>
      <strong>
        {title} ({words.marks[status]})
      </strong>{' '}
      <InPortuguese>{told.join(' ')}</InPortuguese> <Gates answer={answer} />{' '}
      {w.source(String(support.run_id), format.moment(support.as_of))}
    </li>
  );
}

/** Those that are not wholly met. */
function Gates({ answer }: { readonly answer: Carried }) {
  const { words, format, language } = useLanguage();
  const { data: known } = usePublication();
  const weak = (answer.support.gates ?? []).filter(({ state }) => state !== 'SUPPORTED');
  if (weak.length === 0) return null;
  const told = weak.map(({ gate, covered_rows, rows }) => {
    return `${measuredBy(known?.data, gate, language)} (${words.evidence.gateText(format.number(covered_rows), format.number(rows))})`;
  });
  return `${words.evidence.gates}: ${told.join('; ')}.`;
}
