/** Which notices a change asks for: for each child, everybody whose knowledge of how the child is carried is no longer true. */
import type { Carriage, PartCarriage } from '../../model/carriage.ts';
import type { ChangeNotice } from '../../model/change-notice.ts';
import { changesBetween, type ChangeBasis, type ChildChange } from '../changes.ts';
import { recipientKey } from './recipient.ts';
import { someDaysFor, someDaysOf, type PartsOfChild } from './some-days.ts';

/** A notice that is asked for. */
export type NeededNotice = Pick<ChangeNotice, 'client_id' | 'who' | 'name' | 'kind' | 'changes'>;

/** What the reckoning needs. A day is named by the last row of `carriage` it knows (`as_of`). */
export interface NoticeFacts {
  /** Children who may be concerned; of others nothing is asked. */
  readonly concerned: ReadonlySet<number>;
  /** How they, and whoever shares a route with them, are carried now. */
  readonly now: readonly Carriage[];
  /** The same as it was. */
  readonly dayAt: (as_of: number) => readonly Carriage[];
  /** Their stops on some days now, and as they were; absent: none has any. */
  readonly partsNow?: readonly PartCarriage[];
  readonly partsAt?: (as_of: number) => readonly PartCarriage[];
  /** What everybody knew of a child who was told of no change since. */
  readonly knownSince: (client_id: number) => number;
  /** Recipients who were told of a change since then: what they know. By the recipient's key. */
  readonly toldSince: (client_id: number) => ReadonlyMap<string, number>;
  readonly basis: ChangeBasis;
}

/** What is asked for, and the children of whom something differs from what is known, small changes among them. */
export interface WorkedOut {
  readonly needed: readonly NeededNotice[];
  readonly differing: ReadonlySet<number>;
}

/**
 * Compares now with what each recipient knows. A child who is on no confirmed contract before or after concerns nobody yet: a family is told
 * only what is certain. Nor does a change of nothing but times within the planner's tolerance, as long as all of them together stay within.
 */
export function workOutNotices(facts: NoticeFacts): WorkedOut {
  const { concerned, basis } = facts;
  const nowOf = new Map(facts.now.map((each) => [each.client_id, each]));
  const partsNow = Map.groupBy(facts.partsNow ?? [], (each) => each.client_id);
  const days = new Map<number, ComparedDay>();
  const dayAt = (as_of: number): ComparedDay => {
    const known = days.get(as_of);
    if (known !== undefined) return known;
    const before = facts.dayAt(as_of);
    const partsBefore = Map.groupBy(facts.partsAt?.(as_of) ?? [], (each) => each.client_id);
    const made: ComparedDay = {
      confirmed: new Set(before.flatMap((each) => (each.confirmed ? [each.client_id] : []))),
      changes: new Map(
        changesBetween(before, facts.now, basis, {
          someDays: { before: someDaysOf(partsBefore, basis), after: someDaysOf(partsNow, basis) },
        }).map((each) => [each.client_id, each]),
      ),
      parts: partsBefore,
    };
    days.set(as_of, made);
    return made;
  };
  const needed: NeededNotice[] = [];
  const differing = new Set<number>();
  for (const client_id of concerned) {
    const isConfirmedNow = nowOf.get(client_id)?.confirmed === true;
    const told = facts.toldSince(client_id);
    const ask = (as_of: number, isAsked: (key: string) => boolean): void => {
      const { confirmed, changes, parts } = dayAt(as_of);
      const change = changes.get(client_id);
      if (change === undefined) return;
      differing.add(client_id);
      if (change.small || !(isConfirmedNow || confirmed.has(client_id))) return;
      const stops: PartsOfChild = { old: parts.get(client_id) ?? [], now: partsNow.get(client_id) ?? [] }; // prettier-ignore
      const notices = someDaysFor(change, stops, { basis, home: nowOf.get(client_id) ?? null });
      needed.push(...notices.filter(({ who, name }) => isAsked(recipientKey(who, name))));
    };
    ask(facts.knownSince(client_id), (key) => !told.has(key));
    for (const as_of of new Set(told.values())) ask(as_of, (key) => told.get(key) === as_of);
  }
  return { needed, differing };
}

interface ComparedDay {
  readonly confirmed: ReadonlySet<number>;
  readonly changes: ReadonlyMap<number, ChildChange>;
  readonly parts: ReadonlyMap<number, readonly PartCarriage[]>;
}
