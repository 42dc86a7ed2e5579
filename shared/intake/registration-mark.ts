/** Shapes of registration marks in Great Britain and Northern Ireland, each with where its space stands (DVLA INF104, 2024). */
const SHAPES: readonly RegExp[] = [
  /^([A-Z]{2}\d{2})([A-Z]{3})$/,
  /^([A-Z]\d{1,3})([A-Z]{3})$/,
  /^([A-Z]{3})(\d{1,3}[A-Z])$/,
  /^([A-Z]{1,3})(\d{1,4})$/,
  /^(\d{1,4})([A-Z]{1,3})$/,
];

/**
 * A registration mark in its one form: `gk19abc` is `GK19 ABC`. `usual` is false for a mark of no known shape, kept as it is; null where the
 * text is no mark at all.
 */
export function parseMark(text: string): { readonly mark: string; readonly usual: boolean } | null {
  const bare = text.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
  for (const shape of SHAPES) {
    const match = shape.exec(bare);
    if (match !== null) return { mark: `${match[1]} ${match[2]}`, usual: true };
  }
  return /^[A-Z0-9]{3,9}$/.test(bare) && /\d/.test(bare) ? { mark: bare, usual: false } : null;
}
