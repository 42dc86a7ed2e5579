import './placement.css';
import { hrefOf, usePlace } from '../../state/place.ts';
import { classNames } from '../../ui/class-names.ts';
import { FeesScreen } from './fees-screen.tsx';
import { NamingScreen } from './naming-screen.tsx';
import { PlacementsScreen } from './placements-screen.tsx';
import { ProvisionScreen } from './provision-screen.tsx';

/** The pages of Placement under its address, in the order of the questions. */
const PAGES = [
  { id: '', label: 'Every client' },
  { id: 'name', label: 'Name a placement' },
  { id: 'new', label: 'New provision' },
  { id: 'fees', label: 'Placement fees' },
] as const;

/** Where children are placed, what that costs in two budgets, and what another placement or a new school would change. */
export function PlacementScreen() {
  const page = usePlace((place) => place.path[1]) ?? '';
  const at = PAGES.find((each) => each.id === page)?.id ?? '';
  return (
    <div className="placement-screen">
      <nav className="placement-pages" aria-label="Pages of placement">
        {PAGES.map(({ id, label }) => (
          <a
            key={id}
            className={classNames('placement-page', id === at && 'placement-page-on')}
            href={hrefOf(
              'costs',
              ['placement', id].filter((part) => part !== ''),
            )}
            aria-current={id === at ? 'page' : undefined}
          >
            {label}
          </a>
        ))}
      </nav>
      {at === 'name' ? (
        <NamingScreen />
      ) : at === 'new' ? (
        <ProvisionScreen />
      ) : at === 'fees' ? (
        <FeesScreen />
      ) : (
        <PlacementsScreen />
      )}
    </div>
  );
}
