/** The contact log. */
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Store } from '../../../db/store.ts';
import { COMPLAINT_STEPS } from '../../../shared/model/contact.ts';
import type { ContactEntry } from '../../../shared/api/views/contacts.ts';
import {
  beddingInView,
  contactEntry,
  contactList,
  contactsDue,
  routeOwner,
  safeguardingReaders,
} from '../contact-rows.ts';
import { notComplete } from '../client-case.ts';
import type { Handlers, Host } from '../handler.ts';

/** Who asks, and on which day. */
function asker(host: Host) {
  return { who: host.byHand().who, on: host.today() };
}

/** The same answer for an entry that is not there and one that may not be read: neither says which. */
function noEntry(id: number) {
  return fail('no_such_record', 'There is no such entry of the log.', 'Look at the log again.', {
    id,
  });
}

function entryOf(store: Store, id: number, host: Host): Result<ContactEntry> {
  const entry = contactEntry(store, id, asker(host));
  return entry === null ? noEntry(id) : ok(entry);
}

const isComplaintStep = (kind: string): boolean =>
  (COMPLAINT_STEPS as readonly string[]).includes(kind);

/** Words that say nothing by themselves must be written; a step of a complaint may stand alone. */
const NEEDS_WORDS: Readonly<Record<string, string>> = {
  told: 'Write who was told.',
  done: 'Write what was done.',
  closed: 'Write what came of it.',
  withdrawn: 'Write why it was entered by mistake.',
};

export const contactsHandlers: Handlers<
  | 'contacts/list'
  | 'contacts/due'
  | 'contacts/readers'
  | 'contacts/entry'
  | 'contacts/look'
  | 'contacts/add'
  | 'contacts/step'
  | 'contacts/restrict'
  | 'bedding-in/get'
> = {
  'contacts/list': (filter, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const { client_id, route_ref, provider, open } = filter;
    const asked = {
      ...(client_id === undefined ? {} : { client_id }),
      ...(route_ref === undefined ? {} : { route_ref }),
      ...(provider === undefined ? {} : { provider }),
      ...(open === undefined ? {} : { open }),
    };
    return ok(contactList(store.value, asked, asker(host)));
  },

  'contacts/due': (_input, host) => {
    const store = host.store();
    return store.ok ? ok(contactsDue(store.value, host.today())) : store;
  },

  'contacts/readers': (_input, host) => {
    const store = host.store();
    return store.ok ? ok(safeguardingReaders(store.value, host.byHand().who, host.today())) : store;
  },

  'contacts/entry': ({ id }, host) => {
    const store = host.store();
    return store.ok ? entryOf(store.value, id, host) : store;
  },

  'contacts/look': ({ id }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const store = open.value;
    const entry = contactEntry(store, id, asker(host));
    if (entry?.row.restricted !== true) return noEntry(id);
    return ok(store.write(host.byHand(), () => store.inYear.lookAtContact(id)));
  },

  'contacts/add': (input, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const store = open.value;
    const what = input.what.trim();
    const recorded_by = input.by.trim();
    const client = input.client_id === null ? null : store.clients.get(input.client_id);
    const owner = routeOwner(store, input.route_ref);
    const provider = input.provider.trim() === '' ? (owner?.provider ?? '') : input.provider.trim();
    const urn = owner?.urn ?? client?.school_urn ?? null;
    const problems = [
      ...(what === '' ? ['Write what happened.'] : []),
      ...(recorded_by === '' ? ['Sign with your name.'] : []),
      ...(input.happened_on > host.today() ? ['The day it happened lies ahead.'] : []),
      ...(input.client_id !== null && client === null ? ['There is no such child.'] : []),
      ...(client === null && input.route_ref === '' && provider === ''
        ? ['Say whom it is about: a child, a route or a provider.']
        : []),
    ];
    if (problems.length > 0) return notComplete(problems);
    const { kind, client_id, route_ref, happened_on, told_by, follow_up_on } = input;
    const made = store.write({ who: recorded_by, why: 'hand' }, () =>
      store.inYear.addContact({
        kind,
        client_id,
        route_ref,
        provider,
        urn: urn !== null && store.schools.get(urn) !== null ? urn : null,
        happened_on,
        what,
        told_by: told_by.trim(),
        recorded_on: host.today(),
        recorded_by,
        follow_up_on,
      }),
    );
    host.changed('plan');
    return ok(contactEntry(store, made.id, asker(host)));
  },

  'contacts/step': (input, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const store = open.value;
    const entry = contactEntry(store, input.id, asker(host));
    if (entry === null) return noEntry(input.id);
    const words = input.words.trim();
    const by = input.by.trim();
    const { kind, on, id } = input;
    const isClosed = entry.row.closed !== null;
    const needed = NEEDS_WORDS[kind];
    const problems = [
      ...(needed !== undefined && words === '' ? [needed] : []),
      ...(by === '' ? ['Sign with your name.'] : []),
      ...(on > host.today() ? ['The day lies ahead.'] : []),
      ...(on < entry.row.happened_on ? ['The day is before it happened.'] : []),
      ...(isClosed && kind !== 'reopened' ? ['The entry is closed: open it again first.'] : []),
      ...(!isClosed && kind === 'reopened' ? ['The entry is open.'] : []),
      ...(kind === 'follow_up' && input.follow_up_on === undefined
        ? ['Give the day to look again.']
        : []),
      ...(isComplaintStep(kind) && !entry.may.some((each) => each === kind)
        ? ['This step does not come next for the complaint.']
        : []),
    ];
    if (problems.length > 0) return notComplete(problems);
    store.write({ who: by, why: 'hand' }, () => {
      store.inYear.addContactStep(id, {
        kind,
        on,
        by,
        words,
        ...(input.follow_up_on === undefined ? {} : { follow_up_on: input.follow_up_on }),
      });
    });
    host.changed('plan');
    return entryOf(store, id, host);
  },

  'contacts/restrict': ({ id, by }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const store = open.value;
    const entry = contactEntry(store, id, asker(host));
    if (entry === null) return noEntry(id);
    const signer = by.trim();
    if (signer === '') return notComplete(['Sign with your name.']);
    store.write({ who: signer, why: 'hand' }, () => {
      store.inYear.restrictContact(id, signer, host.today());
    });
    host.changed('plan');
    return ok(contactEntry(store, id, asker(host)));
  },

  'bedding-in/get': ({ since }, host) => {
    const store = host.store();
    return store.ok ? ok(beddingInView(store.value, since ?? null, host.today())) : store;
  },
};
