/** What stands for a value that tells where a child with a protected address lives. The case page alone shows it. */
export const HIDDEN = 'hidden: protected address';

/** Fields by which a protected child could be found, as SQL and code both name them. */
export const PLACE_FIELDS = [
  'home_address',
  'second_address',
  'postcode',
  'second_postcode',
  'uprn',
  'lat',
  'lon',
  'position',
  'district_code',
  'address',
  'line',
  'town',
] as const;

const PLACES: ReadonlySet<string> = new Set(PLACE_FIELDS);

/** Whether a field's value tells where a child lives. */
export function tellsPlace(field: string): boolean {
  return PLACES.has(field);
}
