/** Work shared out evenly: whoever has least open gets the next, children of one family stay with one officer. */

/** An application to be shared out. */
export interface Shareable {
  readonly client_id: number;
  /** Children of one home share it; '' for a child whose home is not known. */
  readonly family: string;
  readonly assigned_to: string;
}

/**
 * Gives every application an officer. `open` is what each has open besides these. A family goes together; whoever has a child of it
 * keeps it up to the even share, the rest goes to whoever has least, the largest family first, level ones in the order given: the
 * same input gives the same answer, whatever order the applications come in.
 */
export function shareOut(
  work: readonly Shareable[],
  officers: readonly string[],
  open: ReadonlyMap<string, number>,
): ReadonlyMap<number, string> {
  const given = new Map<number, string>();
  if (officers.length === 0) return given;
  const load = new Map(officers.map((officer) => [officer, open.get(officer) ?? 0]));
  const loadOf = (officer: string): number => load.get(officer) ?? 0;
  const give = (family: readonly Shareable[], officer: string): void => {
    for (const { client_id } of family) given.set(client_id, officer);
    load.set(officer, loadOf(officer) + family.length);
  };
  const level = evenLevel(work.length, [...load.values()]);
  const rest = families(work).filter((family) => {
    const now = family.find(({ assigned_to }) => load.has(assigned_to))?.assigned_to;
    if (now === undefined || loadOf(now) + family.length > level) return true;
    give(family, now);
    return false;
  });
  for (const family of rest) {
    give(
      family,
      officers.reduce((best, officer) => (loadOf(officer) < loadOf(best) ? officer : best)),
    );
  }
  return given;
}

/** The load to which all rise when so much more is poured in, rounded up. */
function evenLevel(more: number, loads: readonly number[]): number {
  const sorted = loads.toSorted((a, b) => a - b);
  let sum = 0;
  for (const [at, lowest] of sorted.entries()) {
    sum += lowest;
    const level = Math.ceil((sum + more) / (at + 1));
    if (at + 1 === sorted.length || level <= (sorted[at + 1] ?? 0)) return level;
  }
  return more;
}

/** By home, largest first, then by the lowest number of a child: an order of their own. */
function families(work: readonly Shareable[]): readonly (readonly Shareable[])[] {
  const byHome = new Map<string, Shareable[]>();
  for (const each of work.toSorted((a, b) => a.client_id - b.client_id)) {
    const key = each.family === '' ? `alone ${each.client_id}` : each.family;
    const known = byHome.get(key);
    if (known === undefined) byHome.set(key, [each]);
    else known.push(each);
  }
  return [...byHome.values()].toSorted(
    (a, b) => b.length - a.length || (a[0]?.client_id ?? 0) - (b[0]?.client_id ?? 0),
  );
}
