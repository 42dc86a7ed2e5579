/** Plans kept side by side, and what an edit does. Money in pence, times in seconds. */
import type { PlanComparison, Seat } from '../../edits/compare-plans.ts';
import type { EditEffect, RideChange } from '../../edits/edit-effect.ts';
import type { DifferentRoute, MovedStop } from '../../edits/different-routes.ts';
import type { PlanEdit } from '../../edits/edit.ts';
import type { SeatOnContract, SeatsOfPlan } from '../../edits/seats-of-plan.ts';
import type { Disruption, DisruptionKind } from '../../planning/disruption.ts';
import type { PlanSummary } from './plan.ts';

/** A plan in the list of all that are kept: the one in use, trials, and those before. */
export interface PlanHead extends Omit<PlanSummary, 'audit'> {
  readonly kind: 'in_use' | 'trial' | 'earlier';
  readonly passed: boolean;
  readonly broken: number;
}

/** A client whose journey an edit changes, with the name that officers know. */
export type RideView = RideChange & { readonly name: string };

/** An edit as it was made, or as it would be. */
export interface EditAnswer {
  readonly plan_id: number;
  readonly sentence: string;
  readonly effect: Omit<EditEffect, 'rides'> & { readonly rides: readonly RideView[] };
  /** Broken rules in the whole plan afterwards. */
  readonly broken: number;
  /** The route that the edit is about, as it is afterwards; null where it is closed, or not there before. */
  readonly route_id: number | null;
}

/** One of the best places for a client. */
export interface TargetAnswer extends EditAnswer {
  readonly edit: PlanEdit;
  /** The route the client would be on, and of a new one what it would be called. */
  readonly route_ref: string;
  /** Where the child goes. */
  readonly school_urn: number | null;
  readonly vehicle: string;
  readonly provider: string;
  readonly clients: number;
  readonly is_new: boolean;
}

/** A route that a child, or everyone of another route, may join by the rules of sharing. */
export interface JoinableRoute {
  readonly id: number;
  readonly ref: string;
  /** Names in the order of the morning's calls. */
  readonly schools: readonly string[];
  readonly vehicle: string;
  readonly clients: number;
  /** Seats and wheelchair spaces. */
  readonly places: number;
  /** false: joined, it would call at one school more. */
  readonly calls_there: boolean;
}

/** A child whom one plan serves otherwise than the other. */
export interface ComparedChild {
  readonly client_id: number;
  readonly ref: string;
  readonly name: string;
  readonly school: string;
  readonly sentence: string;
  readonly kinds: readonly DisruptionKind[];
  readonly disruption_pence: number;
  readonly a: Seat | null;
  readonly b: Seat | null;
}

/** A seat on a contract with the child's name. */
export type SeatView = SeatOnContract & { readonly ref: string; readonly name: string };

/** What putting a plan in use does beside the plans: seats on running contracts, and contracts that carry nobody then. */
export interface UseView extends Pick<SeatsOfPlan, 'empty'> {
  readonly released: readonly SeatView[];
  readonly restored: readonly SeatView[];
  /** Rules that the plan breaks by the records of today, once the seats have followed it. */
  readonly broken: number;
}

/** A route that two plans do not share, as the map draws it. */
export interface DifferentRouteView {
  readonly kind: DifferentRoute['kind'];
  readonly ref: string;
  readonly school: string;
  readonly clients_a: number;
  readonly clients_b: number;
  readonly cost_day_a_pence: number;
  readonly cost_day_b_pence: number;
  /** [lat, lon, ...] in the second plan, of a route that is gone in the first. */
  readonly line: readonly number[];
  /** In the first plan, of a route that runs otherwise; else empty. */
  readonly line_before: readonly number[];
}

/** What differs between two plans, for the map. */
export interface DifferencesView {
  readonly routes: readonly DifferentRouteView[];
  /** Whose stop is made by another route, or by none; `on_map`: their home may be shown. */
  readonly moved: readonly (MovedStop & {
    readonly ref: string;
    readonly name: string;
    readonly on_map: boolean;
  })[];
  readonly same: number;
}

/** Two plans side by side. */
export interface ComparisonView extends Pick<PlanComparison, 'a' | 'b' | 'routes' | 'clients'> {
  readonly heads: { readonly a: PlanHead; readonly b: PlanHead };
  readonly settled: number;
  readonly disruption_pence: number;
  readonly by_kind: Disruption['by_kind'];
  readonly children: readonly ComparedChild[];
  /** Carried in the second alone. */
  readonly gained: readonly ComparedChild[];
  /** Names of the vehicle classes by id. */
  readonly vehicles: Readonly<Record<string, string>>;
}
