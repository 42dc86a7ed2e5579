/** Who has transport on a day, summed by reason: for the terminal and the screens alike. */
import type { Store } from '../../db/store.ts';
import type { ReasonCount, TransportAnswer } from '../../shared/api/views/service.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { NOT_YET, NOT_YET_WORDS, type NotYet } from '../../shared/service/reasons.ts';

/** Everybody's, with their sums. */
export interface TransportStatus {
  /** Null: every child on the day that counts for them. */
  readonly on: IsoDate | null;
  readonly clients: number;
  readonly in_place: number;
  readonly reasons: readonly ReasonCount[];
  readonly children: readonly TransportAnswer[];
}

/** Reads everybody's. */
export function transportStatus(store: Store, on: IsoDate | null, today: IsoDate): TransportStatus {
  const children = store.read.transport.everyone(on, today);
  return {
    on,
    clients: children.length,
    in_place: children.filter((each) => each.in_place).length,
    reasons: reasonCounts(children),
    children,
  };
}

/** Counts the first reason of each, in the order in which they are mended. */
export function reasonCounts(children: readonly TransportAnswer[]): readonly ReasonCount[] {
  const counts = new Map<NotYet, { count: number; since: IsoDate | null }>();
  for (const { reasons } of children) {
    const [first] = reasons;
    if (first === undefined) continue;
    const known = counts.get(first.code) ?? { count: 0, since: null };
    known.count += 1;
    if (first.since !== null && (known.since === null || first.since < known.since))
      known.since = first.since;
    counts.set(first.code, known);
  }
  return NOT_YET.flatMap((code) => {
    const known = counts.get(code);
    return known === undefined ? [] : [{ code, label: NOT_YET_WORDS[code], ...known }];
  });
}
