import './mark.css';
import { useLanguage } from '../words/language.tsx';
import { Icon, type IconName } from './icon.tsx';

export type Status = 'SUPPORTED' | 'DEGRADED' | 'NOT_SUPPORTED_BY_DATA';

const icons: Readonly<Record<Status, IconName>> = {
  SUPPORTED: 'check',
  DEGRADED: 'warn',
  NOT_SUPPORTED_BY_DATA: 'stop',
};

/** How far the data carry a figure: an icon and a word. */
export function Mark({ status }: { readonly status: Status }) {
  const { words } = useLanguage();
  return (
    <span className="mark" data-status={status}>
      <Icon name={icons[status]} size={13} />
      {words.marks[status]}
    </span>
  );
}
