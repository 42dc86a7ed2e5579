/** What each mark means, once for the screen's legend and once for the exported picture. */

export type LegendMark =
  'school' | 'in_place' | 'planned' | 'not_planned' | 'unallocated' | 'cluster' | 'route';

export interface LegendItem {
  readonly mark: LegendMark;
  readonly label: string;
}

const ALWAYS: readonly LegendItem[] = [
  { mark: 'unallocated', label: 'Home of a client without a route' },
  { mark: 'in_place', label: 'Home, transport in place' },
  { mark: 'planned', label: 'Home, planned, not confirmed' },
  { mark: 'not_planned', label: 'Home, no plan yet' },
];

/** The marks a view can hold: clusters only with no school chosen, routes only with one. */
export function legendItems(view: {
  readonly school: boolean;
  readonly clusters: boolean;
}): readonly LegendItem[] {
  return [
    ...ALWAYS,
    ...(view.clusters ? [{ mark: 'cluster' as const, label: 'That many homes together' }] : []),
    { mark: 'school', label: 'School, sized by clients' },
    ...(view.school ? [{ mark: 'route' as const, label: 'Route, towards the school' }] : []),
  ];
}
