import './field.css';
import { useLanguage } from '../words/language.tsx';
import { Icon } from './icon.tsx';

interface FilterChipProps {
  readonly label: string;
  readonly value: string;
  readonly clear: () => void;
}

/** A filter that a click elsewhere has set; pressed, it is taken away. */
export function FilterChip({ label, value, clear }: FilterChipProps) {
  const { words } = useLanguage();
  return (
    <div className="field">
      <span className="field-label">{label}</span>
      <button type="button" className="button filter-chip" onClick={clear}>
        <span className="filter-chip-value">{value}</span>
        <Icon name="close" size={14} />
        <span className="sr">{words.boatsPage.chip(label)}</span>
      </button>
    </div>
  );
}
