/** The places offered to a child, as the screens show them. Money in pence, lengths in metres, times in seconds. */
import type { CostLine, Violation } from '../../model/plan.ts';
import type { AffectedChild, Offer } from '../../planning/desk/to-offer.ts';
import type { Offers } from '../../planning/offers.ts';
import type { RouteWay } from './map.ts';

/** One place, with what the map draws of it. */
export interface OfferView extends Omit<Offer, 'route' | 'disruption' | 'affected' | 'violations'> {
  /** Names of the classes, as the rate card has them. */
  readonly vehicle: string;
  readonly vehicle_was: string | null;
  readonly seats: number;
  readonly wheelchairs: number;
  readonly distance_basis: 'estimated' | 'road';
  readonly cost: readonly CostLine[];
  readonly affected: readonly (AffectedChild & { readonly name: string })[];
  readonly disruption_pence: number;
  /** What changes for whom, a sentence a child. */
  readonly disruption: readonly string[];
  readonly violations: readonly Violation[];
  /** The route as it would run; protected homes are left out. */
  readonly way: Pick<RouteWay, 'line' | 'basis'>;
  readonly stops_on_map: readonly {
    readonly client_id: number;
    readonly place: string;
    readonly lat: number;
    readonly lon: number;
    readonly number: number;
    readonly pick_up_s: number;
  }[];
}

/** The answer for one child. */
export interface OffersView extends Omit<Offers, 'offers' | 'new_route'> {
  readonly ref: string;
  readonly name: string;
  readonly school: string;
  readonly offers: readonly OfferView[];
  readonly new_route: OfferView | null;
  /** What changed since the plan was made, as sentences. */
  readonly stale: readonly string[];
  /** The plan was approved: taking a place makes it a draft again. */
  readonly approved: boolean;
}

/** What taking a place did. */
export interface PlaceTaken {
  readonly route_id: number;
  readonly ref: string;
  readonly sentence: string;
}
