/** The running service: where a route stands between a plan and a vehicle at the door, and what its provider confirmed for whom. */
import type { DayMask } from '../calendar/day-mask.ts';
import type { IsoDate } from '../calendar/dates.ts';
import type { StopPlace } from './stop-place.ts';

/** States that somebody signs, in the order of a route's life. */
export const SIGNED_STATES = [
  'drafted',
  'out_to_tender',
  'bids_in',
  'awarded',
  'confirmed',
  'handed_back',
] as const;
export type SignedState = (typeof SIGNED_STATES)[number];

/** Every state of a route. `running` and `ended` come by themselves from the contract's first and last day. */
export const ROUTE_STATES = [
  'drafted',
  'out_to_tender',
  'bids_in',
  'awarded',
  'confirmed',
  'running',
  'ended',
  'handed_back',
] as const;
export type RouteState = (typeof ROUTE_STATES)[number];

/** How a provider let the council know; '' where nobody at a provider had to, or it is not known. */
export const SAID_HOW = ['', 'email', 'telephone', 'letter', 'portal', 'meeting'] as const;
export type SaidHow = (typeof SAID_HOW)[number];

/** One step of a route, for ever: what it became, from which day, signed by whom and why. */
export interface ServiceStep {
  readonly id: number;
  readonly route_ref: string;
  /** The contract that the step is about; null while the route is not let. */
  readonly contract_id: number | null;
  readonly state: SignedState;
  /** The first day on which it holds. Of a hand-back the day after the last that the provider runs. */
  readonly on: IsoDate;
  readonly by: string;
  readonly why: string;
  /** Who at the provider said so; '' where it is not known. */
  readonly said_by: string;
  readonly how: SaidHow;
  /** Clock of the change that recorded it; '' for what was in the store before steps were kept. */
  readonly recorded: string;
}

/** A step as it is given; who at the provider said it, and how, only where somebody did. */
export type ServiceStepGiven = Omit<ServiceStep, 'id' | 'recorded' | 'said_by' | 'how'> &
  Partial<Pick<ServiceStep, 'said_by' | 'how'>>;

/** What a provider confirmed for one child: from and to which address, on which days. */
export interface ConfirmedSeat {
  readonly contract_id: number;
  readonly client_id: number;
  readonly place: StopPlace;
  readonly mornings: DayMask;
  readonly afternoons: DayMask;
}
