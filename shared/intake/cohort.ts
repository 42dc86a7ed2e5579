import type { CohortMember } from '../model/school.ts';
import { readBirth, readName, readRef } from './people.ts';
import type { Problem } from './problem.ts';
import { rowReader, type RowContext } from './row-reader.ts';
import type { RawRow } from './table.ts';

/** A child of the cohort; school and application are matched later. */
export interface ParsedMember {
  readonly line: number;
  readonly member: Omit<CohortMember, 'school_urn'>;
  readonly school_urn_given: string;
  readonly problems: readonly Problem[];
}

/** Reads the cohort who should apply. A reference on an earlier line refuses the later one; `seen` carries them from file to file. */
export function parseCohort(
  rows: readonly RawRow[],
  context: RowContext,
  seen = new Map<string, number>(),
): readonly ParsedMember[] {
  const refuse = (code: string, reason: string): Omit<Problem, 'column' | 'value'> => ({
    severity: 'refuse',
    code,
    reason,
    remedy: 'Correct it in the file and import it again.',
  });
  return rows.map((raw) => {
    const row = rowReader(raw, context);
    const ref = readRef(row.text('ref'));
    const before = seen.get(ref);
    if (ref === '') row.add('ref', refuse('no_reference', 'The row has no reference.'));
    else if (before !== undefined)
      row.add('ref', refuse('reference_twice', `The reference stands on line ${before} already.`));
    else seen.set(ref, row.line);
    const member = {
      ref,
      ...readName(row),
      date_of_birth: readBirth(row, context.on),
      postcode: row.postcode('postcode'),
      school_given: row.text('school_given'),
      carer_name: row.text('carer_name'),
      application_ref: readRef(row.text('application_ref')),
      home_address: row.text('home_address'),
      told_on: row.date('told_on'),
    };
    return {
      line: row.line,
      member,
      school_urn_given: row.text('school_urn_given'),
      problems: row.problems,
    };
  });
}
