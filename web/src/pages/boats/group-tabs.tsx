import { Link } from '@tanstack/react-router';
import { useFactory } from '../../api/factory.ts';
import { useZombieDays } from '../../api/rules.ts';
import type { BoatSearch } from '../../boat-search.ts';
import { useLanguage } from '../../words/language.tsx';
import { type Group, groups, type Selected } from './select.ts';

/** The groups of states, each with how many boats it has under the other filters. */
export function GroupTabs({
  search,
  counts,
}: {
  readonly search: BoatSearch;
  readonly counts: Selected['counts'];
}) {
  const { words, format, language } = useLanguage();
  const factory = useFactory(language);
  const own: Partial<Record<Group, string>> = {
    ALL: words.boatsPage.all,
    OPEN: words.boatsPage.open,
    ZOMBIE: words.boatsPage.zombies(useZombieDays()),
  };
  return (
    <nav className="boats-tabs" aria-label={words.boatsPage.states}>
      <ul>
        {groups.map((group) => (
          <li key={group}>
            <Link
              to="/barcos"
              search={{ ...search, estado: group === 'ALL' ? undefined : group }}
              className="boats-tab"
              activeProps={{}}
              activeOptions={{ exact: true, includeSearch: true, explicitUndefined: true }}
              data-group={group}
              data-current={group === (search.estado ?? 'ALL')}
              resetScroll={false}
            >
              <span>{own[group] ?? capital(factory.state(group))}</span> <b>{format.number(counts[group])}</b>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
