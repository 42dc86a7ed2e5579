import './placement.css';
import { hrefOf, usePlace } from '../../state/place.ts';
import { SubParts } from '../../ui/sub-parts.tsx';
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
      <SubParts
        isBar
        label="Pages of placement"
        parts={PAGES}
        current={at}
        hrefOfPart={(id) => hrefOf('costs', id === '' ? ['placement'] : ['placement', id])}
      />
      <div className="placement-body">
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
    </div>
  );
}
