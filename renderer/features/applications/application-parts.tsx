import { lazy } from 'react';
import { PlaceParts, type PlacePart } from '../../ui/place-parts.tsx';
import { ListScreen } from './list-screen.tsx';

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

const LettersScreen = lazy(async () => ({
  default: (await import('../letters/letters-screen.tsx')).LettersScreen,
}));

/** In the order of the work. The list comes with the page; the others when they are gone to (`lazy`). */
const PARTS: readonly PlacePart[] = [
  { path: '', label: 'List', Screen: ListScreen },
  { path: 'work', label: 'Work', Screen: WorkScreen },
  { path: 'tifs', label: 'TIFs', Screen: CompletionScreen },
  { path: 'letters', label: 'Letters', Screen: LettersScreen },
  { path: 'coming-up', label: 'Coming up', Screen: ComingUpScreen },
  { path: 'walking-routes', label: 'Walking routes', Screen: WalkingRoutesScreen },
];

/** One part of the Applications place under the row that leads to the others. */
export function ApplicationParts(props: { readonly name: string }) {
  return (
    <PlaceParts
      place="applications"
      label="Parts of applications"
      parts={PARTS}
      name={props.name}
    />
  );
}
