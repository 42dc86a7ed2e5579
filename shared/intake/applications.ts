import { WEEKDAYS, type IsoDate } from '../calendar/dates.ts';
import { academicYearOf, planningYearOf, startYearOf } from '../calendar/years.ts';
import { formatDateOrDash } from '../format/date.ts';
import type { Application } from '../model/client.ts';
import {
  parseAssistant,
  parseMobility,
  parseNeed,
  parseStatus,
  parseYearGroup,
  parseYesNo,
} from './parse-codes.ts';
import { parseWhole } from './parse-number.ts';
import { parsePostcode } from './parse-postcode.ts';
import { positionFacts, readBirth, readName, readRef, type ClientFacts } from './people.ts';
import type { Problem } from './problem.ts';
import { notUnderstood, rowReader, type RowContext, type RowReader } from './row-reader.ts';
import type { RawRow } from './table.ts';

/** What is known of an application from a file: fields without a column are left out. */
export type ApplicationFacts = Partial<Omit<Application, 'client_id'>> & Pick<Application, 'ref'>;

/** One row of a file of applications. A row with a refusing problem has no use for its facts. */
export interface ParsedApplication {
  readonly line: number;
  readonly client: ClientFacts;
  readonly application: ApplicationFacts;
  readonly problems: readonly Problem[];
}

/** Facts of a client that only a new record needs, since a file without the column says nothing. */
export const NEW_CLIENT_FACTS = { days: WEEKDAYS } as const;

/**
 * Reads rows of applications. A reference that was used on an earlier line refuses the later one; `seen` carries references over
 * from one file or sheet to the next.
 */
export function parseApplications(
  rows: readonly RawRow[],
  context: RowContext,
  seen = new Map<string, ParsedApplication>(),
): readonly ParsedApplication[] {
  return rows.map((raw) => {
    const row = rowReader(raw, context);
    const ref = readRef(row.text('ref'));
    if (ref === '') row.add('ref', NO_REFERENCE);
    const client = readClient(row, ref, context.on);
    const application = readApplication(row, ref, context.on);
    const parsed = { line: row.line, client, application, problems: row.problems };
    const earlier = seen.get(ref);
    if (earlier) row.add('ref', usedTwice(earlier, parsed));
    else if (ref !== '') seen.set(ref, parsed);
    return parsed;
  });
}

/** Facts kept in the file's own words. */
const TEXT_FIELDS = [
  'carer_name',
  'carer_relationship',
  'language_or_format',
  'home_address',
  'uprn',
  'second_address',
  'section_i',
  'low_income_basis',
  'religion_or_belief',
  'equipment',
  'medical',
  'handover',
  'school_given',
  'school_urn_given',
  'notes',
] as const;

function readClient(row: RowReader, ref: string, on: IsoDate): ClientFacts {
  const { surname, forename } = readName(row);
  if (surname === '' && forename === '') row.add('surname', NO_NAME);
  const facts: Record<string, unknown> = { surname, forename };
  for (const field of TEXT_FIELDS) if (row.has(field)) facts[field] = row.text(field);
  const put = (field: string, value: () => unknown) => {
    if (row.has(field)) facts[field] = value();
  };
  put('date_of_birth', () => readBirth(row, on));
  put('year_group', () => row.code('year_group', parseYearGroup, 'R or a year from 1 to 14'));
  put('phone', () => row.text('phone').replace(/^[1-9]\d{9}$/, '0$&'));
  put('postcode', () => row.postcode('postcode'));
  put('second_postcode', () => quietPostcode(row, 'second_postcode'));
  put('second_days', () => (row.text('second_days') === '' ? [] : row.days('second_days')));
  put('care_status', () => careStatus(row.text('care_status')));
  put('ehcp', () => row.yesNo('ehcp'));
  put('need', () => row.code('need', parseNeed, 'a primary need code such as ASD or SEMH'));
  put('social_worker', () => row.yesNo('social_worker') ?? false);
  put('mobility', () => mobility(row));
  put('sole_until', () => row.date('sole_until'));
  put('sole_occupancy', () => row.yesNo('sole_occupancy') ?? false);
  put('assistant', () =>
    row.code('assistant', parseAssistant, 'none, required, own or medically trained'),
  );
  put('not_with', () => references(row.text('not_with')));
  put('rescue_medication', () => rescue(row));
  put('risk_assessment_on', () => riskAssessment(row));
  put('days', () => row.days('days'));
  put('transport_start_on', () => row.date('transport_start_on'));
  put('protected_address', () => row.yesNo('protected_address') ?? false);
  Object.assign(facts, wheelchair(row), clinicalLimit(row), positionFacts(row));
  if (facts['rescue_medication'] === true && (facts['assistant'] ?? 'none') === 'none')
    row.add('rescue_medication', RESCUE_WITHOUT_ASSISTANT);
  return { ...facts, ref };
}

function readApplication(row: RowReader, ref: string, on: IsoDate): ApplicationFacts {
  const facts: Record<string, unknown> = {};
  const put = (field: string, value: () => unknown) => {
    if (row.has(field)) facts[field] = value();
  };
  put('type', () => row.text('type'));
  put('received_on', () => received(row, on));
  put(
    'status',
    () => row.code('status', parseStatus, 'received, awarded, refused or withdrawn') ?? 'received',
  );
  put('tif_received_on', () => row.date('tif_received_on'));
  put('tif_claimed_complete', () => row.yesNo('tif_claimed_complete') ?? false);
  put('decided_on', () => row.date('decided_on'));
  put('assigned_to', () => row.text('assigned_to'));
  put('reminder_1_on', () => row.date('reminder_1_on'));
  put('reminder_2_on', () => row.date('reminder_2_on'));
  put('reminder_3_on', () => row.date('reminder_3_on'));
  checkReminders(row, facts);
  return { ...facts, ref };
}

