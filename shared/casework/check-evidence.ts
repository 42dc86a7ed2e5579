/** What is wrong with evidence before it is recorded: everything at once, each a sentence. */
import type { IsoDate } from '../calendar/dates.ts';
import { parsePostcode } from '../intake/parse-postcode.ts';
import type { EvidenceGiven, SectionIGiven } from '../model/evidence.ts';
import type { WalkingRouteGiven } from '../model/walking-route.ts';

/** No school journey on foot or by road within a county is longer than this, metres [A]. */
const LONGEST_M = 200_000;
/** A register entry for homes further round than this describes no one route, metres [A]. */
const WIDEST_M = 3000;

/** A problem where it is one. */
type Check = readonly [isWrong: boolean, sentence: string];

function wrong(...checks: readonly Check[]): readonly string[] {
  return checks.flatMap(([isWrong, sentence]) => (isWrong ? [sentence] : []));
}

const blank = (text: string): boolean => text.trim() === '';

/** Everything that keeps a piece of evidence from being recorded on a day. */
export function evidenceProblems(
  given: EvidenceGiven,
  recorded: { readonly on: IsoDate; readonly by: string },
): readonly string[] {
  return [...ofKind(given, recorded.on), ...wrong([blank(recorded.by), 'Give your name.'])];
}

function ofKind(given: EvidenceGiven, on: IsoDate): readonly string[] {
  switch (given.kind) {
    case 'measured':
    case 'road':
      return wrong(
        [!(given.distance_m > 0 && given.distance_m <= LONGEST_M), 'Give the length of the way.'],
        [!(given.error_m >= 0 && given.error_m < given.distance_m), 'Give how far it may be out: less than the way itself.'], // prettier-ignore
        [blank(given.tool), 'Say what it was measured with.'],
        [given.measured_on > on, 'The day of measuring lies after today.'],
        [blank(given.measured_by), 'Say who measured it.'],
        [blank(given.from), 'Say from which point of the home.'],
        [blank(given.to), 'Say to which entrance of the school.'],
      );
    case 'accompaniment':
      return ofAccompaniment(given, on);
    case 'route_concern':
      return wrong(
        [blank(given.raised_by), 'Say who raised it, or who settled it.'],
        [given.raised_on > on, 'The day it was raised lies after today.'],
      );
    case 'low_income':
      return wrong(
        [blank(given.basis), 'Name the basis.'],
        [given.seen_on > on, 'The day the evidence was seen lies after today.'],
        [blank(given.checked_by), 'Say who checked it.'],
      );
    case 'belief':
      return wrong(
        [blank(given.stated_by), 'Say who stated it.'],
        [given.stated_on > on, 'The day of the statement lies after today.'],
        [blank(given.stated) && given.nearest_preferred, 'Without a religion or belief the school is not preferred on that ground.'], // prettier-ignore
      );
    case 'nearer':
      return wrong(
        [given.urn <= 0, 'Choose the school.'],
        [blank(given.asked), 'Say who was asked.'],
        [blank(given.answer), 'Write what was answered, or where it can be read.'],
        [given.answered_on > on, 'The day of the answer lies after today.'],
      );
    case 'course':
      return wrong([blank(given.course), 'Name the course.']);
    default:
      return wrong(
        [blank(given.reason), 'Write why it is necessary, or why not.'],
        [blank(given.instead), 'Say what was weighed instead: training, a pass, a budget, help of others.'], // prettier-ignore
        [given.answered_on > on, 'The day of the answer lies after today.'],
      );
  }
}

/** Disability, other children and work are weighed one by one before a parent is said to be able or not. */
function ofAccompaniment(
  given: Extract<EvidenceGiven, { readonly kind: 'accompaniment' }>,
  on: IsoDate,
): readonly string[] {
  const { parent_can_accompany } = given;
  const weighs = parent_can_accompany !== null;
  return wrong(
    [given.walks_accompanied === null && !weighs, 'Answer one of the two questions.'],
    [weighs && blank(given.parent_disability), 'Weigh the parent’s own disability: none is an answer.'], // prettier-ignore
    [weighs && blank(given.other_children), 'Weigh the other children: none is an answer.'],
    [weighs && blank(given.work), 'Weigh the parent’s work: none is an answer.'],
    [blank(given.reason), 'Say whose view it is and on what evidence.'],
    [given.answered_on > on, 'The day of the answer lies after today.'],
    [given.ends_on !== null && given.ends_on < given.answered_on, 'The problem ends before it was answered.'], // prettier-ignore
  );
}

/** Everything that keeps a version of section I from being recorded. */
export function sectionIProblems(given: SectionIGiven, by: string): readonly string[] {
  const { plan_on, named_on, review_on, urns } = given;
  return wrong(
    [blank(given.words), 'Write section I word for word.'],
    [plan_on === null, 'Give the date of the plan.'],
    [urns.length > 0 && named_on === null, 'Give the date on which the school was named.'],
    [urns.length === 0 && !blank(given.condition), 'A condition belongs to a school that is named: choose the school.'], // prettier-ignore
    [plan_on !== null && review_on !== null && review_on <= plan_on, 'The annual review lies before the plan.'], // prettier-ignore
    [blank(by), 'Give your name.'],
  );
}

/** Everything that keeps an assessment from going into the register on a day. */
export function walkingRouteProblems(
  given: WalkingRouteGiven,
  recorded: { readonly on: IsoDate; readonly by: string },
): readonly string[] {
  const { place, safe, safe_way_m, review_on, assessed_on } = given;
  return wrong(
    [blank(given.name), 'Name the route.'],
    [place.kind === 'postcode' && parsePostcode(place.postcode).kind !== 'postcode', 'Give the postcode that the route starts at, in full.'], // prettier-ignore
    [place.kind === 'around' && !(place.radius_m > 0 && place.radius_m <= WIDEST_M), 'Give how far round the position homes are covered: up to 3,000 m.'], // prettier-ignore
    [place.kind === 'around' && !(place.lat >= 49 && place.lat <= 61 && place.lon >= -9 && place.lon <= 3), 'Give the position: latitude 49 to 61, longitude -9 to 3.'], // prettier-ignore
    [given.school_urn <= 0, 'Choose the school.'],
    [assessed_on > recorded.on, 'The day of the walk lies after today.'],
    [blank(given.assessor), 'Name the assessor.'],
    [blank(given.times), 'Say at what times it was walked.'],
    [blank(given.season), 'Name the season.'],
    [blank(given.lighting), 'Describe the lighting.'],
    [blank(given.traffic), 'Describe the traffic.'],
    [blank(given.finding), 'Write what was found.'],
    [safe && (safe_way_m !== null || !blank(given.way_round)), 'A safe route needs no way round.'],
    [!safe && blank(given.way_round) !== (safe_way_m === null), 'Describe the safe way round and give its length, or neither.'], // prettier-ignore
    [safe_way_m !== null && !(safe_way_m > 0 && safe_way_m <= LONGEST_M), 'Give the length of the safe way round.'], // prettier-ignore
    [review_on !== null && review_on <= assessed_on, 'The review lies before the walk.'],
    [blank(recorded.by), 'Give your name.'],
  );
}

/** What keeps a mistaken record from being withdrawn. */
export function withdrawalProblems(given: {
  readonly reason: string;
  readonly by: string;
}): readonly string[] {
  return wrong(
    [blank(given.reason), 'Write why it is withdrawn.'],
    [blank(given.by), 'Give your name.'],
  );
}
