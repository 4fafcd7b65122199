import './command-box.css';
import { lazy, Suspense, useEffect, useState } from 'react';
import { usePageWords } from '../../words/language.tsx';
import { Icon } from '../icon.tsx';
import { commandWords } from './words.ts';

const CommandDialog = lazy(() => import('./command-dialog.tsx'));

/** One key, or a press, from anywhere to anywhere. What it needs comes when it is first opened. */
export function CommandBox() {
  const w = usePageWords(commandWords);
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const open = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target))
        return;
      event.preventDefault();
      setOpen(true);
    };
    addEventListener('keydown', open);
    return () => removeEventListener('keydown', open);
  }, []);
  return (
    <>
      <button type="button" className="command-button" onClick={() => setOpen(true)} aria-keyshortcuts="/">
        <Icon name="search" />
        <span className="command-button-text">{w.open}</span>
        <span className="command-key" aria-hidden="true">
          /
        </span>
      </button>
      {isOpen ? (
        <Suspense fallback={null}>
          <CommandDialog close={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}

/** Where a slash is a character of a text. */
function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
