import { useAnswer } from '../../api/use-answer.ts';
import { Figure } from '../../parts/figure.tsx';
import { FigureSlot } from '../../parts/figure-slot.tsx';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { catalogue } from './words.ts';

export function Mass() {
  const { format } = useLanguage();
  const w = usePageWords(catalogue);
  const n = format.number;
  return (
    <FigureSlot title={w.mass} result={useAnswer('/api/smartinventory/wip_mass')}>
      {(answer) => {
        const { measured_kg, model_kg, unknown_orders, orders } = answer.data.total;
        return (
          <Figure
            name="mass"
            title={w.mass}
            answer={answer}
            figure="measured_kg"
            value={<strong>{n(measured_kg + model_kg)}</strong>}
            unit={w.massUnit}
            context={w.massContext(n(measured_kg), n(model_kg))}
            comparison={unknown_orders === 0 ? undefined : w.massUnknown(n(unknown_orders), n(orders))}
          />
        );
      }}
    </FigureSlot>
  );
}