/** Requests for a year come in from the September before it; an older date is kept with a warning. */
function received(row: RowReader, on: IsoDate): IsoDate | null {
  const date = row.date('received_on');
  const starts = row.peekDate('transport_start_on');
  const year = starts === null ? planningYearOf(on) : academicYearOf(starts);
  if (date !== null && date < `${startYearOf(year) - 1}-09-01`)
    row.add('received_on', BEFORE_COHORT);
  return date;
}

function checkReminders(row: RowReader, facts: Readonly<Record<string, unknown>>): void {
  let latest = '';
  for (const field of ['reminder_1_on', 'reminder_2_on', 'reminder_3_on']) {
    const date = facts[field];
    if (typeof date !== 'string') continue;
    if (date < latest) row.add(field, REMINDERS);
    else latest = date;
  }
}

function mobility(row: RowReader): unknown {
  const read = row.code('mobility', parseMobility, 'walks, walks with an aid or a wheelchair');
  if (read?.unsure) row.add('mobility', WHEELCHAIR_UNSURE);
  return read?.mobility ?? null;
}

/** The chair in the council's words, with its occupied weight from its own column or out of `occupied 95 kg`. */
function wheelchair(row: RowReader): Pick<ClientFacts, 'wheelchair' | 'occupied_weight_kg'> {
  const text = row.text('wheelchair');
  const inText = /(\d{2,3})\s*kg/i.exec(text)?.[1];
  const given = row.number('occupied_weight_kg', { min: 10, max: 500 });
  if (!row.has('wheelchair') && !row.has('occupied_weight_kg')) return {};
  return {
    ...(row.has('wheelchair') ? { wheelchair: text } : {}),
    occupied_weight_kg: given ?? (inText === undefined ? null : Number(inText)),
  };
}

function clinicalLimit(row: RowReader): Pick<ClientFacts, 'clinical_limit_s'> {
  if (!row.has('clinical_limit_min')) return {};
  const minutes = row.number('clinical_limit_min', { min: 5, max: 240 });
  return { clinical_limit_s: minutes === null ? null : Math.round(minutes * 60) };
}

/** Y or N, or the medicine's name: anything that is not a no. */
function rescue(row: RowReader): boolean {
  const text = row.text('rescue_medication');
  return text !== '' && parseYesNo(text) !== false;
}

/** A date; some forms only say whether there is one, which is no date. */
function riskAssessment(row: RowReader): IsoDate | null {
  const text = row.text('risk_assessment_on');
  return parseYesNo(text) === null || parseWhole(text) !== null
    ? row.date('risk_assessment_on')
    : null;
}

function careStatus(text: string): string {
  const said = parseYesNo(text);
  return said === null ? text : said ? 'Looked after' : '';
}

function quietPostcode(row: RowReader, field: string): string {
  const read = parsePostcode(row.text(field));
  if (read.kind !== 'not_understood') return read.postcode;
  if (row.text(field) !== '') row.add(field, notUnderstood('a full postcode'));
  return '';
}

function references(text: string): readonly string[] {
  const parts = text.split(/[,;|/]+|\s+(?:and\s+)?/i).map(readRef);
  return [...new Set(parts.filter((part) => /\d/.test(part)))];
}

function usedTwice(
  first: ParsedApplication,
  second: ParsedApplication,
): Omit<Problem, 'column' | 'value'> {
  const facts = ({ line, client }: ParsedApplication) =>
    `line ${line}: ${client.forename ?? ''} ${client.surname ?? ''}, born ${formatDateOrDash(client.date_of_birth ?? null)}, ${client.postcode || 'no postcode'}`;
  return {
    severity: 'refuse',
    code: 'reference_twice',
    reason: `The reference was used before (${facts(first)}; ${facts(second)}). The first was taken.`,
    remedy: 'Give the second application its own reference and import the file again.',
  };
}

const NO_REFERENCE: Omit<Problem, 'column' | 'value'> = {
  severity: 'refuse',
  code: 'no_reference',
  reason: 'The row has no reference, so it could not be recognised again.',
  remedy: 'Put the council’s own reference into the file and import it again.',
};

const NO_NAME: Omit<Problem, 'column' | 'value'> = {
  severity: 'refuse',
  code: 'no_name',
  reason: 'The row names no child.',
  remedy: 'Put forename and surname into the file and import it again.',
};

const RESCUE_WITHOUT_ASSISTANT: Omit<Problem, 'column' | 'value'> = {
  severity: 'warn',
  code: 'rescue_without_assistant',
  reason: 'Rescue medication is recorded but no passenger assistant: who gives it on the way?',
  remedy:
    'Ask the family and the clinician, and set the assistant on the case page before the plan is approved.',
};

const WHEELCHAIR_UNSURE: Omit<Problem, 'column' | 'value'> = {
  severity: 'warn',
  code: 'wheelchair_unsure',
  reason: 'A wheelchair user, but not said whether they travel in it: taken as travelling in it.',
  remedy: 'Ask the family and set the mobility on the case page.',
};

const REMINDERS: Omit<Problem, 'column' | 'value'> = {
  severity: 'warn',
  code: 'reminder_order',
  reason: 'The reminder is dated before the one that comes first.',
  remedy: 'Check both dates against the letters sent.',
};

const BEFORE_COHORT: Omit<Problem, 'column' | 'value'> = {
  severity: 'warn',
  code: 'received_before_cohort',
  reason: 'The application was received before this cohort’s requests began.',
  remedy: 'Check the date, or whether the request belongs to an earlier year.',
};
