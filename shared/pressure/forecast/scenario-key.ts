/** How a scenario's year is named among the sides that can be compared, on the command line and in addresses. */
import type { AcademicYear } from '../../calendar/dates.ts';
import { yearKey } from '../split/year-sides.ts';
import { CENTRAL, type Scenario } from './assumptions.ts';

/** The medium-term plan looks up to five years ahead; so many years of each scenario can be compared. */
export const YEARS_COMPARED = 5;

/** `central-2027-28`, or `scenario-3-2027-28` of a scenario that is kept. */
export function scenarioKey(id: number | null, year: AcademicYear): string {
  return `${id === null ? 'central' : `scenario-${id}`}-${yearKey(year)}`;
}

/** Those that can be compared: all that are kept, and the central one until another is kept under its name. */
export function comparedScenarios(
  kept: readonly { readonly id: number; readonly scenario: Scenario }[],
): readonly { readonly id: number | null; readonly scenario: Scenario }[] {
  const isReplaced = kept.some(({ scenario }) => scenario.name === CENTRAL.name);
  return isReplaced ? kept : [{ id: null, scenario: CENTRAL }, ...kept];
}
