/** Cases for the rules of eligibility: one child, one school, the home so many metres due south of it. */
import { isoDate } from '../../shared/calendar/dates.ts';
import { DEFAULT_SETTINGS } from '../../shared/costing/default-settings.ts';
import type { CaseFacts } from '../../shared/eligibility/case-facts.ts';
import { decider, type Proposal } from '../../shared/eligibility/decide.ts';
import { NO_EVIDENCE, type Evidence } from '../../shared/eligibility/evidence.ts';
import type { NetworkWays } from '../../shared/eligibility/network-ways.ts';
import type { RuleName, RuleResult } from '../../shared/eligibility/rule-result.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { Application, Client } from '../../shared/model/client.ts';
import type { Setting } from '../../shared/model/money.ts';
import type { School } from '../../shared/model/school.ts';
import { someClient, someSchool } from './cost-facts.ts';
import { someApplication } from './random-county.ts';

/** Term time, and far from every birthday of the cases. */
export const TERM = isoDate('2026-11-02');

/** Metres to a degree of latitude on the sphere of `geo/estimate.ts`. */
const DEGREE_M = (6_371_008.8 * Math.PI) / 180;

const NAMED = 'School named, no condition';

/** A school every case goes to unless told otherwise. */
export const SCHOOL = someSchool(1, { name: 'Meadowfield School', lat: 51.3, lon: 0.5 });

/** What differs from a child of ten at a special school that section I names. */
export interface CaseGiven {
  /** Straight line from home to school, metres; null for no position. */
  readonly metres?: number | null;
  readonly client?: Partial<Client>;
  readonly application?: Partial<Application>;
  readonly evidence?: Partial<Evidence>;
  /** Measures on the road network. */
  readonly ways?: NetworkWays;
  readonly school?: Partial<School>;
  readonly others?: readonly School[];
  readonly settings?: readonly Setting[];
  readonly on?: string;
  readonly starts_on?: string;
}

/** The facts of a case. */
export function someCase(given: CaseGiven = {}): CaseFacts {
  const { metres = 10_000 } = given;
  const client = someClient(1, {
    date_of_birth: isoDate('2016-05-01'),
    lat: metres === null ? null : 51.3 - metres / DEGREE_M,
    lon: metres === null ? null : 0.5,
    position_source: metres === null ? 'none' : 'pin',
    position_error_m: metres === null ? null : 30,
    school_urn: 1,
    section_i: NAMED,
    ...given.client,
  });
  return {
    application: someApplication(1, given.application),
    client,
    phase: 'primary',
    year: '2026/27' as CaseFacts['year'],
    starts_on: isoDate(given.starts_on ?? given.on ?? TERM),
    evidence: { ...NO_EVIDENCE, ...given.evidence },
    ...(given.ways === undefined ? {} : { ways: given.ways }),
  };
}

/** Decides one case. */
export function decideCase(given: CaseGiven = {}): Proposal {
  const schools = [{ ...SCHOOL, ...given.school }, ...(given.others ?? [])];
  const county = {
    settings: given.settings ?? DEFAULT_SETTINGS,
    schools: new Map(schools.map((each) => [each.urn, each])),
  };
  return decider(county, isoDate(given.on ?? TERM))(someCase(given));
}

/** One rule of a proposal, by name. */
export function ruleOf(proposal: Proposal, name: RuleName): RuleResult {
  const { qualifying, nearest_suitable } = proposal.school;
  const all = [qualifying, nearest_suitable, ...proposal.rules];
  return defined(
    all.find(({ rule }) => rule === name),
    name,
  );
}

/** A measured walking route of a length. */
export function walked(distance_m: number): Partial<Evidence> {
  const on = isoDate('2026-10-01');
  return {
    measured: { distance_m, error_m: 5, tool: 'a measuring wheel', on, by: 'A. Officer' },
  };
}
