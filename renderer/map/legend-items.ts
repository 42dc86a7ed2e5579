/** What each mark means, once for the screen's legend and once for the exported picture. */
import { HOME_WORDS } from '../../shared/model/words.ts';

export type LegendMark =
  'school' | 'in_place' | 'planned' | 'not_planned' | 'unallocated' | 'cluster' | 'route';

export interface LegendItem {
  readonly mark: LegendMark;
  readonly label: string;
}

const ALWAYS: readonly LegendItem[] = [
  { mark: 'unallocated', label: HOME_WORDS.unallocated },
  { mark: 'in_place', label: HOME_WORDS.in_place },
  { mark: 'planned', label: HOME_WORDS.planned },
  { mark: 'not_planned', label: HOME_WORDS.not_planned },
];

/** The marks a view can hold: clusters only with no school chosen, routes only with one. */
export function legendItems(view: {
  readonly school: boolean;
  readonly clusters: boolean;
}): readonly LegendItem[] {
  return [
    ...ALWAYS,
    ...(view.clusters ? [{ mark: 'cluster' as const, label: 'Homes together' }] : []),
    {
      mark: 'school',
      label: view.clusters
        ? 'School, sized by clients; small ones when nearer'
        : 'School, sized by clients',
    },
    ...(view.school ? [{ mark: 'route' as const, label: 'Route, towards the school' }] : []),
  ];
}
