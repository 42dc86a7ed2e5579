import { usePlace } from '../../state/place.ts';
import { PlaceParts, type PlacePart } from '../../ui/place-parts.tsx';
import { ProvidersScreen } from './providers-screen.tsx';

/** In the order of the work: who there is, who drives and assists, in what, and what has to be renewed. */
const PARTS: readonly PlacePart[] = [{ path: '', label: 'Providers', Screen: ProvidersScreen }];

/** The Providers place: one part under the row that leads to the others. */
export function ProviderParts() {
  const name = usePlace((place) => place.path[0] ?? '');
  return <PlaceParts place="providers" label="Parts of providers" parts={PARTS} name={name} />;
}
