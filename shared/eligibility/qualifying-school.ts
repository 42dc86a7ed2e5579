/** Then the school: whether it is one that can qualify. */
import type { School } from '../model/school.ts';
import type { Standing } from './case-facts.ts';
import { ruleResult, type Outcome, type RuleResult } from './rule-result.ts';
import { readSectionI } from './section-i.ts';

const CITATION =
  'Education Act 1996 Sch 35B para 15; Children and Families Act 2014 s38(3)(d) (section I)';

/** Maintained, academy, non-maintained special, pupil referral unit; independent only where section I names it. */
export function tryQualifyingSchool({ facts, school, thresholds }: Standing): RuleResult {
  const { client } = facts;
  if (school === null) {
    const given =
      client.school_given === ''
        ? 'No school is given.'
        : 'The school given is not among the schools imported.';
    return result('cannot_tell', given, ['The school that is named or attended, with its URN.']);
  }
  if (school.status === 'closed')
    return result('cannot_tell', 'The school is closed in the list of schools.', [
      'The school that the child goes to now.',
    ]);
  if (school.independent)
    return independent(client.ehcp, readSectionI(client.section_i, school.name));
  return byType(school, thresholds.qualifying_types);
}

function byType(school: School, types: readonly string[]): RuleResult {
  if (types.includes(school.type_group))
    return result('met', `The school is of a type that qualifies (${plain(school.type_group)}).`);
  if (school.type_group === '' || school.type_group === 'not_known')
    return result('cannot_tell', 'The type of the school is not known.', [
      'The type of the school.',
    ]);
  return result(
    'not_met',
    `A school of this type (${plain(school.type_group)}) is not one that qualifies.`,
  );
}

function independent(ehcp: boolean | null, section: ReturnType<typeof readSectionI>): RuleResult {
  if (ehcp === false)
    return result(
      'not_met',
      'An independent school qualifies only where section I of an EHCP names it.',
    );
  const dated = 'Section I, word for word, with its version and date.';
  if (ehcp === null)
    return result('cannot_tell', 'Whether the child has an EHCP is not known.', [
      'Whether the child has an EHCP.',
      dated,
    ]);
  if (section === 'named' || section === 'conditional')
    return result('met', 'An independent school, named in section I.', [
      'Whether section I names more than one independent school: only the nearest qualifies.',
    ]);
  if (section === 'type_only')
    return result('not_met', 'An independent school that section I does not name.', [dated]);
  return result('cannot_tell', 'Whether section I names this independent school is not known.', [
    dated,
  ]);
}

function plain(type: string): string {
  return type.replaceAll('_', ' ');
}

function result(outcome: Outcome, reason: string, missing: readonly string[] = []): RuleResult {
  return ruleResult({ rule: 'qualifying_school', outcome, reason, citation: CITATION, missing });
}
