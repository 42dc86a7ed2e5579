/** Channels of change notices and the events they tell of. */
import { z } from 'zod';
import { channel } from '../channel.ts';
import type { EventPage, NoticeRow, NoticesPage } from '../views/notices.ts';
import { idInput } from './inputs.ts';

const route_ref = z.string().min(1).max(80);

export const noticesChannels = {
  /** Every open notice, overdue ones first, those told lately, and the events they belong to. */
  'notices/list': channel<NoticesPage>()(z.object({}).strict()),
  /** One event: every child and notice with old and new values. */
  'notices/event': channel<EventPage>()(z.object({ event_id: idInput }).strict()),
  /** Open notices of a route or of a child. */
  'notices/open-of': channel<readonly NoticeRow[]>()(
    z.union([z.object({ route_ref }).strict(), z.object({ client_id: idInput }).strict()]),
  ),
};
