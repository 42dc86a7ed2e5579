import { lazy, Suspense } from 'react';
import { hrefOf, usePlace } from '../../state/place.ts';
import '../applications/application-parts.css';
import { RoutesScreen } from './routes-screen.tsx';

/** A part of the Routes place: its path after `#/routes`, its name, and the screen. */
interface RoutePart {
  readonly path: string;
  readonly label: string;
  readonly Screen: React.ComponentType;
}

const SheetsScreen = lazy(async () => ({
  default: (await import('../sheets/sheets-screen.tsx')).SheetsScreen,
}));
const FamiliesScreen = lazy(async () => ({
  default: (await import('../sheets/families-screen.tsx')).FamiliesScreen,
}));
const ChangesScreen = lazy(async () => ({
  default: (await import('../sheets/changes-screen.tsx')).ChangesScreen,
}));
const OverLimitScreen = lazy(async () => ({
  default: (await import('../sheets/over-limit-screen.tsx')).OverLimitScreen,
}));

/** In the order of the work: routes, what is wrong with their rides, who is told. */
const PARTS: readonly RoutePart[] = [
  { path: '', label: 'List', Screen: RoutesScreen },
  { path: 'over-limit', label: 'Over the limit', Screen: OverLimitScreen },
  { path: 'changes', label: 'Changes', Screen: ChangesScreen },
  { path: 'sheets', label: 'Providers’ sheets', Screen: SheetsScreen },
  { path: 'families', label: 'Families', Screen: FamiliesScreen },
];

/** The Routes place: one part under the row that leads to the others. */
export function RouteParts() {
  const name = usePlace((place) => place.path[0] ?? '');
  const part = PARTS.find(({ path }) => path === name) ?? PARTS[0];
  if (part === undefined) return null;
  const { Screen } = part;
  return (
    <div className="app-parts">
      <nav className="app-parts-nav" aria-label="Parts of routes">
        {PARTS.map(({ path, label }) => (
          <a
            key={path}
            className="app-parts-link"
            href={hrefOf('routes', path === '' ? [] : [path])}
            {...(path === part.path ? { 'aria-current': 'page' } : {})}
          >
            {label}
          </a>
        ))}
      </nav>
      <Suspense fallback={<div className="app-loading" aria-busy="true" />}>
        <Screen />
      </Suspense>
    </div>
  );
}
