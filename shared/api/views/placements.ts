/** Placements as the screens show them. Money in pence a year, lengths in metres one way, times in seconds. */
import type { AcademicYear, IsoDate } from '../../calendar/dates.ts';
import type { DistancesWord } from '../../model/plan-distances.ts';
import type { PlacementFee, SavedProvision } from '../../model/placement.ts';
import type { Unallocated } from '../../model/plan.ts';
import type { Leaving } from '../../planning/at-school.ts';
import type { Candidate } from '../../pressure/placements/provision-candidates.ts';
import type { ProvisionTrial } from '../../pressure/placements/new-provision.ts';
import type {
  PlacedClient,
  PlacementDimension,
  PlacementRow,
} from '../../pressure/placements/placed-clients.ts';
import type { SideBySide } from '../../pressure/placements/side-by-side.ts';

/** A child as a list names them. */
export interface ChildNamed {
  readonly client_id: number;
  readonly ref: string;
  readonly name: string;
}

/** All placements of the plan in use, by one dimension. */
export interface PlacementsView {
  readonly year: AcademicYear;
  readonly by: PlacementDimension;
  readonly rows: readonly PlacementRow[];
  readonly total: PlacementRow;
  readonly note: string;
  readonly distances: DistancesWord;
}

/** The clients of one group, dearest difference first. */
export interface PlacedView extends PlacedClient, ChildNamed {}

/** Schools side by side for one child. */
export interface NamingView extends SideBySide, ChildNamed {
  readonly on: IsoDate;
  readonly need: string;
  readonly phase: string;
  readonly boards: boolean;
  readonly school_urn: number | null;
  readonly school: string;
  /** The network's file and days; '' where distances are estimated. */
  readonly roads: string;
  /** What the plan costs less without the child; null: on no route, or not reckoned. */
  readonly leaving: Leaving | null;
  /** Whether marginal costs were reckoned. */
  readonly reckoned: boolean;
}

/** A client of a provision tried. */
export type ProvisionClient = ChildNamed &
  Omit<Candidate, 'client' | 'school' | 'from_m' | 'to_m' | 'ride_s' | 'direct_s'> & {
    readonly school_urn: number;
    readonly school: string;
    /** null: the address is protected. */
    readonly from_m: number | null;
    readonly to_m: number | null;
  };

/** Routes planned for a provision, priced by the rate card; null: not asked for. */
export interface ProvisionRoutes {
  readonly routes: number;
  readonly clients: number;
  readonly unallocated: readonly (ChildNamed & Pick<Unallocated, 'detail'>)[];
  readonly year_pence: number;
  readonly leaving: Leaving | null;
  readonly change_pence: number;
  /** The morning's ride of those with a route: now and then, seconds a child; null for none. */
  readonly ride_before_s: number | null;
  readonly ride_after_s: number | null;
  readonly longest_ride_s: number | null;
}

/** A provision tried, as the screen shows it. */
export interface ProvisionView extends Omit<ProvisionTrial, 'placed' | 'no_place' | 'not_known'> {
  readonly placed: readonly ProvisionClient[];
  readonly no_place: readonly ProvisionClient[];
  readonly not_known: readonly { readonly why: string; readonly clients: readonly ChildNamed[] }[];
  /** Mean direct way by car of those placed, seconds; null for none. */
  readonly direct_before_s: number | null;
  readonly direct_after_s: number | null;
  readonly routes: ProvisionRoutes | null;
  readonly roads: string;
}

/** What is kept of placements: fees of schools, provisions by name. */
export interface KeptPlacements {
  readonly fees: readonly (PlacementFee & { readonly school: string })[];
  readonly provisions: readonly SavedProvision[];
}
