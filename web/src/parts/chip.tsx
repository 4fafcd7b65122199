import './chip.css';
import type { DueCode, StateCode } from '../api/codes.ts';
import { useFactory } from '../api/factory.ts';
import { useLanguage } from '../words/language.tsx';
import { Icon, type IconName } from './icon.tsx';

export type Tone = 'good' | 'warn' | 'bad' | 'accent' | 'quiet';

/** A state: never colour alone, always an icon and a word. */
export function Chip({ tone, icon, children }: { tone: Tone; icon: IconName; children: string }) {
  return (
    <span className="chip" data-tone={tone}>
      <Icon name={icon} size={14} />
      {children}
    </span>
  );
}

const states: Readonly<Record<StateCode, { tone: Tone; icon: IconName }>> = {
  CREATED: { tone: 'quiet', icon: 'clock' },
  IN_PROGRESS: { tone: 'accent', icon: 'gear' },
  AWAITING_SHIPPING: { tone: 'good', icon: 'box' },
  DONE: { tone: 'good', icon: 'check' },
  SCRAPPED: { tone: 'quiet', icon: 'stop' },
};

const dues: Readonly<Record<DueCode, { tone: Tone; icon: IconName }>> = {
  NO_DUE: { tone: 'quiet', icon: 'none' },
  ON_TRACK: { tone: 'good', icon: 'check' },
  AT_RISK: { tone: 'warn', icon: 'warn' },
  LATE: { tone: 'bad', icon: 'late' },
};

export function StateChip({ code }: { readonly code: StateCode }) {
  const { language } = useLanguage();
  return <Chip {...states[code]}>{useFactory(language).state(code)}</Chip>;
}

export function DueChip({ code }: { readonly code: DueCode }) {
  const { language } = useLanguage();
  return <Chip {...dues[code]}>{useFactory(language).dueStatus(code)}</Chip>;
}
