/** What each form starts from: today, whoever works here, and what is recorded already. */
import { academicYearOf } from '../../../shared/calendar/years.ts';
import type { EvidencePage } from '../../../shared/api/views/evidence.ts';
import type { EvidenceGiven, EvidenceKind } from '../../../shared/model/evidence.ts';

/** The first state of a form. */
export function firstGiven(kind: EvidenceKind, page: EvidencePage, officer: string): EvidenceGiven {
  const { on } = page;
  switch (kind) {
    case 'measured':
    case 'road':
      return {
        kind,
        distance_m: Number.NaN,
        error_m: 10,
        tool: '',
        measured_on: on,
        measured_by: officer,
        from: 'the home’s address point',
        to: 'the nearest usable entrance',
      };
    case 'accompaniment':
      return {
        kind,
        walks_accompanied: null,
        parent_can_accompany: null,
        parent_disability: '',
        other_children: '',
        work: '',
        reason: '',
        answered_on: on,
        ends_on: null,
      };
    case 'route_concern':
      return { kind, concern: '', raised_by: '', raised_on: on };
    case 'low_income': {
      const [basis] = page.bases;
      return {
        kind,
        basis: basis?.basis ?? '',
        counts: basis?.counts === 'yes',
        seen_on: on,
        year: academicYearOf(on),
        checked_by: officer,
      };
    }
    case 'belief':
      return { kind, stated: '', stated_by: '', stated_on: on, nearest_preferred: false };
    case 'nearer': {
      const named = page.versions.find(({ id }) => id === page.version_in_force)?.named_on;
      const answered = new Set(page.records.flatMap(({ given, withdrawn }) => given.kind === 'nearer' && withdrawn === null ? [given.urn] : [])); // prettier-ignore
      const next = page.nearer.find(({ urn }) => !answered.has(urn)) ?? page.nearer[0];
      return {
        kind,
        urn: next?.urn ?? 0,
        school: next?.name ?? '',
        suitable: false,
        had_place: false,
        named_on: named ?? on,
        asked: '',
        answered_on: on,
        answer: '',
      };
    }
    case 'course':
      return { kind, course: '', began_on: on };
    default:
      return { kind: 'post_16', necessary: true, instead: '', reason: '', answered_on: on };
  }
}
