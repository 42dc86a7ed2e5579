/** What bidders are told of a lot, field by field: one list for workbook and paper alike. */
import { formatTimeOfDay } from '../../format/time.ts';
import type { LotSpecification } from '../../model/tender.ts';
import { daysWords, layoutWords } from './specification.ts';

/** How a value is shown; metres and seconds are raw. */
type Kind = 'text' | 'count' | 'metres' | 'seconds';

/** What bidders may be told of a lot. Nothing else is ever written. */
export const LOT_FIELDS: readonly {
  readonly key: string;
  readonly label: string;
  readonly kind: Kind;
  readonly width: number;
  readonly of: (spec: LotSpecification) => string | number | null;
}[] = [
  { key: 'school', label: 'School', kind: 'text', width: 30, of: schoolWords },
  { key: 'vehicle', label: 'Vehicle', kind: 'text', width: 12, of: (spec) => spec.vehicle },
  { key: 'layout', label: 'Room needed', kind: 'text', width: 14, of: layoutWords },
  { key: 'layouts', label: 'Layouts that do', kind: 'text', width: 15, of: (spec) => spec.layouts.join('; ') }, // prettier-ignore
  { key: 'children', label: 'Children', kind: 'count', width: 9, of: (spec) => spec.children },
  { key: 'weight', label: 'Heaviest wheelchair with child', kind: 'text', width: 13, of: weightWords }, // prettier-ignore
  { key: 'assistants', label: 'Passenger assistants', kind: 'count', width: 11, of: (spec) => spec.assistants }, // prettier-ignore
  { key: 'competences', label: 'Crew trained in', kind: 'text', width: 20, of: (spec) => spec.competences.join(', ') }, // prettier-ignore
  { key: 'arrive', label: 'At school by', kind: 'text', width: 9, of: (spec) => formatTimeOfDay(spec.arrive_s) }, // prettier-ignore
  { key: 'depart', label: 'Leaves school', kind: 'text', width: 9, of: (spec) => formatTimeOfDay(spec.depart_s) }, // prettier-ignore
  { key: 'miles', label: 'Miles, first stop to school', kind: 'metres', width: 10, of: (spec) => spec.distance_m }, // prettier-ignore
  { key: 'minutes', label: 'Minutes to school', kind: 'seconds', width: 9, of: (spec) => spec.duration_s }, // prettier-ignore
  { key: 'home_miles', label: 'Miles, school to last stop', kind: 'metres', width: 10, of: (spec) => spec.home_m }, // prettier-ignore
  { key: 'days', label: 'Days of the week', kind: 'text', width: 11, of: (spec) => daysWords(spec.days) }, // prettier-ignore
  { key: 'days_a_year', label: 'Days a year', kind: 'count', width: 7, of: (spec) => spec.days_a_year }, // prettier-ignore
];

/** `Bower Grove School, Maidstone`. */
export function schoolWords({ school, town }: LotSpecification): string {
  return town === '' ? school : `${school}, ${town}`;
}

/** `182 kg`, or that it is not known yet; '' where nobody travels in a wheelchair. */
export function weightWords(spec: LotSpecification): string {
  const missing = spec.weights_missing === 0 ? '' : `${spec.weights_missing} not weighed yet`;
  const heaviest = spec.heaviest_kg === null ? '' : `${spec.heaviest_kg} kg`;
  return [heaviest, missing].filter((part) => part !== '').join(', ');
}
