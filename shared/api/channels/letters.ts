/** Channels of reminders and letters. */
import { z } from 'zod';
import { parseIsoDate, type IsoDate } from '../../calendar/dates.ts';
import { NOT_DUE } from '../../casework/reminders/remind.ts';
import { CHASES, LETTER_KINDS } from '../../model/letter.ts';
import { channel } from '../channel.ts';
import type { Job } from '../views/jobs.ts';
import type {
  BatchPlan,
  CaseLettersPage,
  FamiliesPage,
  IssuedPage,
  LetterCase,
  LetterPreview,
  LettersToday,
  NotDuePage,
} from '../views/letters.ts';

const id = z.number().int().positive();
const kind = z.enum(LETTER_KINDS);
const number = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3)]);
const ref = z.string().min(1).max(80);
const refs = z.array(ref).max(20_000);
/** Letters of these references that stay out: a child may have two of one kind, about two decisions. */
const except = z
  .array(z.object({ ref, about: z.string().max(80) }).strict())
  .max(20_000)
  .optional();
const search = z.string().max(200);
const words = z.string().max(4000);
const day = z.custom<IsoDate>(
  (value) => typeof value === 'string' && parseIsoDate(value) !== null,
  'is not a date',
);
const wording = { subject: z.string().max(300), paragraphs: z.array(words).max(40) };
const notDue = {
  chase: z.enum(CHASES).nullable(),
  code: z.enum(NOT_DUE).nullable(),
  text: search,
};
const issued = { text: search, batch: id.nullable() };

export const lettersChannels = {
  /** Every letter called for today, and how many are not reminded and why. */
  'letters/due': channel<LettersToday>()(z.object({}).strict()),
  'letters/not-due': channel<NotDuePage>()(z.object(notDue).strict()),
  /** One letter as it prints; for a reminder that is not due, as it would. */
  'letters/preview': channel<LetterPreview>()(
    z.object({ kind, number, ref, about: z.string().max(80) }).strict(),
  ),
  /** What an officer writes for one letter where no record holds it: the reason, what is asked. '' takes it back. */
  'letters/reason': channel<LettersToday>()(
    z.object({ kind, ref, about: z.string().max(80), text: words }).strict(),
  ),
  /** What issuing these would do. */
  'letters/plan': channel<BatchPlan>()(z.object({ kind, refs, except }).strict()),
  /** Makes the files in a worker, then records the letters as issued. Nothing is sent. */
  'letters/issue': channel<Job>()(z.object({ kind, refs: refs.min(1), except }).strict()),

  /** One child's letters: issued, due, and what is not due and why. */
  'letters/case': channel<CaseLettersPage>()(z.object({ client_id: id }).strict()),
  'letters/issued': channel<IssuedPage>()(z.object(issued).strict()),
  /** A letter as it was issued. */
  'letters/text': channel<LetterPreview>()(z.object({ id }).strict()),
  /** Prints letters again, as they were issued. */
  'letters/reprint': channel<Job>()(z.object({ ids: z.array(id).min(1).max(20_000) }).strict()),
  /** Says of letters that they were never posted: they do not count as sent. */
  'letters/withdraw': channel<{ readonly withdrawn: number }>()(
    z.object({ ids: z.array(id).min(1).max(20_000), reason: z.string().min(1).max(2000) }).strict(),
  ),
  /** A list as .csv, without addresses. */
  'letters/export': channel<{ readonly file_id: string; readonly name: string }>()(
    z.discriminatedUnion('list', [
      z.object({ list: z.literal('due'), kind: kind.nullable(), text: search }).strict(),
      z.object({ list: z.literal('not_due'), ...notDue }).strict(),
      z.object({ list: z.literal('issued'), ...issued }).strict(),
    ]),
  ),

  'letters/families': channel<FamiliesPage>()(z.object({ text: search }).strict()),
  'letters/link': channel<{ readonly linked: number }>()(
    z.object({ refs: refs.min(1), together: z.boolean() }).strict(),
  ),

  /** Tries a wording on a real case: that named, else the first that there is. */
  'letters/try': channel<LetterPreview>()(
    z.object({ kind, number, ref: ref.nullable(), ...wording }).strict(),
  ),
  'letters/cases': channel<readonly LetterCase[]>()(z.object({ kind, text: search }).strict()),
  /** The council's own wording of a letter from a day on. */
  'letters/set-wording': channel<{ readonly saved: boolean }>()(
    z
      .object({ kind, number, from_on: day, source: z.string().min(1).max(400), ...wording })
      .strict(),
  ),
};
