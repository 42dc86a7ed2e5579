import type { IsoDate } from '../shared/calendar/dates.ts';
import type {
  NewProvision,
  PlacementFee,
  PlacementFeeKey,
  SavedProvision,
} from '../shared/model/placement.ts';

/** What placements cost at single schools, and provisions that a person thought of and named. */
export interface PlacementsStore {
  /** By school, need, phase and date: of one need and phase later ones replace earlier ones from their date on. */
  readonly fees: () => readonly PlacementFee[];
  /** One of the same school, day, need and phase is replaced. */
  readonly saveFee: (fee: PlacementFee) => void;
  /** False where there is none. */
  readonly deleteFee: (key: PlacementFeeKey) => boolean;
  /** Who changed a fee's amount last, and from what (pence); null for one that never changed. Read once for a whole import. */
  readonly feeEdits: () => (
    key: PlacementFeeKey,
  ) => { readonly who: string; readonly before: number } | null;
  /** By name. */
  readonly provisions: () => readonly SavedProvision[];
  /** One of the same name is replaced. */
  readonly saveProvision: (provision: NewProvision, on: IsoDate) => SavedProvision;
  /** False where there is none. */
  readonly deleteProvision: (id: number) => boolean;
}
