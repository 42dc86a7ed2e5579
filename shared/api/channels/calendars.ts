/** Calendars of schools, and who was away. */
import { z } from 'zod';
import { DAY_RULE_KINDS } from '../../calendar/school-calendars.ts';
import { ABSENCE_KINDS, ABSENCE_LEGS } from '../../model/year.ts';
import { channel } from '../channel.ts';
import type { AbsenceView, CalendarSchool, CalendarView } from '../views/calendars.ts';
import { dayInput, idInput, signerInput, wordsInput } from './inputs.ts';

const urn = z.number().int().min(0);
const group = z.number().int().min(-4).max(20);
const second = z.number().int().min(0).max(86_399);

const rule = z
  .object({
    urn,
    kind: z.enum(DAY_RULE_KINDS),
    from_on: dayInput,
    to_on: dayInput,
    year_groups: z.array(group).max(25),
    days: z.number().int().min(0).max(31),
    ends_s: second.nullable(),
    why: z.string().max(200),
  })
  .strict();

export const calendarsChannels = {
  /** Schools to which children go, with the sums of their year; the county's own calendar first. */
  'calendars/schools': channel<readonly CalendarSchool[]>()(z.object({}).strict()),
  /** Every day of a school's academic year (the one of `on`, or today's), for a year group or with null for the school. */
  'calendars/year': channel<CalendarView>()(
    z.object({ urn, year_group: group.nullable(), on: dayInput.optional() }).strict(),
  ),
  /** Says what a day or days are; what was said of the same days before gives way. */
  'calendars/set': channel<CalendarView>()(z.object({ rule }).strict()),
  'calendars/remove': channel<CalendarView>()(z.object({ rule }).strict()),

  /** Absences that count of a child, or of a contract and the children on it, the latest first. */
  'absences/list': channel<AbsenceView>()(
    z.object({ client_id: idInput.optional(), contract_id: idInput.optional() }).strict(),
  ),
  'absences/record': channel<AbsenceView>()(
    z
      .object({
        kind: z.enum(ABSENCE_KINDS),
        client_id: idInput.nullable(),
        urn: idInput.nullable(),
        contract_id: idInput.nullable(),
        from_on: dayInput,
        to_on: dayInput,
        legs: z.enum(ABSENCE_LEGS),
        told: z.object({ on: dayInput, s: second }).strict().nullable(),
        why: z.string().max(200),
        by: signerInput,
      })
      .strict(),
  ),
  'absences/withdraw': channel<AbsenceView>()(
    z.object({ id: idInput, why: wordsInput, by: signerInput }).strict(),
  ),
  /** Gives a contract its own rule of standing down, or with null takes it away. */
  'absences/set-rule': channel<AbsenceView>()(
    z
      .object({
        contract_id: idInput,
        rule: z
          .object({
            days_before: z.number().int().min(0).max(30),
            by_s: second,
            share_percent: z.number().int().min(0).max(100),
            source: z.string().max(200),
          })
          .strict()
          .nullable(),
      })
      .strict(),
  ),
};
