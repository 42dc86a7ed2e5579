import { PLAN_SEED, startPlan } from '../features/map/plan-actions.ts';
import { hrefOfValue } from '../features/value/value-address.ts';
import { backUpNow } from '../features/welcome/store-actions.ts';
import type { ApplicationFilter } from '../../shared/api/views/applications.ts';
import type { Command } from '../state/commands.ts';
import { go, hrefOf, hrefOfList } from '../state/place.ts';
import { setDense, setTheme, useTheme } from '../state/theme.ts';
import { openAbout } from './about-dialog.tsx';
import { PLACE_LIST } from './places.ts';

const always = (): true => true;

/** Lists that are asked for most, by the words people ask with. */
const LISTS: readonly {
  readonly label: string;
  readonly keywords: string;
  readonly filter: ApplicationFilter;
}[] = [
  {
    label: 'Show children without transport',
    keywords: 'unallocated no vehicle missing route',
    filter: { without_transport: true },
  },
  { label: 'Show late applications', keywords: 'deadline overdue', filter: { late: true } },
  { label: 'Show held applications', keywords: 'waiting stuck queue', filter: { held: true } },
  {
    label: 'Show applications without a TIF',
    keywords: 'form missing chase information',
    filter: { gap: 'no_tif' },
  },
  {
    label: 'Show children whose home has no position',
    keywords: 'map pin postcode geocode gap',
    filter: { gap: 'no_position' },
  },
  {
    label: 'Show children without a school',
    keywords: 'placement gap unlisted',
    filter: { gap: 'no_school' },
  },
];

const DATA_PARTS = [
  ['reports', 'Show past imports', 'report rows refused'],
  ['held', 'Show held rows', 'decide import'],
  ['backups', 'Show back-ups', 'restore backup put back undo'],
  ['settings', 'Show settings', 'preferences options deadline thresholds rates assumptions'],
] as const;

/** Parts of the Routes place, by the words people ask with. */
const ROUTE_PARTS = [
  ['over-limit', 'Show rides over their limit', 'guide reason waiver clinical 45 75 minutes'],
  ['changes', 'Show what changed since a day', 'difference before now told bedding-in list'],
  [
    'notices',
    'Show change notices',
    'tell told family school provider overdue hand-back acknowledge',
  ],
  ['rounds', 'Show retender rounds', 'gate signatures tender anew weeks spread'],
  ['sharing', 'Show which schools share vehicles', 'shared routes neighbouring apart pair'],
  ['bedding-in', 'Show how the routes bed in', 'problems september adjustments since letters'],
  ['contacts', 'Show the contact log of routes', 'concern late no-show behaviour complaint'],
  ['schools', 'Show papers for schools', 'list handover gate school sheet'],
  ['papers', 'Show papers given out', 'version given stale who has which'],
  ['sheets', 'Show providers’ sheets', 'route sheet driver print pdf give out'],
  ['families', 'Show transport details for families', 'letters mail merge parents tell'],
] as const;

/** Pages of Costs that are asked for by name. */
const PLACEMENT_PAGES = [
  ['name', 'Compare schools for a placement', 'name nearest suitable preference two budgets'],
  ['new', 'Try a new provision', 'open a school places map whitstable special'],
  ['fees', 'Show placement fees', 'dedicated schools grant high needs independent top-up'],
] as const;

/** Parts of the Providers place, by the words people ask with. */
const PROVIDER_PARTS = [
  ['people', 'Show drivers and assistants', 'people staff badge dbs competence escort PA register'],
  ['vehicles', 'Show vehicles', 'registration mark plate mot insurance lift tie-down register'],
  [
    'running-out',
    'Show what runs out',
    'expiry expires badge dbs mot insurance lift renew 60 days',
  ],
] as const;

