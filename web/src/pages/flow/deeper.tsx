import { useNavigate } from '@tanstack/react-router';
import type { FlowSearch, FlowView } from '../../flow-search.ts';
import { Choice } from '../../parts/choice.tsx';
import { usePageWords } from '../../words/language.tsx';
import { Conformance } from './conformance.tsx';
import { CumulativeFlow } from './cumulative.tsx';
import { catalogue } from './deeper-words.ts';
import { Restatement } from './restatement.tsx';
import { ReworkCost } from './rework-cost.tsx';

const views = {
  acumulado: CumulativeFlow,
  retrabalho: ReworkCost,
  rota: Conformance,
  correcoes: Restatement,
} as const satisfies Record<FlowView, unknown>;

/** Questions that are asked now and then: one at a time, so that the page asks the server for no more than it shows. */
export function Deeper({ search }: { readonly search: FlowSearch }) {
  const w = usePageWords(catalogue);
  const navigate = useNavigate({ from: '/fluxo' });
  const view = search.ver ?? 'acumulado';
  const Shown = views[view];
  const tools = (
    <Choice
      label={w.view}
      value={view}
      any={null}
      change={(ver) =>
        void navigate({ search: (now) => ({ ...now, ver: ver as FlowView }), resetScroll: false })
      }
    >
      {(Object.keys(views) as FlowView[]).map((one) => (
        <option key={one} value={one}>
          {w.views[one]}
        </option>
      ))}
    </Choice>
  );
  return <Shown search={search} tools={tools} />;
}
