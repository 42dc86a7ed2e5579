/** What a placement costs by type of provision: another budget than transport. */
import { isFee } from '../model/placement.ts';

/** Keys of the settings for placements. */
export const PLACEMENT_KEYS = ['placement_fees'] as const;
type Key = (typeof PLACEMENT_KEYS)[number];

/** Types of provision that a fee is told for. `mainstream` is the top-up for a child with a plan. */
export const FEE_KINDS = [
  'mainstream',
  'special_state',
  'non_maintained',
  'independent_day',
  'independent_boarding',
  'alternative',
  'college',
] as const;
export type FeeKind = (typeof FEE_KINDS)[number];

/** Pence a year by type of provision; null: not known, never taken for nothing. */
export type PlacementFees = Readonly<Record<FeeKind, number | null>>;

/** Whether a value tells the fee of every type, or says of it that it is not known. */
export function isPlacementFees(value: unknown): value is PlacementFees {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const given = new Map<string, unknown>(Object.entries(value));
  return (
    given.size === FEE_KINDS.length &&
    FEE_KINDS.every((kind) => given.get(kind) === null || isFee(given.get(kind)))
  );
}

/** What each may be. */
export const PLACEMENT_CHECKS: Readonly<Record<Key, (value: unknown) => value is unknown>> = {
  placement_fees: isPlacementFees,
};

/** One default: `[key, from, value, unit, label, source, estimated]`. */
export const PLACEMENT_ROWS: readonly (readonly [
  Key,
  string,
  PlacementFees,
  string,
  string,
  string,
  boolean,
])[] = [
  [
    'placement_fees',
    '2013-04-01',
    {
      mainstream: 1_500_000,
      special_state: 2_000_000,
      non_maintained: null,
      independent_day: 3_000_000,
      independent_boarding: 5_000_000,
      alternative: null,
      college: null,
    },
    'pence a year by type of provision; empty: not known',
    'Placement fees (Dedicated Schools Grant, high needs)',
    'Kent’s round figures of 2013: mainstream top-up about GBP 15,000, Kent special school 20,000, independent day 30,000, boarding 50,000. They are old: put today’s in their place before they decide anything',
    true,
  ],
];
