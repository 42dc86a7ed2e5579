/** Brings the open notices of some children into step with those that are asked for. */
import type { ChangeNotice } from '../../model/change-notice.ts';
import type { NeededNotice } from './work-out.ts';

/** What is to be written. */
export interface Reconciled {
  readonly open: readonly NeededNotice[];
  readonly withdraw: readonly { readonly notice: ChangeNotice; readonly reason: string }[];
  /** Open before and still right. */
  readonly keep: readonly ChangeNotice[];
}

/** Why a notice that nobody was told of stands no longer. */
export const WITHDRAWN_BACK = 'The change was taken back before it was told';
export const WITHDRAWN_LATER = 'A later change is told instead';

/** Open notices that say what is asked for stay; others are withdrawn, and what is missing is opened. */
export function reconcileNotices(
  needed: readonly NeededNotice[],
  open: readonly ChangeNotice[],
): Reconciled {
  const wanted = new Map(needed.map((each) => [noticeKey(each), each]));
  const changed = new Set(needed.map(({ client_id }) => client_id));
  const keep: ChangeNotice[] = [];
  const withdraw: { readonly notice: ChangeNotice; readonly reason: string }[] = [];
  for (const notice of open) {
    if (wanted.delete(noticeKey(notice))) keep.push(notice);
    else
      withdraw.push({
        notice,
        reason: changed.has(notice.client_id) ? WITHDRAWN_LATER : WITHDRAWN_BACK,
      });
  }
  return { open: [...wanted.values()], withdraw, keep };
}

/** The same child, recipient and words. */
export function noticeKey({ client_id, who, name, kind, changes }: NeededNotice): string {
  return JSON.stringify([client_id, who, name, kind, changes.map(({ field, old, now }) => [field, old, now])]); // prettier-ignore
}
