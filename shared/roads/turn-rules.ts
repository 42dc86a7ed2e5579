/** Turn restrictions: what a relation of type `restriction` forbids or prescribes. */
import type { Tags } from './way-rules.ts';

/** A member of a relation. */
export interface Member {
  readonly type: 'node' | 'way' | 'relation';
  readonly id: number;
  readonly role: string;
}

interface FromTo {
  readonly kind: 'no' | 'only';
  readonly from: number;
  readonly to: number;
}

/** A ban or a prescription at one node: from one way on to another. */
export interface NodeTurnRule extends FromTo {
  readonly via: number;
}

/**
 * The same over ways between, in the order they are driven. A prescription binds at the end of the last of them [A]: whoever came from the
 * first way and drove all between must go on by the last; they may leave those before.
 */
export interface WayTurnRule extends FromTo {
  readonly via_ways: readonly number[];
}

/** What a restriction says of two ways. */
export type TurnRule = NodeTurnRule | WayTurnRule;

/** What became of a restriction. */
export type TurnRead =
  | { readonly kind: 'rules'; readonly rules: readonly TurnRule[] }
  /** Not for cars, or not a restriction at all. */
  | { readonly kind: 'other' }
  /** At some hours only, or not to be understood: left out and counted. */
  | { readonly kind: 'left_out'; readonly why: 'conditional' | 'unclear' };

const RULE = /^(no|only)_(left_turn|right_turn|straight_on|u_turn|entry|exit)$/;
const NOT_CARS = new Set(['motorcar', 'motor_vehicle', 'vehicle', 'car']);

/** Reads one relation. */
export function readTurn(tags: Tags, members: readonly Member[]): TurnRead {
  const type = tags.get('type');
  if (type === undefined || !type.startsWith('restriction')) return { kind: 'other' };
  if (
    type !== 'restriction' &&
    type !== 'restriction:motorcar' &&
    type !== 'restriction:motor_vehicle'
  )
    return { kind: 'other' };
  const except = (tags.get('except') ?? '').split(';').map((each) => each.trim());
  if (except.some((each) => NOT_CARS.has(each))) return { kind: 'other' };
  const text =
    tags.get('restriction:motorcar') ??
    tags.get('restriction:motor_vehicle') ??
    tags.get('restriction');
  if (text === undefined) {
    const isConditional = [...tags.keys()].some((key) => /^restriction.*:conditional$/.test(key));
    return isConditional ? { kind: 'left_out', why: 'conditional' } : { kind: 'other' };
  }
  if (tags.has('day_on') || tags.has('hour_on')) return { kind: 'left_out', why: 'conditional' };
  const parts = RULE.exec(text);
  if (parts === null) return { kind: 'left_out', why: 'unclear' };
  const of = (role: string): readonly Member[] => members.filter((each) => each.role === role);
  const [from, via, to] = [of('from'), of('via'), of('to')];
  const between = viaOf(via);
  if (between === null || from.length === 0 || to.length === 0)
    return { kind: 'left_out', why: 'unclear' };
  if ([...from, ...to].some((each) => each.type !== 'way'))
    return { kind: 'left_out', why: 'unclear' };
  const kind = parts[1] === 'only' ? 'only' : 'no';
  if (kind === 'only' && to.length > 1) return { kind: 'left_out', why: 'unclear' };
  const rules = from.flatMap((a) =>
    to.map((b): TurnRule => ({ kind, from: a.id, ...between, to: b.id })),
  );
  return { kind: 'rules', rules };
}

/** One node, or ways: what a rule holds over. */
function viaOf(
  via: readonly Member[],
): Pick<NodeTurnRule, 'via'> | Pick<WayTurnRule, 'via_ways'> | null {
  const [first] = via;
  if (first === undefined) return null;
  if (via.length === 1 && first.type === 'node') return { via: first.id };
  return via.every(({ type }) => type === 'way') ? { via_ways: via.map(({ id }) => id) } : null;
}
