import { lazy } from 'react';
import { usePlace } from '../../state/place.ts';
import { PlaceParts, type PlacePart } from '../../ui/place-parts.tsx';
import { ProvidersScreen } from './providers-screen.tsx';

const PeopleScreen = lazy(async () => ({
  default: (await import('./people-screen.tsx')).PeopleScreen,
}));
const VehiclesScreen = lazy(async () => ({
  default: (await import('./vehicles-screen.tsx')).VehiclesScreen,
}));
const RunningOutScreen = lazy(async () => ({
  default: (await import('./running-out-screen.tsx')).RunningOutScreen,
}));
const InvoicesScreen = lazy(async () => ({
  default: (await import('../invoices/invoices-screen.tsx')).InvoicesScreen,
}));
const TendersScreen = lazy(async () => ({
  default: (await import('../lots/tenders-screen.tsx')).TendersScreen,
}));

/** In the order of the work: who there is, who drives and assists, in what, what has to be renewed, and what is put out to them. */
const PARTS: readonly PlacePart[] = [
  { path: '', label: 'Providers', Screen: ProvidersScreen },
  { path: 'people', label: 'Drivers and assistants', Screen: PeopleScreen },
  { path: 'vehicles', label: 'Vehicles', Screen: VehiclesScreen },
  { path: 'running-out', label: 'Running out', Screen: RunningOutScreen },
  { path: 'invoices', label: 'Invoices', Screen: InvoicesScreen },
  { path: 'tenders', label: 'Tenders', Screen: TendersScreen },
];

/** The Providers place: one part under the row that leads to the others. */
export function ProviderParts() {
  const name = usePlace((place) => place.path[0] ?? '');
  return <PlaceParts place="providers" label="Parts of providers" parts={PARTS} name={name} />;
}
