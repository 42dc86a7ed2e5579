/** Claims and value. */
import type { Store } from '../../../db/store.ts';
import { ok, type Result } from '../../../shared/kernel/result.ts';
import type { Handlers, Host } from '../handler.ts';
import { answerClaim, claimsPage, claimView, recordClaim } from '../value/claim-views.ts';
import { lookersOf } from '../protected-address.ts';
import { exportValue } from '../value/export-value.ts';
import { lonePage } from '../value/lone-views.ts';
import { peersPage, pricesPage } from '../value/price-views.ts';
import { seatsPage } from '../value/seat-views.ts';

const LABELS = {
  lone: 'Looking at children who ride alone',
  seats: 'Working out what each seat would save',
  as_one: 'Trying routes of two schools as one',
} as const;

/** Checks first, then writes by hand. */
function written<T>(
  host: Host,
  prepare: (store: Store) => Result<(claims: Store['claims']) => T>,
): Result<T> {
  const open = host.store();
  if (!open.ok) return open;
  const store = open.value;
  const able = prepare(store);
  if (!able.ok) return able;
  const done = store.write({ ...host.byHand(), why: '' }, () => able.value(store.claims));
  host.changed('store');
  return ok(done);
}

/** Reads from the open store. */
function reading<T>(host: Host, read: (store: Store) => Result<T>): Result<T> {
  const open = host.store();
  return open.ok ? read(open.value) : open;
}

export const valueHandlers: Handlers<
  | 'value/claims'
  | 'value/weigh'
  | 'value/record-claim'
  | 'value/answer-claim'
  | 'value/claim-note'
  | 'value/prices'
  | 'value/peers'
  | 'value/start'
  | 'value/lone'
  | 'value/seats'
  | 'value/export'
> = {
  'value/claims': (_input, host) => reading(host, (store) => ok(claimsPage(store, host.today()))),
  'value/weigh': (asked, host) => reading(host, (store) => claimView(store, host.today(), asked)),
  'value/record-claim': (asked, host) =>
    written(host, (store) => recordClaim(store, host.today(), asked)),
  'value/answer-claim': (given, host) =>
    written(host, (store) => answerClaim(store, host.today(), given)),
  'value/claim-note': ({ claim_id }, host) =>
    reading(host, () =>
      host.startJob({ kind: 'export', label: 'Printing the note', report: 'claim-note', claim_id }),
    ),
  'value/prices': (_input, host) => reading(host, (store) => pricesPage(store, host.today())),
  'value/peers': ({ group }, host) =>
    reading(host, (store) => peersPage(store, host.today(), group)),
  'value/start': ({ what }, host) =>
    reading(host, () => host.startJob({ kind: 'value', label: LABELS[what], what })),
  'value/lone': (_input, host) => reading(host, (store) => ok(lonePage(store, host.today()))),
  'value/seats': (asked, host) =>
    reading(host, (store) => {
      const { may_look } = lookersOf(store, host);
      return seatsPage(store, host.today(), { ...asked, may_look });
    }),
  'value/export': (asked, host) =>
    reading(host, (store) => {
      const made = exportValue(store, host.today(), asked);
      if (!made.ok) return made;
      const { name, bytes } = made.value;
      return ok({ file_id: host.files.put(name, bytes), name });
    }),
};
