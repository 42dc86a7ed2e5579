/** Evidence, versions of section I and walked routes for tests: complete ones, with what a test changes. */
import { isoDate, type AcademicYear } from '../../shared/calendar/dates.ts';
import type {
  AccompanimentGiven,
  EvidenceGiven,
  EvidenceRecord,
  LowIncomeGiven,
  NearerGiven,
  SectionIVersion,
  WayGiven,
} from '../../shared/model/evidence.ts';
import type { WalkingRoute } from '../../shared/model/walking-route.ts';

const DAY = isoDate('2026-10-01');
const BY = 'A. Officer';

export function recordOf(id: number, given: EvidenceGiven): EvidenceRecord {
  const application_ref = 'A1';
  return { id, application_ref, given, recorded_on: DAY, recorded_by: BY, withdrawn: null };
}

export function wayGiven(given: Partial<WayGiven>): WayGiven {
  return {
    kind: 'measured',
    distance_m: 2500,
    error_m: 5,
    tool: 'a measuring wheel',
    measured_on: DAY,
    measured_by: BY,
    from: 'the front gate',
    to: 'the pedestrian gate in Mill Lane',
    ...given,
  };
}

export function accompanimentGiven(given: Partial<AccompanimentGiven>): AccompanimentGiven {
  return {
    kind: 'accompaniment',
    walks_accompanied: true,
    parent_can_accompany: true,
    parent_disability: 'None.',
    other_children: 'One, at the same school.',
    work: 'Starts at 10:00.',
    reason: 'Telephone call with the mother.',
    answered_on: DAY,
    ends_on: null,
    ...given,
  };
}

export function lowIncomeGiven(given: Partial<LowIncomeGiven>): LowIncomeGiven {
  return {
    kind: 'low_income',
    basis: 'Universal Credit, under threshold',
    counts: true,
    seen_on: DAY,
    year: '2026/27' as AcademicYear,
    checked_by: BY,
    ...given,
  };
}

export function nearerGiven(given: Partial<NearerGiven>): NearerGiven {
  return {
    kind: 'nearer',
    urn: 2,
    school: 'Oakley School',
    suitable: true,
    had_place: true,
    named_on: isoDate('2026-02-15'),
    asked: 'the head',
    answered_on: DAY,
    answer: 'A letter of 1 October.',
    ...given,
  };
}

export function versionOf(version: number, given: Partial<SectionIVersion>): SectionIVersion {
  return {
    id: version,
    client_id: 1,
    version,
    source: 'officer',
    words: 'As the plan has it.',
    plan_on: isoDate('2026-02-15'),
    urns: [],
    condition: '',
    named_on: isoDate('2026-02-15'),
    review_on: null,
    recorded_on: DAY,
    recorded_by: BY,
    withdrawn: null,
    ...given,
  };
}

export function routeOf(id: number, given: Partial<WalkingRoute>): WalkingRoute {
  return {
    id,
    name: 'Mill Lane',
    place: { kind: 'postcode', postcode: 'ME14 1XX' },
    school_urn: 1,
    assessed_on: isoDate('2026-02-10'),
    assessor: 'A. Walker',
    times: '08:05 to 08:40',
    season: 'winter',
    lighting: 'none beyond the church',
    traffic: '60 mph, heavy vehicles',
    safe: false,
    finding: 'No footway for 400 m.',
    way_round: '',
    safe_way_m: null,
    review_on: isoDate('2028-02-10'),
    recorded_on: isoDate('2026-02-11'),
    recorded_by: BY,
    supersedes: null,
    superseded_by: null,
    withdrawn: null,
    ...given,
  };
}
