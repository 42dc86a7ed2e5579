/** The contact log: what was reported while transport runs, and what was done about it. */
import { z } from 'zod';
import { CONTACT_KINDS, CONTACT_STEPS } from '../../model/contact.ts';
import { channel } from '../channel.ts';
import type {
  BeddingInView,
  ContactEntry,
  ContactList,
  ContactRow,
  RestrictedWords,
  SafeguardingReaders,
} from '../views/contacts.ts';
import { dayInput, idInput, signerInput, wordsInput } from './inputs.ts';

const routeRef = z.string().max(80);

export const contactsChannels = {
  /** Entries of the log, open ones first; fields left out ask for all. Safeguarding is among them for named readers alone. */
  'contacts/list': channel<ContactList>()(
    z
      .object({
        client_id: idInput.optional(),
        route_ref: routeRef.optional(),
        provider: z.string().max(200).optional(),
        open: z.boolean().optional(),
      })
      .strict(),
  ),
  /** Open entries on which somebody owes something within the days of the setting, the earliest first. */
  'contacts/due': channel<readonly ContactRow[]>()(z.object({}).strict()),
  /** Who may read what is written of safeguarding. */
  'contacts/readers': channel<SafeguardingReaders>()(z.object({}).strict()),
  'contacts/entry': channel<ContactEntry>()(z.object({ id: idInput }).strict()),
  /** The words of a safeguarding entry, for named readers; that they were read is kept in the history. */
  'contacts/look': channel<RestrictedWords>()(z.object({ id: idInput }).strict()),
  'contacts/add': channel<ContactEntry | null>()(
    z
      .object({
        kind: z.enum(CONTACT_KINDS),
        client_id: idInput.nullable(),
        /** '' where it is about no route; the provider and the school are then found from the child's. */
        route_ref: routeRef,
        provider: z.string().max(200),
        happened_on: dayInput,
        what: wordsInput,
        told_by: signerInput,
        follow_up_on: dayInput.nullable(),
        by: signerInput,
      })
      .strict(),
  ),
  /** Something done about an entry; `follow_up_on` goes with `follow_up`. */
  'contacts/step': channel<ContactEntry>()(
    z
      .object({
        id: idInput,
        kind: z.enum(CONTACT_STEPS),
        on: dayInput,
        words: wordsInput,
        follow_up_on: dayInput.nullable().optional(),
        by: signerInput,
      })
      .strict(),
  ),
  /** Makes an entry one of safeguarding: from then on named readers alone see it. Null: who did it is not one of them. */
  'contacts/restrict': channel<ContactEntry | null>()(
    z.object({ id: idInput, by: signerInput }).strict(),
  ),
  /** What was reported since a day; without one since the first day of the running year. */
  'bedding-in/get': channel<BeddingInView>()(z.object({ since: dayInput.optional() }).strict()),
};
