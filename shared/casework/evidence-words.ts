/** Evidence in words: one way in the history, on screens and in a decision's facts. */
import { formatDate } from '../format/date.ts';
import { formatMiles } from '../format/distance.ts';
import type { EvidenceGiven, EvidenceKind } from '../model/evidence.ts';

/** What each kind is called. */
export const EVIDENCE_WORDS: Readonly<Record<EvidenceKind, string>> = {
  measured: 'Walking route measured',
  road: 'Way by road measured',
  accompaniment: 'Walking and accompanying',
  route_concern: 'Concern about the route',
  low_income: 'Low income',
  belief: 'Religion or belief',
  nearer: 'Nearer school',
  course: 'Post-16 course',
  post_16: 'Necessary after 16',
};

/** One piece of evidence in a line, without its kind. */
export function evidenceSaid(given: EvidenceGiven): string {
  switch (given.kind) {
    case 'measured':
    case 'road': {
      const { distance_m, error_m, tool, measured_on, measured_by, from, to } = given;
      return `${formatMiles(distance_m)} to within ${Math.round(error_m)} m, from ${from} to ${to}, with ${tool} on ${formatDate(measured_on)} by ${measured_by}`;
    }
    case 'accompaniment':
      return accompanimentSaid(given);
    case 'route_concern':
      return given.concern === ''
        ? `settled, ${given.raised_by}, ${formatDate(given.raised_on)}`
        : `${given.concern} (${given.raised_by}, ${formatDate(given.raised_on)})`;
    case 'low_income':
      return `${given.basis}, ${given.counts ? 'counts' : 'does not count'} for ${given.year}, seen on ${formatDate(given.seen_on)} by ${given.checked_by}`;
    case 'belief':
      return `${given.stated === '' ? 'none' : given.stated}, as ${given.stated_by} stated on ${formatDate(given.stated_on)}; ${given.nearest_preferred ? '' : 'not '}the nearest school preferred on that ground`;
    case 'nearer':
      return `${given.school}: ${given.suitable ? 'suitable' : 'not suitable'}, ${given.had_place ? 'a place' : 'no place'} on ${formatDate(given.named_on)}; ${given.asked} answered on ${formatDate(given.answered_on)}: ${given.answer}`;
    case 'course':
      return `${given.course}, from ${formatDate(given.began_on)}`;
    default:
      return `${given.necessary ? 'necessary' : 'not necessary'}, ${formatDate(given.answered_on)}: ${given.reason}`;
  }
}

function accompanimentSaid(
  given: Extract<EvidenceGiven, { readonly kind: 'accompaniment' }>,
): string {
  const { walks_accompanied, parent_can_accompany, ends_on } = given;
  const walk =
    walks_accompanied === null
      ? 'walking not answered'
      : walks_accompanied
        ? 'can walk it accompanied'
        : 'cannot walk it even accompanied';
  const parent =
    parent_can_accompany === null
      ? ''
      : parent_can_accompany
        ? ', a parent can accompany'
        : ', no parent can reasonably accompany';
  const until = ends_on === null ? '' : `, until ${formatDate(ends_on)}`;
  return `${walk}${parent}${until}: ${given.reason}`;
}

/** One piece of evidence in a line, its kind first, as the history has it. */
export function evidenceWords(given: EvidenceGiven): string {
  return `${EVIDENCE_WORDS[given.kind]}: ${evidenceSaid(given)}`;
}
