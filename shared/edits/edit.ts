/** What a person may do to a plan, as data: the same words in channels, history and terminal. */
import type { AuditFacts } from '../audit/audit-facts.ts';
import type { Result } from '../kernel/result.ts';
import type { Plan } from '../model/plan.ts';
import type { StopPlace } from '../model/stop-place.ts';

/** The records an edit reads: those that planning and the audit read. */
export type EditFacts = AuditFacts;

/** Where a client is put: a route of the plan, or a new route with a vehicle of a class. */
export type Target =
  | { readonly route_id: number; readonly position: number | null }
  | { readonly vehicle_class: string };

/** Whose stop an edit is about. `place` absent: the way from home; of `place` the first journey of the week that has no stop yet. */
interface Whose {
  readonly client_id: number;
  readonly place?: StopPlace | undefined;
}

/** One edit. Routes are named by their id in the plan; positions count a route's stops from 0, null asks for the best. */
export type PlanEdit =
  | (Whose & { readonly kind: 'move'; readonly to: Target })
  | (Whose & { readonly kind: 'reorder'; readonly position: number })
  | (Whose & { readonly kind: 'take-off'; readonly reason: string })
  | (Whose & { readonly kind: 'place'; readonly to: Target })
  | {
      readonly kind: 'open';
      readonly school_urn: number;
      readonly vehicle_class: string;
      readonly layout: number;
    }
  | { readonly kind: 'close'; readonly route_id: number }
  /** In which order a shared route calls at its schools, by URN; null gives a leg back to bells and rides, absent leaves it. */
  | {
      readonly kind: 'calls';
      readonly route_id: number;
      readonly there?: readonly number[] | null | undefined;
      readonly home?: readonly number[] | null | undefined;
    }
  /** A shared route into one for each of its schools. */
  | { readonly kind: 'part'; readonly route_id: number }
  | { readonly kind: 'merge'; readonly route_id: number; readonly into_id: number }
  | {
      readonly kind: 'vehicle';
      readonly route_id: number;
      readonly vehicle_class: string;
      readonly layout: number;
    }
  | { readonly kind: 'lock'; readonly route_id: number; readonly locked: boolean }
  | { readonly kind: 'measure'; readonly route_id: number };

/** The arguments of one kind of edit. */
export type ArgsOf<K extends PlanEdit['kind']> = Extract<PlanEdit, { readonly kind: K }>;

/** A plan after an edit, and what the history says of it. The audit is still that of the plan before. */
export interface Edited {
  readonly plan: Plan;
  /** What was done, to whom, for the history: `KT26-0123 moved from MEA-001 to MEA-004`. */
  readonly sentence: string;
  /** The client it is about; null where it is about a route. */
  readonly client_id: number | null;
}

/** Every edit is pure: the plan given is left as it is. */
export type Edit<K extends PlanEdit['kind']> = (
  plan: Plan,
  args: ArgsOf<K>,
  facts: EditFacts,
) => Result<Edited>;
