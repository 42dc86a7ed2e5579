import { lazy, useMemo } from 'react';
import { useCommands } from '../../state/commands.ts';
import { go, hrefOf, usePlace } from '../../state/place.ts';
import { PlaceParts, type PlacePart } from '../../ui/place-parts.tsx';
import { RoutesScreen } from './routes-screen.tsx';

const SheetsScreen = lazy(async () => ({
  default: (await import('../sheets/sheets-screen.tsx')).SheetsScreen,
}));
const SchoolsScreen = lazy(async () => ({
  default: (await import('../papers/schools-screen.tsx')).SchoolsScreen,
}));
const PapersScreen = lazy(async () => ({
  default: (await import('../papers/papers-screen.tsx')).PapersScreen,
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
const ChainsScreen = lazy(async () => ({
  default: (await import('../chains/chains-screen.tsx')).ChainsScreen,
}));

const WhoScreen = lazy(async () => ({
  default: (await import('../transport/who-screen.tsx')).WhoScreen,
}));
const SharingScreen = lazy(async () => ({
  default: (await import('../sharing/sharing-screen.tsx')).SharingScreen,
}));
const ContactLogScreen = lazy(async () => ({
  default: (await import('../contacts/contact-log-screen.tsx')).ContactLogScreen,
}));
const BeddingInScreen = lazy(async () => ({
  default: (await import('../contacts/bedding-in-screen.tsx')).BeddingInScreen,
}));
const NoticesScreen = lazy(async () => ({
  default: (await import('../notices/notices-screen.tsx')).NoticesScreen,
}));

const RoundsScreen = lazy(async () => ({
  default: (await import('../rounds/rounds-screen.tsx')).RoundsScreen,
}));

const PLAN = 'Plan';
const TRANSPORT = 'Transport';
const CHANGES = 'Changes';
const PAPERS = 'Papers';

/** By task: the routes as planned, whether children are carried, what changes, and what is given out. Addresses know no groups. */
const PARTS: readonly PlacePart[] = [
  { path: '', label: 'List', group: PLAN, Screen: RoutesScreen },
  { path: 'over-limit', label: 'Over the limit', group: PLAN, Screen: OverLimitScreen },
  { path: 'one-vehicle', label: 'Runs that one vehicle could do', group: PLAN, Screen: ChainsScreen }, // prettier-ignore
  { path: 'sharing', label: 'Sharing', group: PLAN, Screen: SharingScreen },
  { path: 'who', label: 'Who has transport', group: TRANSPORT, Screen: WhoScreen },
  { path: 'bedding-in', label: 'Bedding-in', group: TRANSPORT, Screen: BeddingInScreen },
  { path: 'contacts', label: 'Contact log', group: TRANSPORT, Screen: ContactLogScreen },
  { path: 'changes', label: 'Since a day', group: CHANGES, Screen: ChangesScreen },
  { path: 'notices', label: 'Notices', group: CHANGES, Screen: NoticesScreen },
  { path: 'rounds', label: 'Rounds', group: CHANGES, Screen: RoundsScreen },
  { path: 'sheets', label: 'Providers’ sheets', group: PAPERS, Screen: SheetsScreen },
  { path: 'families', label: 'Families', group: PAPERS, Screen: FamiliesScreen },
  { path: 'schools', label: 'Schools', group: PAPERS, Screen: SchoolsScreen },
  { path: 'papers', label: 'Papers given out', group: PAPERS, Screen: PapersScreen },
];

/** The Routes place: one part under the row that leads to the others. */
export function RouteParts() {
  const name = usePlace((place) => place.path[0] ?? '');
  useCommands(
    'route-parts',
    useMemo(
      () => [
        {
          id: 'one-vehicle',
          label: 'Show runs that one vehicle could do',
          isEnabled: () => true,
          run: () => {
            go(hrefOf('routes', ['one-vehicle']));
          },
        },
        {
          id: 'who-has-transport',
          label: 'Show who has transport',
          isEnabled: () => true,
          run: () => {
            go(hrefOf('routes', ['who']));
          },
        },
      ],
      [],
    ),
  );
  return <PlaceParts place="routes" label="Parts of routes" parts={PARTS} name={name} />;
}
