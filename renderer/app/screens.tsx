import { lazy, Suspense, useEffect } from 'react';
import { usePlace, type PlaceName } from '../state/place.ts';
import { CatchBugs } from './catch-bugs.tsx';
import { TodayScreen } from '../features/today/today-screen.tsx';
import { ApplicationsScreen } from '../features/applications/applications-screen.tsx';

// The first screens come with the page; the map, the charts and the import come when they are gone to.
const MapScreen = lazy(async () => ({
  default: (await import('../features/map/map-screen.tsx')).MapScreen,
}));
const RouteParts = lazy(async () => ({
  default: (await import('../features/routes/route-parts.tsx')).RouteParts,
}));
const ProviderParts = lazy(async () => ({
  default: (await import('../features/providers/provider-parts.tsx')).ProviderParts,
}));
const CostsScreen = lazy(async () => ({
  default: (await import('../features/costs/costs-screen.tsx')).CostsScreen,
}));
const DataScreen = lazy(async () => ({
  default: (await import('../features/data/data-screen.tsx')).DataScreen,
}));

const SCREENS: Readonly<Record<PlaceName, React.ComponentType>> = {
  today: TodayScreen,
  applications: ApplicationsScreen,
  map: MapScreen,
  routes: RouteParts,
  providers: ProviderParts,
  costs: CostsScreen,
  data: DataScreen,
};

/** The screen of the place a person stands at. */
export function Screens() {
  const name = usePlace((place) => place.name);
  const at = usePlace((place) => [place.name, ...place.path].join('/'));
  useEffect(() => {
    const main = document.getElementById('main');
    if (main === null) return;
    main.dataset['place'] = at;
    // Whoever comes by a shortcut or the palette goes on with Tab from here, and a screen reader hears the new screen.
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (lost) main.focus({ preventScroll: true });
  }, [at]);
  const Screen = SCREENS[name];
  return (
    <CatchBugs key={name}>
      <Suspense fallback={<div className="app-loading" aria-busy="true" />}>
        <Screen />
      </Suspense>
    </CatchBugs>
  );
}
