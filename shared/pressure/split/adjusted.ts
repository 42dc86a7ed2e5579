/** Policy, savings, income and one-offs between two sides, and who a scenario has joining or leaving: bars of their own, of no one school. */
import type { AdjustedBar } from '../../costing/adjustment-settings.ts';
import { besidePence, type AdjustedPart, type CostSide } from './carried.ts';

/** The bars that an adjustment can move. */
type AdjustedName = AdjustedPart['kind'] | Exclude<AdjustedBar, 'none'>;

/** Moves between bars, and beside them. The bars add up to `to_pence - from_pence`. */
export interface AdjustedSplit {
  readonly from_pence: number;
  readonly to_pence: number;
  /** Clients beside the routes’ own: assumed growth, less whoever travels otherwise. */
  readonly from_clients: number;
  readonly to_clients: number;
  readonly bars: ReadonlyMap<AdjustedName, number>;
  readonly parts: readonly AdjustedMove[];
}

/** One adjustment on both sides, pence. */
export interface AdjustedMove extends Pick<AdjustedPart, 'kind' | 'within' | 'label'> {
  readonly note: string;
  readonly from_pence: number;
  readonly to_pence: number;
  readonly clients: number;
}

/** Each kind's own bar, taken out of the bar that it is part of already. */
export function adjustedSplit(from: CostSide, to: CostSide): AdjustedSplit {
  const bars = new Map<AdjustedName, number>();
  const add = (name: AdjustedName, pence: number): void => {
    bars.set(name, (bars.get(name) ?? 0) + pence);
  };
  for (const [side, sign] of [[from, -1], [to, 1]] as const) {
    for (const { kind, within, pence } of side.adjusted ?? []) {
      add(kind, sign * pence);
      if (within !== 'none') add(within, -sign * pence);
    }
  } // prettier-ignore
  const clients = ({ adjusted = [] }: CostSide): number =>
    adjusted.reduce((sum, part) => sum + (part.clients ?? 0), 0);
  return {
    from_clients: clients(from),
    to_clients: clients(to),
    from_pence: besidePence(from),
    to_pence: besidePence(to),
    bars,
    parts: movesOf(from, to),
  };
}

/** Every adjustment once, with what it is on each side. */
function movesOf(from: CostSide, to: CostSide): readonly AdjustedMove[] {
  const moves = new Map<string, AdjustedMove>();
  for (const [side, at] of [[from, 'from_pence'], [to, 'to_pence']] as const) {
    for (const { kind, within, label, note, pence, clients = 0 } of side.adjusted ?? []) {
      const key = `${kind} ${within} ${label}`;
      const known = moves.get(key) ?? { kind, within, label, note, from_pence: 0, to_pence: 0, clients: 0 }; // prettier-ignore
      moves.set(key, { ...known, note, [at]: known[at] + pence, clients: known.clients + (at === 'to_pence' ? clients : -clients) }); // prettier-ignore
    }
  } // prettier-ignore
  return [...moves.values()];
}

/** The same told the other way. */
export function turnedAdjusted({
  from_pence,
  to_pence,
  from_clients,
  to_clients,
  bars,
  parts,
}: AdjustedSplit): AdjustedSplit {
  return {
    from_pence: to_pence,
    to_pence: from_pence,
    from_clients: to_clients,
    to_clients: from_clients,
    bars: new Map([...bars].map(([name, pence]) => [otherName(name), -pence + 0])),
    parts: parts.map((part) => ({
      ...part,
      kind: otherName(part.kind),
      from_pence: part.to_pence,
      to_pence: part.from_pence,
      clients: -part.clients + 0,
    })),
  };
}

/** Who joined one way round left the other. */
function otherName<T extends AdjustedName>(name: T): T | 'joiners' | 'leavers' {
  return name === 'joiners' ? 'leavers' : name === 'leavers' ? 'joiners' : name;
}
