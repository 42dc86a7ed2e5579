/** Then the school: whether it is one that can qualify. */
import type { School } from '../model/school.ts';
import type { Standing } from './case-facts.ts';
import { ruleResult, type Outcome, type RuleResult } from './rule-result.ts';
import { straightLineMetres } from '../geo/estimate.ts';
import type { Answer } from './answer.ts';
import { isDated, VERSION } from './nearest-school.ts';

const CITATION =
  'Education Act 1996 Sch 35B para 15(2) and (3); Children and Families Act 2014 s38(3)(d) (section I)';

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

const WHICH =
  'Which of the schools that section I names is nearest: an independent school qualifies only where it is the only one named, or the nearest of those named.';

/** An independent school qualifies where section I names it alone, or where it is the nearest of all that are named (para 15(3)). */
function nearestNamed(standing: Standing, school: School): RuleResult {
  const { section, schools } = standing;
  const named = 'An independent school, named in section I.';
  if (section.version === null || section.version.urns.length === 0)
    return section.reading === 'conditional'
      ? result('cannot_tell', `${named} A nearer school seems to be named as well.`, [WHICH])
      : result('met', named, [
          'Whether section I names another school too: of several only the nearest qualifies.',
        ]);
  const others = section.version.urns
    .filter((urn) => urn !== school.urn)
    .map((urn) => ({ name: schools.get(urn)?.name ?? `URN ${urn}`, answer: isNearer(standing, schools.get(urn)) })); // prettier-ignore
  const surely = others.find(({ answer }) => answer === 'yes');
  if (surely !== undefined)
    return result('not_met', `${named} ${surely.name}, which it names as well, is nearer.`);
  const perhaps = others.find(({ answer }) => answer === 'cannot_tell');
  if (perhaps !== undefined)
    return result('cannot_tell', `${named} ${perhaps.name} is named as well and may be nearer.`, [
      WHICH,
    ]);
  return result('met', others.length === 0 ? named : `${named} It is the nearest named.`);
}

/** Whether another school is nearer by whatever way: lines tell it only where the longest walk of one is shorter than the other's line. */
function isNearer({ facts, line, thresholds }: Standing, other: School | undefined): Answer {
  const { lat, lon } = facts.client;
  if (line === null || lat === null || lon === null) return 'cannot_tell';
  if (other === undefined || other.lat === null || other.lon === null) return 'cannot_tell';
  const away = straightLineMetres({ lat, lon }, { lat: other.lat, lon: other.lon });
  const factor = thresholds.walk_over_straight;
  if (away * factor < line.distance_m - line.error_m) return 'yes';
  return away > line.distance_m * factor + line.error_m ? 'no' : 'cannot_tell';
}

function plain(type: string): string {
  return type.replaceAll('_', ' ');
}

function result(outcome: Outcome, reason: string, missing: readonly string[] = []): RuleResult {
  return ruleResult({ rule: 'qualifying_school', outcome, reason, citation: CITATION, missing });
}
