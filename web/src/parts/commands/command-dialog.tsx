import { useRouter } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { useFactory } from '../../api/factory.ts';
import { usePublication } from '../../api/publication.ts';
import { useAnswer } from '../../api/use-answer.ts';
import { useLanguage, usePageWords } from '../../words/language.tsx';
import { Icon } from '../icon.tsx';
import { useLabel } from './label.ts';
import { type Known, parse, type Suggestion } from './parse.ts';
import { commandWords } from './words.ts';

/** The platform's own dialog keeps the focus and gives it back; Esc closes it. */
export default function CommandDialog({ close }: { readonly close: () => void }) {
  const w = usePageWords(commandWords);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      className="command"
      aria-label={w.open}
      onClose={close}
      // A press beside it is on the dialog itself: what is in it fills it.
      onPointerDown={({ target }) => target === dialog.current && dialog.current.close()}
    >
      <Box close={() => dialog.current?.close()} />
    </dialog>
  );
}

function Box({ close }: { readonly close: () => void }) {
  const w = usePageWords(commandWords);
  const [typed, setTyped] = useState('');
  const [wanted, setWanted] = useState(0);
  const known = useKnown();
  const found = useMemo(() => parse(typed, known), [typed, known]);
  const active = Math.min(wanted, found.length - 1);
  const id = useId();
  const router = useRouter();
  const go = (one: Suggestion | undefined): void => {
    if (one === undefined) return;
    close();
    router.history.push(one.href);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) {
      event.preventDefault();
      setWanted((active + step + found.length) % found.length);
    }
    if (event.key === 'Enter') go(found[active]);
  };
  return (
    <div className="command-box">
      <div className="command-field">
        <Icon name="search" />
        <input
          role="combobox"
          aria-label={w.label}
          aria-expanded={found.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={found.length > 0 ? `${id}-${active}` : undefined}
          aria-autocomplete="list"
          aria-describedby={`${id}-keys`}
          placeholder={w.hint}
          value={typed}
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          onChange={({ target }) => {
            setTyped(target.value);
            setWanted(0);
          }}
          onKeyDown={onKeyDown}
        />
        <button type="button" className="icon-button" aria-label={w.close} onClick={close}>
          <Icon name="close" />
        </button>
      </div>
      <div role="listbox" id={`${id}-list`} aria-label={w.list} className="command-list">
        {found.map((one, n) => (
          <Option key={one.href} id={`${id}-${n}`} one={one} isActive={n === active} go={() => go(one)} />
        ))}
      </div>
      <p id={`${id}-keys`} className="command-keys">
        {found.length === 0 ? w.none : w.keys}
      </p>
    </div>
  );
}

interface OptionProps {
  readonly id: string;
  readonly one: Suggestion;
  readonly isActive: boolean;
  readonly go: () => void;
}

function Option({ id, one, isActive, go }: OptionProps) {
  const label = useLabel();
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys.
    <div id={id} role="option" aria-selected={isActive} data-href={one.href} onClick={go}>
      {label(one)}
    </div>
  );
}

/** Phases by the order of the factory; before they are there, everything else can be typed already. */
function useKnown(): Known {
  const { language } = useLanguage();
  const { facts } = useFactory(language);
  const phases = useAnswer('/api/prodplan/phases').data?.data;
  const day = usePublication().data?.support.as_of.slice(0, 10) ?? new Date().toISOString().slice(0, 10);
  return useMemo(
    () => ({ phases: phases ?? [], families: facts?.families ?? [], day }),
    [phases, facts, day],
  );
}
