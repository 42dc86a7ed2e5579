/** What each mark means, once for the screen's legend and once for the exported picture. */
import { MEASURE_WORDS, stepLabels } from '../../shared/figures/district-measures.ts';
import { HOME_WORDS } from '../../shared/model/words.ts';
import { shadeOpacity, type Layers } from './layers.ts';

export type LegendMark =
  | 'school'
  | 'in_place'
  | 'planned'
  | 'not_planned'
  | 'unallocated'
  | 'cluster'
  | 'route'
  | 'selected'
  | 'desire'
  | 'reach_45'
  | 'reach_75'
  | 'reach_estimated'
  | 'measured_car'
  | 'measured_foot'
  | 'measured_estimated'
  | 'route_gone'
  | 'route_new'
  | 'route_changed'
  | 'route_was'
  | 'heading'
  | 'shade';

export interface LegendItem {
  readonly mark: LegendMark;
  readonly label: string;
  /** Of a shade. */
  readonly opacity?: number;
}

const HOMES: readonly LegendItem[] = [
  { mark: 'in_place', label: HOME_WORDS.in_place },
  { mark: 'planned', label: HOME_WORDS.planned },
  { mark: 'not_planned', label: HOME_WORDS.not_planned },
];
const UNALLOCATED: LegendItem = { mark: 'unallocated', label: HOME_WORDS.unallocated };
const CLUSTER: LegendItem = { mark: 'cluster', label: 'Homes together' };

/** Two plans held against each other. */
const DIFFERENCES: readonly LegendItem[] = [
  { mark: 'route_gone', label: 'Route only in the first plan' },
  { mark: 'route_new', label: 'Route only in the second' },
  { mark: 'route_changed', label: 'Runs otherwise: in the second' },
  { mark: 'route_was', label: 'and in the first' },
  { mark: 'selected', label: 'Home of a child on another route, or on none' },
  { mark: 'school', label: 'School, sized by clients' },
];

/** The marks a view can hold: clusters only with no school chosen, routes only with one. */
export function legendItems(
  view: { readonly school: boolean },
  layers: Layers,
): readonly LegendItem[] {
  if (layers.differences) return DIFFERENCES;
  const { outside, schools_by } = layers;
  const sized = `School, sized by ${schools_by === 'roll' ? 'pupils on roll' : 'clients'}`;
  return [
    UNALLOCATED,
    ...(layers.homes && !outside ? HOMES : []),
    ...(layers.homes && !view.school ? [CLUSTER] : []),
    { mark: 'school', label: view.school ? sized : `${sized}; small ones when nearer` },
    ...(view.school && !outside
      ? [{ mark: 'route' as const, label: 'Route, towards the school' }]
      : []),
    ...(layers.selected === null || outside
      ? []
      : [{ mark: 'selected' as const, label: 'Selected home' }]),
    ...(layers.desire && !outside
      ? [{ mark: 'desire' as const, label: 'Home to school, straight' }]
      : []),
    ...measuredItems(layers),
    ...reachItems(layers),
    ...shadeItems(layers),
  ];
}

function measuredItems({ measured, outside }: Layers): readonly LegendItem[] {
  if (measured === null || outside) return [];
  return [
    ...(measured.car === null ? [] : [{ mark: 'measured_car' as const, label: 'Measured by car' }]),
    ...(measured.foot === null
      ? []
      : [{ mark: 'measured_foot' as const, label: 'Measured walking' }]),
    ...(measured.estimated === null
      ? []
      : [{ mark: 'measured_estimated' as const, label: 'Measured, est.' }]),
  ];
}

function reachItems({ reach }: Layers): readonly LegendItem[] {
  if (reach === null) return [];
  if (reach.basis === 'estimated')
    return [{ mark: 'reach_estimated', label: 'Within 45 and 75 min, est.' }];
  return [
    { mark: 'reach_45', label: 'Within 45 min by road' },
    { mark: 'reach_75', label: 'Within 75 min by road' },
  ];
}

function shadeItems({ shades }: Layers): readonly LegendItem[] {
  if (shades === null) return [];
  const { measure, steps } = shades;
  const { label, unit } = MEASURE_WORDS[measure];
  return [
    { mark: 'heading', label: `${label} (${unit}):` },
    ...stepLabels(measure, steps).map((text, step) => ({
      mark: 'shade' as const,
      label: text,
      opacity: shadeOpacity(step, steps.upTo.length),
    })),
  ];
}
