/** What the invented county's officers recorded of its applications: evidence and versions of section I. */
import { addDays, ageOn, isoDate, type IsoDate } from '../calendar/dates.ts';
import { academicYearOf } from '../calendar/years.ts';
import type { Standing } from '../eligibility/case-facts.ts';
import type { Random } from '../kernel/random.ts';
import type { Application } from '../model/client.ts';
import type { EvidenceGiven, SectionIGiven } from '../model/evidence.ts';
import { OWN_DAY } from './applications.ts';

/** Something recorded on a day by an officer. */
export interface Recorded<Given> {
  readonly given: Given;
  readonly on: IsoDate;
  readonly by: string;
}

/** What is recorded of one case. */
export interface RecordedCase {
  readonly evidence: readonly Recorded<EvidenceGiven>[];
  readonly versions: readonly Recorded<SectionIGiven>[];
}

/** How one case stands by its record alone, and on which day what is said was recorded. */
interface Drawn {
  readonly random: Random;
  readonly standing: Standing;
  readonly application: Application;
  readonly on: IsoDate;
}

/** Shares of cases with each kind, all assumptions [A]: decided ones rest on evidence, open ones begin to. */
const OPEN_SHARE = 0.3;
const VERSION_SHARE = 0.35;
const CONCERN_SHARE = 0.04;

/** Draws what is recorded of one case, such that most of what was decided follows from it. */
export function drawRecorded(drawn: Drawn, by: string): RecordedCase {
  const { random, application } = drawn;
  const isDecided = ['awarded', 'part_awarded', 'refused'].includes(application.status);
  // Drawn for every case alike, so that one case's state leaves the next ones as they were.
  const chance = { any: random.next(), version: random.next(), concern: random.next() };
  if (!isDecided && chance.any > OPEN_SHARE) return { evidence: [], versions: [] };
  const given = [
    ...ofWalking(drawn, isDecided),
    ...ofIncome(drawn),
    ...ofPost16(drawn, isDecided),
    ...(chance.concern < CONCERN_SHARE ? ofConcern(drawn) : []),
    ...ofNearer(drawn, isDecided),
  ];
  const versions = chance.version < VERSION_SHARE || application.status === 'refused' ? ofSectionI(drawn) : []; // prettier-ignore
  const signed = <Given>(each: Given): Recorded<Given> => ({ given: each, on: drawn.on, by });
  return { evidence: given.map(signed), versions: versions.map(signed) };
}

function isOfSchoolAge({ standing }: Drawn): boolean {
  return standing.power.name === 's508B' || standing.power.name === 's508C';
}

/** Within walking distance: the way is measured, or walking and accompanying are asked about. */
function ofWalking(drawn: Drawn, isDecided: boolean): readonly EvidenceGiven[] {
  const { random, standing, application, on } = drawn;
  const { line, thresholds, age } = standing;
  if (line === null || age === null || !isOfSchoolAge(drawn)) return [];
  const limit = age < thresholds.walk_age ? thresholds.walk_under : thresholds.walk_over;
  if (line.distance_m > limit.distance_m + line.home_error_m) return [];
  const refused = application.status === 'refused';
  const way = Math.round(line.distance_m * (1.15 + 0.5 * random.next()));
  const given: EvidenceGiven[] = [];
  if (line.distance_m * 1.5 > limit.distance_m || random.chance(0.2))
    given.push({
      kind: 'measured',
      distance_m: refused ? Math.min(way, Math.floor(limit.distance_m - 60)) : way,
      error_m: 10,
      tool: random.pick(['the county’s map, footpaths of January 2026', 'a measuring wheel']),
      measured_on: on,
      measured_by: 'J. Weald, road safety',
      from: 'the front gate',
      to: random.pick([
        'the main gate',
        'the pedestrian gate',
        'the side entrance, staffed from 08:30',
      ]),
    });
  if (!refused && way > limit.distance_m && given.length > 0) return given;
  const cannot = !refused && random.chance(0.6);
  const temporary = !refused && random.chance(0.08);
  given.push({
    kind: 'accompaniment',
    // Of an open case the parent has yet to be asked.
    walks_accompanied: !cannot,
    parent_can_accompany: cannot ? null : isDecided ? refused : null,
    parent_disability: cannot ? '' : 'None.',
    other_children: cannot
      ? ''
      : random.pick([
          'None.',
          'One, at nursery from 08:45.',
          'Two, at another school at the same time.',
        ]),
    work: cannot
      ? ''
      : random.pick([
          'Not working.',
          'Nights, home by 07:30.',
          'Starts at 09:30, agreed with the employer.',
        ]),
    reason: random.pick([
      'Telephone call with the mother; a letter of the school.',
      'Advice A of the plan and a call with the school.',
      'Physiotherapist’s letter.',
    ]),
    answered_on: on,
    ends_on: temporary ? addDays(OWN_DAY, 10 + random.below(100)) : null,
  });
  return given;
}

