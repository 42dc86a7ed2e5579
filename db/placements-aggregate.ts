import type { IsoDate } from '../shared/calendar/dates.ts';
import type { NewProvision, PlacementFee, SavedProvision } from '../shared/model/placement.ts';

/** What placements cost at single schools, and provisions that a person thought of and named. */
export interface PlacementsStore {
  /** By school, then by date: later ones replace earlier ones from their date on. */
  readonly fees: () => readonly PlacementFee[];
  /** One of the same school and day is replaced. */
  readonly saveFee: (fee: PlacementFee) => void;
  /** False where there is none. */
  readonly deleteFee: (school_urn: number, from_on: IsoDate) => boolean;
  /** By name. */
  readonly provisions: () => readonly SavedProvision[];
  /** One of the same name is replaced. */
  readonly saveProvision: (provision: NewProvision, on: IsoDate) => SavedProvision;
  /** False where there is none. */
  readonly deleteProvision: (id: number) => boolean;
}
