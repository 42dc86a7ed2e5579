/** The gate before a change of transport goes live: whoever is not told yet is shown, and it goes on with a reason. */
import type { Change, Store } from '../../db/store.ts';
import type { GateGiven, OpenedNotices } from '../../shared/api/views/notices.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { formatQuantity } from '../../shared/format/number.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { ChangeNotice, EventGiven, EventKind } from '../../shared/model/change-notice.ts';
import { byDueDay, countsInWords } from '../../shared/service/notices/open-notices.ts';
import { recipientWords } from '../../shared/service/notices/recipient.ts';

/** How many notices a refusal lists; the others are counted. */
const LISTED = 300;

/** Carries what is not told yet out of a write, so that everything is taken back. */
class GateClosed extends Error {
  readonly opened: readonly ChangeNotice[];
  constructor(opened: readonly ChangeNotice[]) {
    super('Notices are open');
    this.opened = opened;
  }
}

/** What goes through the gate. */
export interface GatedChange {
  readonly kind: EventKind;
  readonly change: Change;
  /** What an officer said at the gate; absent: they were not asked yet. */
  readonly given: GateGiven | undefined;
  readonly subject?: Partial<
    Pick<EventGiven, 'contract_id' | 'client_id' | 'plan_id' | 'round_id'>
  >;
  readonly effective_on?: IsoDate;
  readonly what?: string;
}

/**
 * Runs a change. Where it opens notices and no reason was given, nothing of it is kept, and the failure `notices_open` says who would have to be
 * told; with a reason it is kept, and the reason with it.
 */
export function throughGate<T>(
  store: Store,
  gated: GatedChange,
  run: (change: Change) => Result<T>,
): Result<T> {
  const event = eventOf(gated);
  const gate = (opened: readonly ChangeNotice[]): void => {
    if (opened.length > 0 && event.override_reason === '') throw new GateClosed(opened);
  };
  return answeredGate(store, () => run({ ...gated.change, notices: { event, gate } }));
}

/** Of notices that a write opened by itself, within that write: closes the gate where no reason was given. */
export function holdAtGate(opened: readonly ChangeNotice[], given: GateGiven | undefined): void {
  if (opened.length > 0 && (given?.reason.trim() ?? '') === '') throw new GateClosed(opened);
}

/** Answers `notices_open` where a write was taken back at the gate. */
export function answeredGate<T>(store: Store, run: () => Result<T>): Result<T> {
  try {
    return run();
  } catch (closed) {
    if (!(closed instanceof GateClosed)) throw closed;
    const seen = openedNotices(store, closed.opened);
    return fail(
      'notices_open',
      `${formatQuantity(closed.opened.length, 'notice')} would be open when this goes live: ${seen.counts}.`,
      'Go on with a reason, and tell them from the list of notices; or tell them first.',
      { ...seen },
    );
  }
}

/** What a change would open, tried and taken back whole. */
export function tryGate(
  gated: GatedChange,
  run: (change: Change) => Result<unknown>,
): Result<readonly ChangeNotice[]> {
  const gate = (opened: readonly ChangeNotice[]): void => {
    throw new GateClosed(opened);
  };
  try {
    const done = run({ ...gated.change, notices: { event: eventOf(gated), gate } });
    return done.ok ? ok([]) : done;
  } catch (tried) {
    if (!(tried instanceof GateClosed)) throw tried;
    return ok(tried.opened);
  }
}

function eventOf({ kind, given, subject, effective_on, what }: GatedChange): EventGiven {
  return {
    kind,
    effective_on: given?.effective_on ?? effective_on ?? null,
    what: what ?? '',
    override_reason: given?.reason.trim() ?? '',
    contract_id: subject?.contract_id ?? null,
    route_ref: null,
    client_id: subject?.client_id ?? null,
    school_urn: null,
    plan_id: subject?.plan_id ?? null,
    round_id: subject?.round_id ?? null,
  };
}

function openedNotices(store: Store, opened: readonly ChangeNotice[]): OpenedNotices {
  const refs = new Map<number, { readonly ref: string; readonly name: string }>();
  const clientOf = (id: number) => {
    const known = refs.get(id);
    if (known !== undefined) return known;
    const client = store.clients.get(id);
    const read = { ref: client?.ref ?? '', name: `${client?.forename ?? ''} ${client?.surname ?? ''}`.trim() }; // prettier-ignore
    refs.set(id, read);
    return read;
  };
  return {
    count: opened.length,
    counts: countsInWords(opened),
    children: new Set(opened.map(({ client_id }) => client_id)).size,
    listed: opened
      .toSorted(byDueDay)
      .slice(0, LISTED)
      .map((notice) => ({
        client_id: notice.client_id,
        ...clientOf(notice.client_id),
        recipient: recipientWords(notice.who, notice.name),
        by_on: notice.by_on,
      })),
  };
}
