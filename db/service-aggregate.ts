/** Steps of routes between a plan and a vehicle at the door, and what providers confirmed for whom. */
import type { IsoDate } from '../shared/calendar/dates.ts';
import type { ConfirmedSeat, ServiceStep, ServiceStepGiven } from '../shared/model/service.ts';
import type { RouteStanding } from '../shared/service/states.ts';

/** A route of the plan in use as it stands on a day. */
export interface StandingRoute extends RouteStanding {
  readonly route_id: number;
  readonly route_ref: string;
  readonly contract_id: number | null;
}

export interface ServiceStore {
  /** Records a step. Which one may follow is the caller's to ask (`mayStep`). The contract's mark follows: confirmed or not. */
  readonly step: (given: ServiceStepGiven) => ServiceStep;
  /** Every step of a route, by day. */
  readonly stepsOf: (route_ref: string) => readonly ServiceStep[];
  readonly stepsOfContract: (contract_id: number) => readonly ServiceStep[];
  /** Every step, by route and day. */
  readonly steps: () => readonly ServiceStep[];
  /** Signs every route of the plan in use that is not let and has no step yet as drafted; how many. */
  readonly draftRoutes: (by: string, on: IsoDate, why: string) => number;
  /** Where every route of the plan in use stands on a day. */
  readonly routesOn: (on: IsoDate) => readonly StandingRoute[];
  readonly seats: () => readonly ConfirmedSeat[];
  readonly seatsOf: (contract_id: number) => readonly ConfirmedSeat[];
  /** Puts what a provider confirmed in the place of what it confirmed before on this contract. */
  readonly confirmSeats: (contract_id: number, seats: readonly Omit<ConfirmedSeat, 'contract_id'>[]) => void; // prettier-ignore
}
