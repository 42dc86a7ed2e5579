import type { IsoDate } from '../shared/calendar/dates.ts';
import type { Scenario } from '../shared/pressure/forecast/assumptions.ts';

/** A scenario as it is kept. */
export interface KeptScenario {
  readonly id: number;
  readonly saved_on: IsoDate;
  readonly scenario: Scenario;
}

/** Scenarios that a person named. */
export interface ScenariosStore {
  /** By name. */
  readonly list: () => readonly KeptScenario[];
  /** One with the same name is replaced. */
  readonly save: (scenario: Scenario, on: IsoDate) => KeptScenario;
  /** False where there is none. */
  readonly delete: (id: number) => boolean;
}
