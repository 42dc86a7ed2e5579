/** What each mark means, once for the screen's legend and once for the exported picture. */

export type LegendMark =
  'school' | 'in_place' | 'planned' | 'not_planned' | 'unallocated' | 'cluster' | 'route';

export interface LegendItem {
  readonly mark: LegendMark;
  readonly label: string;
}

const ALWAYS: readonly LegendItem[] = [
  { mark: 'unallocated', label: 'Home without a route' },
  { mark: 'in_place', label: 'Transport in place' },
  { mark: 'planned', label: 'Planned, not confirmed' },
  { mark: 'not_planned', label: 'No plan yet' },
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
