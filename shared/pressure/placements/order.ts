/** The order that groups of placements are told in. */
const collator = new Intl.Collator('en-GB', { numeric: true });

/** The largest difference first, then the most clients, then by name. */
export function largestFirst(
  a: { readonly difference_pence: number; readonly clients: number; readonly label: string },
  b: typeof a,
): number {
  return (
    b.difference_pence - a.difference_pence ||
    b.clients - a.clients ||
    collator.compare(a.label, b.label)
  );
}