function ofIncome({ random, standing, on }: Drawn): readonly EvidenceGiven[] {
  const { low_income_basis } = standing.facts.client;
  if (low_income_basis === '' || !random.chance(0.5)) return [];
  return [
    {
      kind: 'low_income',
      basis: low_income_basis,
      counts: true,
      seen_on: on,
      year: academicYearOf(random.chance(0.5) ? OWN_DAY : addDays(OWN_DAY, 60)),
      checked_by: 'Free meals checking service',
    },
  ];
}

function ofPost16(
  { random, standing, application, on }: Drawn,
  isDecided: boolean,
): readonly EvidenceGiven[] {
  const { power, facts } = standing;
  const born = facts.client.date_of_birth;
  const isAfter = power.name === 's509AA' || power.name === 's508F' || (power.name === 'cannot_tell' && born !== null && ageOn(born, on) >= 19); // prettier-ignore
  // One who is still of school age when the decision is made has no course yet.
  if (!isAfter) return [];
  const necessary = application.status !== 'refused';
  const course: EvidenceGiven = {
    kind: 'course',
    course: random.pick([
      'Foundation learning, year 1',
      'Supported internship',
      'Level 1 land-based studies',
      'Life skills, year 2',
    ]),
    began_on: isoDate(random.chance(0.7) ? '2026-09-07' : '2025-09-08'),
  };
  if (!isDecided) return [course];
  return [
    course,
    {
      kind: 'post_16',
      necessary,
      instead: random.pick([
        'Travel training ended without success; no direct bus.',
        'A pass would need two changes; no other help.',
        'A budget was offered and declined.',
      ]),
      reason: necessary ? random.pick(['Cannot travel alone; criteria 2 and 4 of the statement', 'Needs a wheelchair space; criterion 3 of the statement']) : 'Travels alone by bus; a pass will do', // prettier-ignore
      answered_on: on,
    },
  ];
}

function ofConcern({ random, standing, on }: Drawn): readonly EvidenceGiven[] {
  const { line, thresholds } = standing;
  if (line === null || line.distance_m > thresholds.walk_over.distance_m) return [];
  return [
    {
      kind: 'route_concern',
      concern: random.pick([
        'No footway past the farm.',
        'The crossing by the station is not lit.',
        'Flooded path in winter.',
      ]),
      raised_by: 'The parent, by letter',
      raised_on: on,
    },
  ];
}

/** A refusal beyond walking distance rests on a nearer school that was suitable and had a place. */
function ofNearer(
  { random, standing, application, on }: Drawn,
  isDecided: boolean,
): readonly EvidenceGiven[] {
  if (!isDecided || !isByPreference(standing, application)) return [];
  const [nearest] = standing.nearer()?.schools ?? [];
  if (nearest === undefined) return [];
  const refused = application.status === 'refused';
  return [
    {
      kind: 'nearer',
      urn: nearest.school.urn,
      school: nearest.school.name,
      suitable: true,
      had_place: refused,
      named_on: isoDate('2026-02-13'),
      asked: random.pick(['The head', 'The SEN placement team']),
      answered_on: on,
      answer: refused ? 'Could have met the plan’s needs; two places were free in February.' : 'Suitable, and full since January.', // prettier-ignore
    },
  ];
}

/** Named by preference: as the words say, or as a refusal beyond walking distance found in the plan itself. */
function isByPreference({ section, line, thresholds }: Standing, { status }: Application): boolean {
  if (section.reading === 'conditional') return true;
  if (status !== 'refused' || section.reading !== 'named' || line === null) return false;
  return line.distance_m > thresholds.walk_over.distance_m;
}

/** A version of the plan named in February, or one of last autumn whose annual review comes up. */
function ofSectionI({ random, standing, application }: Drawn): readonly SectionIGiven[] {
  const { school, section, facts } = standing;
  if (school === null || facts.client.ehcp !== true) return [];
  if (section.reading !== 'named' && section.reading !== 'conditional') return [];
  const conditional = isByPreference(standing, application);
  const [nearest] = conditional ? (standing.nearer()?.schools ?? []) : [];
  const plan_on = random.chance(0.25)
    ? addDays(isoDate('2025-08-15'), random.below(60))
    : addDays(isoDate('2026-01-12'), random.below(33));
  const isConditional = conditional && nearest !== undefined;
  return [
    {
      words: isConditional
        ? `${school.name}, by parental preference. ${nearest.school.name} could meet the needs as well; the parents bring the child while they prefer ${school.name}.`
        : `${school.name}.`,
      plan_on,
      urns: isConditional ? [school.urn, nearest.school.urn] : [school.urn],
      condition: isConditional ? 'Parental preference: the parents bring the child.' : '',
      named_on: plan_on,
      review_on: addDays(plan_on, 364),
    },
  ];
}
