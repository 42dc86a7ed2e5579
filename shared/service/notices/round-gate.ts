/** The gate of a retender round: what must be so before its new contracts carry anybody, and who signed that it is. */
import type { IsoDate } from '../../calendar/dates.ts';
import type { RoundSignature } from '../../model/retender-round.ts';

/** The lines of the gate, in their order. */
export const GATE_LINES = ['tifs', 'lots', 'confirmed', 'week', 'signatures'] as const;
export type GateLineKey = (typeof GATE_LINES)[number];

/** One child of a round. */
export interface RoundChild {
  readonly client_id: number;
  readonly tif_complete: boolean;
  /** A seat that a provider confirmed for them on the round's day. */
  readonly confirmed: boolean;
  /** The day they change. */
  readonly moves_on: IsoDate;
}

/** One route that the round lets. */
export interface RoundLot {
  readonly route_ref: string;
  readonly awarded: boolean;
}

/** What the gate looks at. */
export interface RoundFacts {
  readonly children: readonly RoundChild[];
  readonly lots: readonly RoundLot[];
  readonly signatures: readonly RoundSignature[];
  /** Percent of the children whose TIF must be complete. */
  readonly tif_percent: number;
  /** Most children who may change in one week. */
  readonly most_a_week: number;
}

/** One line: how many, of how many, and whether that is enough. */
export interface GateLine {
  readonly key: GateLineKey;
  readonly count: number;
  readonly of: number;
  /** The least that is enough; of `week` the most. */
  readonly needed: number;
  readonly met: boolean;
  /** Children who stand in the way; empty for lines that are not about children. */
  readonly client_ids: readonly number[];
  /** Routes that stand in the way. */
  readonly route_refs: readonly string[];
}

/** Where the gate stands. */
export interface RoundGate {
  readonly lines: readonly GateLine[];
  /** Every line is met. */
  readonly met: boolean;
  /** Two officers signed, and every line is met or the second signer said why it is passed all the same. */
  readonly passed: boolean;
  /** The reason it is passed with; '' where none is needed or none was given. */
  readonly override_reason: string;
}

/** Looks at every line. A round of nobody is not ready: it has nothing that could be passed. */
export function roundGate(facts: RoundFacts): RoundGate {
  const { children, lots } = facts;
  const tifs = children.filter((each) => each.tif_complete);
  const confirmed = children.filter((each) => each.confirmed);
  const awarded = lots.filter((lot) => lot.awarded);
  const week = fullestWeek(children);
  const signers = officersOf(facts.signatures);
  const needed = Math.ceil((children.length * facts.tif_percent) / 100);
  const none = { client_ids: [], route_refs: [] };
  const is = (who: (child: RoundChild) => boolean): readonly number[] =>
    children.filter((child) => !who(child)).map(({ client_id }) => client_id);
  const lines: readonly GateLine[] = [
    {
      ...none,
      key: 'tifs',
      count: tifs.length,
      of: children.length,
      needed,
      met: children.length > 0 && tifs.length >= needed,
      client_ids: is((child) => child.tif_complete),
    },
    {
      ...none,
      key: 'lots',
      count: awarded.length,
      of: lots.length,
      needed: lots.length,
      met: lots.length > 0 && awarded.length === lots.length,
      route_refs: lots.filter((lot) => !lot.awarded).map(({ route_ref }) => route_ref),
    },
    {
      ...none,
      key: 'confirmed',
      count: confirmed.length,
      of: children.length,
      needed: children.length,
      met: children.length > 0 && confirmed.length === children.length,
      client_ids: is((child) => child.confirmed),
    },
    {
      ...none,
      key: 'week',
      count: week.children,
      of: children.length,
      needed: facts.most_a_week,
      met: week.children <= facts.most_a_week,
      client_ids:
        week.children <= facts.most_a_week
          ? []
          : children.filter(({ moves_on }) => mondayOf(moves_on) === week.monday).map(({ client_id }) => client_id), // prettier-ignore
    },
    { ...none, key: 'signatures', count: signers, of: 2, needed: 2, met: signers >= 2 },
  ];
  const open = lines.filter(({ key, met }) => key !== 'signatures' && !met);
  const override_reason = facts.signatures.find(({ seat }) => seat === 2)?.override_reason ?? '';
  return {
    lines,
    met: lines.every(({ met }) => met),
    passed: signers >= 2 && (open.length === 0 || override_reason.trim() !== ''),
    override_reason,
  };
}

/** The Monday of a day's week. */
export function mondayOf(day: IsoDate): IsoDate {
  const at = new Date(`${day}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() - ((at.getUTCDay() + 6) % 7));
  return at.toISOString().slice(0, 10) as IsoDate;
}

/** The week in which most children change. */
export function fullestWeek(children: readonly Pick<RoundChild, 'moves_on'>[]): {
  readonly monday: IsoDate | null;
  readonly children: number;
} {
  let best: { readonly monday: IsoDate | null; readonly children: number } = { monday: null, children: 0 }; // prettier-ignore
  for (const [monday, those] of Map.groupBy(children, ({ moves_on }) => mondayOf(moves_on)))
    if (those.length > best.children) best = { monday, children: those.length };
  return best;
}

/** One officer signing twice is one. */
function officersOf(signatures: readonly RoundSignature[]): number {
  return new Set(signatures.map(({ officer }) => nameOf(officer))).size;
}

function nameOf(officer: string): string {
  return officer.trim().toLowerCase();
}

/** Why somebody may not sign now, each a sentence; empty where they may. */
export function signingProblems(
  gate: RoundGate,
  signatures: readonly RoundSignature[],
  given: { readonly officer: string; readonly override_reason: string },
): readonly string[] {
  const officer = nameOf(given.officer);
  const isSecond = signatures.length === 1;
  const open = gate.lines.filter(({ key, met }) => key !== 'signatures' && !met);
  return [
    ...(officer === '' ? ['Sign with your name.'] : []),
    ...(signatures.length >= 2 ? ['Two officers have signed already.'] : []),
    ...(officer !== '' && signatures.some((each) => nameOf(each.officer) === officer)
      ? ['The second signature is another officer’s.']
      : []),
    ...(isSecond && open.length > 0 && given.override_reason.trim() === ''
      ? ['Not every line is met: write why the gate is passed all the same.']
      : []),
  ];
}
