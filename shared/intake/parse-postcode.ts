/** A postcode as written. `no_place`: a code for no fixed abode or an unknown home. */
export type PostcodeRead =
  | { readonly kind: 'postcode'; readonly postcode: string }
  | { readonly kind: 'no_place'; readonly postcode: string }
  | { readonly kind: 'not_understood' };

/**
 * Upper case with one space. The shape is that of BS 7666; the last two letters may be any, since invented postcodes
 * use letters that real ones leave out. ZZ99 codes are the NHS's for no fixed abode and unknown homes (NHS Data Dictionary).
 */
export function parsePostcode(text: string): PostcodeRead {
  const cell = text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  const match = /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/.exec(cell);
  if (!match) return { kind: 'not_understood' };
  const postcode = `${match[1]} ${match[2]}`;
  return cell.startsWith('ZZ') ? { kind: 'no_place', postcode } : { kind: 'postcode', postcode };
}

/** The letters a postcode begins with: `ME` of `ME14 1XQ`. */
export function postcodeArea(postcode: string): string {
  return /^[A-Z]{1,2}/.exec(postcode)?.[0] ?? '';
}
