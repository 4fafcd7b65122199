import { Link } from '@tanstack/react-router';
import { useLanguage } from '../words/language.tsx';
import { usePageTitle } from './page-title.ts';
import { Empty } from './states.tsx';

export function Missing() {
  const { words } = useLanguage();
  usePageTitle(words.titles.missing);
  return (
    <div className="panel">
      <Empty title={words.states.missingPage} isPage>
        <Link to="/">{words.states.goHome}</Link>
      </Empty>
    </div>
  );
}
