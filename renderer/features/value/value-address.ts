import { hrefOf } from '../../state/place.ts';

/** The questions of value, each at its own address. */
export const VALUE_PARTS = ['claims', 'prices', 'alone', 'seats', 'training'] as const;
export type ValuePartName = (typeof VALUE_PARTS)[number];

/** The address of a question. */
export function hrefOfValue(part: ValuePartName): string {
  return hrefOf('costs', ['value', part]);
}

/** The address of a claim on a contract, or with a provider's name on all of its own. */
export function hrefOfClaim(
  on: { readonly contract: string } | { readonly provider: string },
): string {
  return hrefOf('costs', ['value', 'claims'], { ...on });
}
