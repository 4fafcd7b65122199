import './field.css';
import { type ReactNode, useId } from 'react';

interface ChoiceProps {
  readonly label: string;
  readonly value: string | undefined;
  /** What stands where nothing is chosen; null where something always is. */
  readonly any: string | null;
  readonly change: (value?: string) => void;
  readonly children: ReactNode;
}

/** One of a list: the platform's own, which opens at once on any machine. */
export function Choice({ label, value, any, change, children }: ChoiceProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value ?? ''}
        data-set={value !== undefined && any !== null}
        onChange={({ target }) => change(target.value === '' ? undefined : target.value)}
      >
        {any === null ? null : <option value="">{any}</option>}
        {children}
      </select>
    </div>
  );
}
