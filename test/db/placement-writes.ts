/** How the writes of fees and provisions are tried on the store of a test. */
import type { Store } from '../../db/store.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import type { NewProvision, PlacementFee } from '../../shared/model/placement.ts';
import { ON, SCHOOL } from './made-store.ts';

export const FEE: PlacementFee = {
  school_urn: SCHOOL,
  from_on: isoDate('2026-04-01'),
  need: null,
  phase: null,
  fee_pence: 2_345_600,
  source: 'Invented schedule of fees',
};
export const PROVISION: NewProvision = {
  name: 'A school in Whitstable',
  lat: 51.36,
  lon: 1.03,
  needs: ['ASD', 'SLCN'],
  phases: [],
  age_from: 4,
  age_to: 16,
  places: 120,
  opens_on: isoDate('2027-09-01'),
  rule: 'distance',
};

/** Each write, and what has to be there first. */
export const PLACEMENT_WRITES: Readonly<
  Record<
    string,
    { readonly first?: (store: Store) => unknown; readonly run: (store: Store) => unknown }
  >
> = {
  'placements.saveFee': { run: ({ placements }) => placements.saveFee(FEE) },
  'placements.deleteFee': {
    first: ({ placements }) => placements.saveFee(FEE),
    run: ({ placements }) => placements.deleteFee(FEE),
  },
  'placements.saveProvision': { run: ({ placements }) => placements.saveProvision(PROVISION, ON) },
  'placements.deleteProvision': {
    first: ({ placements }) => placements.saveProvision(PROVISION, ON),
    run: ({ placements }) => placements.deleteProvision(1),
  },
};
