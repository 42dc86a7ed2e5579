/** Turn restrictions: what a relation of type `restriction` forbids or prescribes. */
import type { Tags } from './way-rules.ts';

/** A member of a relation. */
export interface Member {
  readonly type: 'node' | 'way' | 'relation';
  readonly id: number;
  readonly role: string;
}

/** A ban or a prescription at one node: from one way on to another. */
export interface TurnRule {
  readonly kind: 'no' | 'only';
  readonly from: number;
  readonly via: number;
  readonly to: number;
}

/** What became of a restriction. */
export type TurnRead =
  | { readonly kind: 'rules'; readonly rules: readonly TurnRule[] }
  /** Not for cars, or not a restriction at all. */
  | { readonly kind: 'other' }
  /** Over a way between, at some hours only, or not to be understood: left out and counted. */
  | { readonly kind: 'left_out'; readonly why: 'via_way' | 'conditional' | 'unclear' };

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
  if (via.some((each) => each.type === 'way')) return { kind: 'left_out', why: 'via_way' };
  const at = via[0];
  const isWhole = at?.type === 'node' && via.length === 1 && from.length > 0 && to.length > 0;
  if (!isWhole || [...from, ...to].some((each) => each.type !== 'way'))
    return { kind: 'left_out', why: 'unclear' };
  const kind = parts[1] === 'only' ? 'only' : 'no';
  if (kind === 'only' && to.length > 1) return { kind: 'left_out', why: 'unclear' };
  const rules = from.flatMap((a) =>
    to.map((b): TurnRule => ({ kind, from: a.id, via: at.id, to: b.id })),
  );
  return { kind: 'rules', rules };
}
