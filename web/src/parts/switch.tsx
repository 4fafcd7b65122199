import './switch.css';

interface SwitchProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  readonly change: (value: T) => void;
}

/** Two or three views of the same thing, one of them chosen. */
export function Switch<T extends string>({ label, value, options, change }: SwitchProps<T>) {
  return (
    <fieldset className="switch">
      <legend className="sr">{label}</legend>
      {options.map(([one, text]) => (
        <button key={one} type="button" aria-pressed={one === value} onClick={() => change(one)}>
          {text}
        </button>
      ))}
    </fieldset>
  );
}
