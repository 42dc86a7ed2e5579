/** Then the school: whether it is one that can qualify. */
import type { School } from '../model/school.ts';
import type { Standing } from './case-facts.ts';
import { ruleResult, type Outcome, type RuleResult } from './rule-result.ts';
import { straightLineMetres } from '../geo/estimate.ts';
import { isDated, VERSION } from './nearest-school.ts';

const CITATION =
  'Education Act 1996 Sch 35B para 15; Children and Families Act 2014 s38(3)(d) (section I)';

/** Maintained, academy, non-maintained special, pupil referral unit; independent only where section I names it. */
export function tryQualifyingSchool(standing: Standing): RuleResult {
  const { facts, school, thresholds } = standing;
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
  if (school.independent) return independent(standing, school);
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

function independent(standing: Standing, school: School): RuleResult {
  const { section } = standing;
  const { ehcp } = standing.facts.client;
  if (ehcp === false)
    return result(
      'not_met',
      'An independent school qualifies only where section I of an EHCP names it.',
    );
  const dated = isDated(section) ? [] : [VERSION];
  if (ehcp === null)
    return result('cannot_tell', 'Whether the child has an EHCP is not known.', [
      'Whether the child has an EHCP.',
      ...dated,
    ]);
  switch (section.reading) {
    case 'named':
    case 'conditional':
      return nearestNamed(standing, school);
    case 'type_only':
    case 'other_school':
      return result('not_met', 'An independent school that section I does not name.', dated);
    default:
      return result(
        'cannot_tell',
        'Whether section I names this independent school is not known.',
        dated,
      );
  }
}

/** Where section I names several independent schools, only the nearest of them qualifies (para 15(3) and (4)). */
function nearestNamed({ facts, section, schools, line, thresholds }: Standing, school: School) {
  const named = 'An independent school, named in section I.';
  if (section.version === null || section.version.urns.length === 0)
    return result('met', named, [
      'Whether section I names more than one independent school: only the nearest qualifies.',
    ]);
  const { lat, lon } = facts.client;
  const others = section.version.urns.flatMap((urn) => schools.get(urn) ?? []);
  const nearer = others.filter((other) => {
    if (!other.independent || other.urn === school.urn) return false;
    if (line === null || lat === null || lon === null || other.lat === null || other.lon === null)
      return true;
    const away = straightLineMetres({ lat, lon }, { lat: other.lat, lon: other.lon });
    // The ways may run otherwise than the lines: nearer only where the longest way is shorter than the other's line.
    return away < line.distance_m * thresholds.walk_over_straight;
  });
  const [first] = nearer;
  if (first === undefined) return result('met', named);
  return result(
    'cannot_tell',
    `Section I names ${first.name} as well, an independent school that may be nearer.`,
    ['Which of the independent schools that section I names is nearest: only that one qualifies.'],
  );
}

function plain(type: string): string {
  return type.replaceAll('_', ' ');
}

function result(outcome: Outcome, reason: string, missing: readonly string[] = []): RuleResult {
  return ruleResult({ rule: 'qualifying_school', outcome, reason, citation: CITATION, missing });
}
