import { lazy, Suspense } from 'react';
import { hrefOf } from '../../state/place.ts';
import { ListScreen } from './list-screen.tsx';
import './application-parts.css';

// The queues bring charts and dialogs: not needed for the first screen.
const WorkScreen = lazy(async () => ({
  default: (await import('../work/work-screen.tsx')).WorkScreen,
}));

const CompletionScreen = lazy(async () => ({
  default: (await import('../tif/completion-screen.tsx')).CompletionScreen,
}));
const ComingUpScreen = lazy(async () => ({
  default: (await import('../coming-up/coming-up-screen.tsx')).ComingUpScreen,
}));
const WalkingRoutesScreen = lazy(async () => ({
  default: (await import('../walking-routes/walking-routes-screen.tsx')).WalkingRoutesScreen,
}));

/** One part of the place: its address under `#/applications`, its name, and the screen. */
interface ApplicationPart {
  readonly path: string;
  readonly label: string;
  readonly Screen: React.ComponentType;
}

const LettersScreen = lazy(async () => ({
  default: (await import('../letters/letters-screen.tsx')).LettersScreen,
}));

/** In the order of the work. The list comes with the page; the others when they are gone to (`lazy`). */
const PARTS: readonly ApplicationPart[] = [
  { path: '', label: 'List', Screen: ListScreen },
  { path: 'work', label: 'Work', Screen: WorkScreen },
  { path: 'tifs', label: 'TIFs', Screen: CompletionScreen },
  { path: 'letters', label: 'Letters', Screen: LettersScreen },
  { path: 'coming-up', label: 'Coming up', Screen: ComingUpScreen },
  { path: 'walking-routes', label: 'Walking routes', Screen: WalkingRoutesScreen },
];

/** One part of the Applications place under the row that leads to the others. */
export function ApplicationParts(props: { readonly name: string }) {
  const part = PARTS.find(({ path }) => path === props.name) ?? PARTS[0];
  if (part === undefined) return null;
  const { Screen } = part;
  return (
    <div className="app-parts">
      {PARTS.length === 1 ? null : (
        <nav className="app-parts-nav" aria-label="Parts of applications">
          {PARTS.map(({ path, label }) => (
            <a
              key={path}
              className="app-parts-link"
              href={hrefOf('applications', path === '' ? [] : [path])}
              {...(path === part.path ? { 'aria-current': 'page' } : {})}
            >
              {label}
            </a>
          ))}
        </nav>
      )}
      <Suspense fallback={<div className="app-loading" aria-busy="true" />}>
        <Screen />
      </Suspense>
    </div>
  );
}
