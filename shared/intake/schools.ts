import type { Need } from '../model/client.ts';
import { NEEDS } from '../model/client.ts';
import type { School } from '../model/school.ts';
import { compact, words } from './normalise.ts';
import { parseNeed } from './parse-codes.ts';
import { parsePostcode } from './parse-postcode.ts';
import { readPosition } from './people.ts';
import type { Problem } from './problem.ts';
import { rowReader, type RowContext, type RowReader } from './row-reader.ts';
import type { RawRow } from './table.ts';

/** What is known of a school from a file: fields without a column are left out. */
export type SchoolFacts = Partial<School> & Pick<School, 'urn'>;

export interface ParsedSchool {
  readonly line: number;
  readonly school: SchoolFacts;
  readonly problems: readonly Problem[];
}

/** Reads a list of schools. A URN on an earlier line refuses the later one; `seen` carries URNs from file to file. */
export function parseSchools(
  rows: readonly RawRow[],
  context: RowContext,
  seen = new Map<number, number>(),
): readonly ParsedSchool[] {
  return rows.map((raw) => {
    const row = rowReader(raw, context);
    const urn = row.whole('urn', { min: 1, max: 9_999_999 }, 'refuse') ?? 0;
    if (row.text('urn') === '') row.add('urn', refusal('no_urn', 'The row has no URN.'));
    const before = seen.get(urn);
    if (urn > 0 && before !== undefined)
      row.add('urn', refusal('urn_twice', `The URN stands on line ${before} already.`));
    else seen.set(urn, row.line);
    const name = row.text('name');
    if (name === '') row.add('name', refusal('no_name', 'The row has no name.'));
    const postcode = schoolPostcode(row);
    const school = {
      urn,
      name,
      ...postcode,
      ...position(row),
      ...kind(row),
      ...needs(row),
      ...size(row),
    };
    return { line: row.line, school, problems: row.problems };
  });
}

function refusal(code: string, reason: string): Omit<Problem, 'column' | 'value'> {
  return {
    severity: 'refuse',
    code,
    reason,
    remedy: 'Correct it in the file and import it again.',
  };
}

/** Published lists leave postcodes of closed schools out; that is no problem of the row. */
function schoolPostcode(row: RowReader): Partial<School> {
  const read = parsePostcode(row.text('postcode'));
  return {
    ...(row.has('town') ? { town: row.text('town') } : {}),
    ...(row.has('postcode')
      ? { postcode: read.kind === 'not_understood' ? '' : read.postcode }
      : {}),
  };
}

function position(row: RowReader): Partial<School> {
  // A blank tells nothing: it must not take away the district that the postcode gave.
  const code = row.has('district_code') ? row.text('district_code') : '';
  const district = code === '' ? {} : { district_code: code };
  return { ...district, ...readPosition(row) };
}

function kind(row: RowReader): Partial<School> {
  const type = typeGroup(row);
  const status = row.text('status');
  return {
    ...(type === null ? {} : { type_group: type, independent: /independent/.test(type) }),
    status: /^(closed|proposed to open)$/i.test(status) ? 'closed' : 'open',
  };
}

/** Type groups by GIAS's names of establishment types (get-information-schools.service.gov.uk, read 2026), the first that fits. */
const GIAS_TYPES: readonly (readonly [RegExp, string])[] = [
  [/non maintained special/, 'special_non_maintained'],
  [/independent special/, 'special_independent'],
  [/special/, 'special_state'],
  [/pupil referral|alternative provision|secure unit/, 'pru_or_ap'],
  [/independent/, 'independent'],
  [/further education|sixth form|16 to 19|16 19|special college/, 'fe_college'],
  [/higher education/, 'higher_education'],
  [/nursery/, 'nursery'],
];

function typeGroup(row: RowReader): string | null {
  const given = row.text('type_group');
  if (given !== '') {
    const key = words(given).replace(/ /g, '_');
    const gias = GIAS_TYPES.find(([pattern]) => pattern.test(words(given)))?.[1];
    return /^[a-z0-9]+(_[a-z0-9]+)*$/.test(given) ? given : (gias ?? phaseGroup(given) ?? key);
  }
  const type = words(row.text('gias_type'));
  if (type === '') return null;
  return (
    GIAS_TYPES.find(([pattern]) => pattern.test(type))?.[1] ??
    phaseGroup(row.text('gias_phase')) ??
    'not_known'
  );
}

function phaseGroup(phase: string): string | null {
  const key = words(phase);
  if (/through/.test(key)) return 'all_through';
  if (/middle/.test(key)) return 'middle';
  if (/nursery/.test(key)) return 'nursery';
  if (/primary|infant|junior/.test(key)) return 'primary';
  if (/secondary/.test(key)) return 'secondary';
  if (/16|sixth/.test(key)) return 'fe_college';
  return null;
}

/**
 * Needs behind the designations of Kent's special schools (Kent County Council, special schools by designation): profound, severe and
 * complex needs; communication and interaction; with learning difficulties (LD).
 */
const DESIGNATIONS: Readonly<Record<string, readonly Need[]>> = {
  pscn: ['PMLD', 'SLD'],
  candi: ['ASD', 'SLCN'],
  ci: ['ASD', 'SLCN'],
  candiwithld: ['ASD', 'MLD', 'SLCN'],
  ciwithld: ['ASD', 'MLD', 'SLCN'],
  semhwithld: ['MLD', 'SEMH'],
};

function needs(row: RowReader): Partial<School> {
  const fields = ['sen_1', 'sen_2', 'sen_3', 'sen_4', 'sen_5', 'sen_6'].filter((each) =>
    row.has(each),
  );
  if (fields.length === 0 && !row.has('designation')) return {};
  const designation = row.text('designation');
  const listed = fields.flatMap((each) => parseNeed(row.text(each).split(' - ')[0] ?? '') ?? []);
  const designated =
    DESIGNATIONS[compact(designation.replace(/&/g, 'and'))] ??
    designation.split(/[/,;+]|\band\b/i).flatMap((part) => parseNeed(part) ?? []);
  const found = new Set<Need>([...listed, ...designated]);
  return {
    needs: NEEDS.filter((need) => found.has(need)),
    ...(row.has('designation') ? { designation } : {}),
  };
}

function size(row: RowReader): Partial<School> {
  const age = { min: 0, max: 99 };
  const many = { min: 0, max: 100_000 };
  const whole = (field: string, name: string, range: { min: number; max: number }) =>
    row.has(field) ? { [name]: row.whole(field, range) } : {};
  return {
    ...whole('age_from', 'age_from', age),
    ...whole('age_to', 'age_to', age),
    ...ages(row),
    ...whole('places', 'places', many),
    ...whole('roll', 'roll', many),
    ...(row.has('day_starts') ? { day_starts_s: row.time('day_starts') } : {}),
    ...(row.has('day_ends') ? { day_ends_s: row.time('day_ends') } : {}),
  };
}

/** `4-19` or `4 to 19` in one column. */
function ages(row: RowReader): Partial<School> {
  const match = /^(\d{1,2})\s*(?:-|–|to)\s*(\d{1,2})$/i.exec(row.text('ages'));
  return match ? { age_from: Number(match[1]), age_to: Number(match[2]) } : {};
}