/** Questions of value in the Costs place, by the words people ask with. */
const VALUE_COMMANDS = [
  ['claims', 'Weigh a provider’s claim', 'rise asks price increase indexation fuel wages operator'],
  ['prices', 'Show prices out of line', 'expensive dear outlier compare like for like benchmark'],
  ['alone', 'Show lone taxis that could share', 'single sole occupancy alone merge'],
  [
    'seats',
    'Show when a PTB or mileage is cheaper',
    'personal transport budget cliff edge bands consent parent',
  ],
  ['training', 'Show the payback of travel training', 'independent ITT months bus'],
] as const;

/** The places. */
export function placeCommands(): readonly Command[] {
  return [
    ...PLACE_LIST.map(({ name, label }, index) => ({
      id: `go-${name}`,
      label: `Go to ${label}`,
      shortcut: `Ctrl ${index + 1}`,
      isEnabled: always,
      run: () => {
        go(hrefOf(name));
      },
    })),
    ...LISTS.map(({ label, keywords, filter }) => ({
      id: `list-${label}`,
      label,
      keywords,
      isEnabled: always,
      run: () => {
        go(hrefOfList(filter));
      },
    })),
    ...ROUTE_PARTS.map(([part, label, keywords]) => ({
      id: `routes-${part}`,
      label,
      keywords,
      isEnabled: always,
      run: () => {
        go(hrefOf('routes', [part]));
      },
    })),
    ...PLACEMENT_PAGES.map(([page, label, keywords]) => ({
      id: `placement-page-${page}`,
      label,
      keywords,
      isEnabled: always,
      run: () => {
        go(hrefOf('costs', ['placement', page]));
      },
    })),
    ...PROVIDER_PARTS.map(([part, label, keywords]) => ({
      id: `providers-${part}`,
      label,
      keywords,
      isEnabled: always,
      run: () => {
        go(hrefOf('providers', [part]));
      },
    })),
    ...VALUE_COMMANDS.map(([part, label, keywords]) => ({
      id: `value-${part}`,
      label,
      keywords,
      isEnabled: always,
      run: () => {
        go(hrefOfValue(part));
      },
    })),
    ...DATA_PARTS.map(([part, label, keywords]) => ({
      id: `data-${part}`,
      label,
      keywords,
      isEnabled: always,
      run: () => {
        go(hrefOf('data', [part]));
      },
    })),
  ];
}

/** What can be done from anywhere. */
export function frameCommands(): readonly Command[] {
  return [
    {
      id: 'plan-county',
      label: 'Plan the county',
      keywords: 'solve build routes optimise make plan',
      isEnabled: always,
      run: () => void startPlan(null, PLAN_SEED),
    },
    {
      id: 'import',
      label: 'Import files',
      keywords: 'load upload open spreadsheet xlsx csv excel data',
      isEnabled: always,
      run: () => {
        go(hrefOf('data', ['import']));
      },
    },
    {
      id: 'back-up',
      label: 'Back up now',
      keywords: 'save copy backup',
      isEnabled: always,
      run: () => void backUpNow(),
    },
    {
      id: 'theme-light',
      label: 'Use light colours',
      keywords: 'theme day bright white mode',
      isEnabled: () => useTheme.getState().choice !== 'light' || 'Light colours are in use.',
      run: () => {
        setTheme('light');
      },
    },
    {
      id: 'theme-dark',
      label: 'Use dark colours',
      keywords: 'theme night black mode',
      isEnabled: () => useTheme.getState().choice !== 'dark' || 'Dark colours are in use.',
      run: () => {
        setTheme('dark');
      },
    },
    {
      id: 'theme-system',
      label: 'Use the colours of this machine',
      keywords: 'theme system automatic',
      isEnabled: () =>
        useTheme.getState().choice !== 'system' || 'The colours follow this machine.',
      run: () => {
        setTheme('system');
      },
    },
    {
      id: 'dense',
      label: 'Make rows lower or higher',
      keywords: 'dense compact spacing comfortable',
      isEnabled: always,
      run: () => {
        setDense(!useTheme.getState().dense);
      },
    },
    {
      id: 'about',
      label: 'About Kerbside',
      keywords: 'version licences help credits',
      isEnabled: always,
      run: openAbout,
    },
  ];
}
