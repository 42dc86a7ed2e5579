/** Channels of change notices and the events they tell of. */
import { z } from 'zod';
import { EVENT_KINDS, TOLD_HOW } from '../../model/change-notice.ts';
import { channel } from '../channel.ts';
import type { Job } from '../views/jobs.ts';
import type { EventPage, NoticeCounts, NoticeRow, NoticesPage } from '../views/notices.ts';
import { dayInput, idInput, signerInput, wordsInput } from './inputs.ts';

const route_ref = z.string().min(1).max(80);
const ids = z.array(idInput).min(1).max(50_000);
const value = z.string().trim().max(120);
const how = z.enum(TOLD_HOW);

export const noticesChannels = {
  /** Every open notice, overdue ones first, those told lately, and the events they belong to. */
  'notices/list': channel<NoticesPage>()(z.object({}).strict()),
  /** How many are to be told, for the first screen. */
  'notices/counts': channel<NoticeCounts>()(z.object({}).strict()),
  /** One event: every child and notice with old and new values. */
  'notices/event': channel<EventPage>()(z.object({ event_id: idInput }).strict()),
  /** Open notices of a route or of a child. */
  'notices/open-of': channel<readonly NoticeRow[]>()(
    z.union([z.object({ route_ref }).strict(), z.object({ client_id: idInput }).strict()]),
  ),
  /** Says of notices that their recipients were told. Kept with the words as they stand now. */
  'notices/tell': channel<{ readonly told: number }>()(
    z.object({ ids, how, on: dayInput, by: signerInput }).strict(),
  ),
  /** Takes a telling back that was marked by mistake, its acknowledgement with it. */
  'notices/untell': channel<{ readonly open: number }>()(z.object({ ids }).strict()),
  /** Says that recipients confirmed it. */
  'notices/acknowledge': channel<{ readonly acknowledged: number }>()(
    z.object({ ids, on: dayInput, by: signerInput, recorded_by: signerInput }).strict(),
  ),
  /** Records an event by hand. What the plan shows is told once the plan is changed; what it does not show is told at once. */
  'notices/record': channel<EventPage>()(
    z
      .object({
        kind: z.enum(EVENT_KINDS),
        contract_id: idInput.nullable(),
        route_ref: route_ref.nullable(),
        client_id: idInput.nullable(),
        school_urn: idInput.nullable(),
        effective_on: dayInput,
        what: wordsInput,
        by: signerInput,
        /** Of a new driver, assistant or vehicle: before and now. */
        crew: z
          .array(
            z
              .object({
                field: z.enum(['driver', 'assistant_named', 'vehicle_used']),
                old: value,
                now: value,
              })
              .strict(),
          )
          .max(3),
        /** Of days away: the last of them; null where nobody knows yet. */
        away_until: dayInput.nullable(),
      })
      .strict(),
  ),
  /** Says of an event recorded by hand that it does not come: its open notices are withdrawn. */
  'notices/take-back': channel<EventPage>()(
    z.object({ event_id: idInput, reason: wordsInput, by: signerInput }).strict(),
  ),
  /** Lets a change count though families or schools are still to be told, with a reason; whoever is open stays open. */
  'notices/override': channel<EventPage>()(
    z.object({ event_id: idInput, reason: wordsInput, by: signerInput }).strict(),
  ),
  /** Works out what a trial would change, and keeps the notices so that they can be told before it is put in use. */
  'notices/prepare': channel<EventPage>()(
    z.object({ plan_id: idInput, effective_on: dayInput.nullable() }).strict(),
  ),
  /** Letters to print and lines to merge, of the notices given; nothing is sent, and nothing is marked. */
  'notices/export': channel<Job>()(z.object({ ids }).strict()),
};
