/** What a person may change on a case page, checked at the edge. Nothing here is stored. */
import { z } from 'zod';
import { WEEKDAYS, parseIsoDate, type IsoDate } from '../../shared/calendar/dates.ts';
import { fieldLabel } from '../../shared/history/field-labels.ts';
import { parsePostcode } from '../../shared/intake/parse-postcode.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import { ASSISTANTS, MOBILITIES, NEEDS, type Client } from '../../shared/model/client.ts';

const text = z.string().max(4000);
const line = z
  .string()
  .max(400)
  .transform((value) => value.trim());
const date = z
  .string()
  .refine((value) => parseIsoDate(value) !== null, 'is not a date')
  .transform((value) => value as IsoDate)
  .nullable();
const postcode = z.string().transform((value, context): string => {
  if (value.trim() === '') return '';
  const read = parsePostcode(value);
  if (read.kind !== 'not_understood') return read.postcode;
  context.addIssue({ code: 'custom', message: 'is not a postcode' });
  return z.NEVER;
});
const weekdays = z
  .array(z.enum(WEEKDAYS as [string, ...string[]]))
  .transform((days) => WEEKDAYS.filter((day) => days.includes(day)));

/** Fields of the client that the case page may change. Position, district and reference have their own ways. */
const schema = z
  .object({
    forename: line,
    surname: line,
    date_of_birth: date,
    // Nursery (-1) to the last year of further education.
    year_group: z.number().int().min(-4).max(20).nullable(),
    carer_name: line,
    carer_relationship: line,
    phone: line,
    language_or_format: line,
    home_address: line,
    postcode,
    uprn: line,
    second_address: line,
    second_postcode: postcode,
    second_days: weekdays,
    care_status: line,
    school_urn: z.number().int().positive().nullable(),
    ehcp: z.boolean().nullable(),
    section_i: text,
    need: z.enum(NEEDS).nullable(),
    low_income_basis: line,
    religion_or_belief: line,
    social_worker: z.boolean(),
    mobility: z.enum(MOBILITIES).nullable(),
    wheelchair: line,
    // Chairs with their users weigh well under this; the rest is a slip of the keyboard.
    occupied_weight_kg: z.number().min(1).max(600).nullable(),
    sole_occupancy: z.boolean(),
    sole_until: date,
    assistant: z.enum(ASSISTANTS).nullable(),
    not_with: z.array(z.string().trim().min(1).max(60)),
    equipment: line,
    medical: text,
    rescue_medication: z.boolean(),
    risk_assessment_on: date,
    handover: line,
    days: weekdays,
    clinical_limit_s: z.number().int().min(60).max(14_400).nullable(),
    transport_start_on: date,
    protected_address: z.boolean(),
    notes: text,
  })
  .partial()
  .strict();

/** The fields given, each as its column takes it; every problem is named at once. */
export function checkClientChanges(
  changes: Readonly<Record<string, unknown>>,
): Result<Partial<Omit<Client, 'id' | 'ref'>>> {
  const parsed = schema.safeParse(changes);
  if (parsed.success) {
    const given = Object.entries(parsed.data).filter(([, value]) => value !== undefined);
    return ok(Object.fromEntries(given) as Partial<Omit<Client, 'id' | 'ref'>>);
  }
  const problems = parsed.error.issues.map((issue) =>
    issue.code === 'unrecognized_keys'
      ? `${issue.keys.map(fieldLabel).join(', ')} cannot be changed here`
      : `${fieldLabel(String(issue.path[0]))}: ${issue.message}`,
  );
  return fail(
    'bad_change',
    `${problems.join('; ')}.`,
    'Correct what is named and save again. Nothing was changed.',
    { problems },
  );
}
