import type { Unallocated } from '../model/plan.ts';

/** One line a client, in the order of their first: the sentences and the days of all their lines. */
export function onePerClient(list: readonly Unallocated[]): readonly Unallocated[] {
  const lines = new Map<number, Unallocated>();
  for (const each of list) {
    const known = lines.get(each.client_id);
    lines.set(each.client_id, known === undefined ? each : joined(known, each));
  }
  return [...lines.values()];
}

function joined(one: Unallocated, other: Unallocated): Unallocated {
  const { client_id, reason } = one;
  const detail = one.detail.includes(other.detail) ? one.detail : `${one.detail} ${other.detail}`;
  if (one.days === undefined || other.days === undefined) return { client_id, reason, detail };
  return { client_id, reason, detail, days: one.days | other.days };
}
