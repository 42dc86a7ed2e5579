/** Every rule tried on one application: a proposal with its reasons. An officer decides and signs. */
import type { IsoDate } from '../calendar/dates.ts';
import type { Setting } from '../model/money.ts';
import type { School } from '../model/school.ts';
import type { EvidenceRecord, SectionIVersion } from '../model/evidence.ts';
import { ageOf } from './ages.ts';
import { all, any, type Answer } from './answer.ts';
import type { CaseFacts, Standing } from './case-facts.ts';
import { eventsAhead, type Event } from './changes.ts';
import { cliffEdges, type CliffEdge } from './cliff-edges.ts';
import { contradictions } from './contradictions.ts';
import { tryDistance } from './distance.ts';
import { tryExtendedRights } from './extended-rights.ts';
import { measuredRoute, straightMeasure, walkExceeds, type Measure } from './measure.ts';
import { walkedOnNetwork } from './network-ways.ts';
import { compareSchools, type Compared } from './nearer-schools.ts';
import { isCandidate } from './nearest-suitable.ts';
import { tryNearestSchool } from './nearest-school.ts';
import { tryPost16 } from './post-16.ts';
import { decidePower, type Power, type PowerName } from './power.ts';
import { explain } from './explain.ts';
import { tryQualifyingSchool } from './qualifying-school.ts';
import { sectionIOn } from './section-i.ts';
import { answerOf, idle, type RuleName, type RuleResult } from './rule-result.ts';
import { trySen } from './sen.ts';
import { thresholdsAt, type Thresholds } from './thresholds.ts';
import { tryUnsafeRoute } from './unsafe-route.ts';

export type Proposed = 'met' | 'not_met' | 'cannot_tell';

/** What is proposed for one application, with every rule tried. */
export interface Proposal {
  readonly ref: string;
  readonly status: string;
  readonly type: string;
  readonly power: Power;
  readonly school: {
    readonly urn: number | null;
    readonly name: string;
    /** Word for word, of the version in force. */
    readonly section_i: string;
    /** Null where only the words of the record are known. */
    readonly section_i_version: SectionIVersion | null;
    readonly qualifying: RuleResult;
    readonly nearest_suitable: RuleResult;
  };
  /** The four groups, and what is asked after 16. */
  readonly rules: readonly RuleResult[];
  readonly proposal: Proposed;
  /** A sentence. */
  readonly reason: string;
  /** What has to be known before the proposal can be more than `cannot_tell`. */
  readonly waiting_for: readonly string[];
  readonly marginal: readonly RuleName[];
  readonly cliff_edges: readonly CliffEdge[];
  readonly changes: readonly (Event & {
    readonly power_then: PowerName;
    readonly proposal_then: Proposed;
  })[];
  /** Facts that contradict each other or are not measured here, each a sentence. */
  readonly notes: readonly string[];
  /** The evidence that counted. */
  readonly evidence: readonly EvidenceRecord[];
}

/** What many decisions share. */
export interface County {
  readonly settings: readonly Setting[];
  readonly schools: ReadonlyMap<number, School>;
}

/** The rules of a county, by the thresholds in force on each day. */
export interface Rules {
  readonly thresholdsOn: (day: IsoDate) => Thresholds;
  /** Everything tried on one day, without what lies ahead. */
  readonly tryOn: (facts: CaseFacts, day: IsoDate) => Tried;
  readonly standingOn: (facts: CaseFacts, day: IsoDate) => Standing;
  /** Everything tried on a case that stands already. */
  readonly tryAs: (standing: Standing) => Tried;
}

/** Makes the rules of a county: what many cases and many days share is worked out once. */
export function rulesOf(county: County): Rules {
  const candidates = [...county.schools.values()].filter(isCandidate);
  const byDay = new Map<IsoDate, Thresholds>();
  const thresholdsOn = (day: IsoDate): Thresholds => {
    const known = byDay.get(day) ?? thresholdsAt(county.settings, day);
    byDay.set(day, known);
    return known;
  };
  const standingOn = (facts: CaseFacts, day: IsoDate): Standing => {
    const urn = facts.client.school_urn;
    const school = urn === null ? null : (county.schools.get(urn) ?? null);
    const { schools } = county;
    return standing(facts, { on: day, thresholds: thresholdsOn(day), school, schools, candidates });
  };
  return {
    thresholdsOn,
    standingOn,
    tryOn: (facts, day) => tryRules(standingOn(facts, day)),
    tryAs: tryRules,
  };
}

/**
 * Makes the function that decides one application after another on a day. `ahead_days`: how far ahead changes are listed;
 * as set unless told.
 */
export function decider(
  county: County,
  on: IsoDate,
  ahead_days?: number,
): (facts: CaseFacts) => Proposal {
  const rules = rulesOf(county);
  return (facts) => {
    const now = rules.standingOn(facts, on);
    const ahead = eventsAhead(facts, now.thresholds, { on, ahead_days });
    const changes = ahead.map((event) => {
      const then = rules.tryOn(facts, event.takes_effect_on);
      return { ...event, power_then: then.power.name, proposal_then: then.proposal };
    });
    return propose(now, changes);
  };
}

/**
 * The measure on foot: an officer's, else the network's where the straight line alone does not put the home beyond walking distance
 * (most homes lie far beyond it, and need no way worked out), else the line.
 */
function measureOf(facts: CaseFacts, line: Measure | null, thresholds: Thresholds): Measure | null {
  const { measured } = facts.evidence;
  if (measured !== null) return measuredRoute(measured);
  if (facts.ways === undefined || line === null) return line;
  const { walk_under, walk_over, extended_lower } = thresholds;
  const isNear = [walk_under, walk_over, extended_lower].some(
    ({ distance_m }) => walkExceeds(line, distance_m, thresholds).answer !== 'yes',
  );
  const walking = isNear ? facts.ways.walking() : null;
  return walking === null ? line : walkedOnNetwork(walking, line, thresholds);
}

function standing(
  facts: CaseFacts,
  given: Pick<Standing, 'on' | 'thresholds' | 'school' | 'schools'> & {
    readonly candidates: readonly School[];
  },
): Standing {
  const { candidates, ...shared } = given;
  const { client, phase, year, evidence } = facts;
  const line = straightMeasure(client, given.school, given.thresholds);
  let nearer: Compared | null | undefined;
  return {
    ...shared,
    facts,
    age: ageOf(client.date_of_birth, given.on),
    power: decidePower(facts, given.thresholds, given.on),
    section: sectionIOn(client, evidence.section_i, given),
    line,
    driving: () => facts.ways?.driving() ?? null,
    measure: measureOf(facts, line, given.thresholds),
    nearer: () => {
      if (nearer === undefined) {
        const placing = { client, phase, year };
        const ways = facts.ways?.schools ?? null;
        nearer =
          given.school === null
            ? null
            : compareSchools(placing, { named: given.school, candidates, ways });
      }
      return nearer;
    },
  };
}

const AFTER_16 = 'Schedule 35B is for compulsory school age.';

/** Everything tried on one day. */
export interface Tried {
  readonly power: Power;
  readonly qualifying: RuleResult;
  readonly nearest: RuleResult;
  readonly rules: readonly RuleResult[];
  readonly proposal: Proposed;
}

function tryRules(now: Standing): Tried {
  const { power } = now;
  const isSchoolAge = power.name !== 's509AA' && power.name !== 's508F';
  const here = (rule: RuleResult): RuleResult => (isSchoolAge ? rule : idle(rule, AFTER_16));
  const qualifying = here(tryQualifyingSchool(now));
  const nearest = here(tryNearestSchool(now));
  const distance = tryDistance(now);
  const sen = trySen(now, distance);
  const route = tryUnsafeRoute(now, distance);
  const extended = tryExtendedRights(now, answerOf(nearest.outcome), distance);
  const post16 = tryPost16(now);
  const rules = [distance, sen, route, extended].map(here);
  const walks = any([distance, sen, route].map((rule) => answerOf(rule.outcome)));
  const school = answerOf(qualifying.outcome);
  const entitled = any([
    all([school, answerOf(nearest.outcome), walks]),
    all([school, answerOf(extended.outcome)]),
  ]);
  const answer = underPower(now, entitled, post16);
  return {
    power,
    qualifying,
    nearest,
    rules: post16 === null ? rules : [...rules, post16],
    proposal: answer === 'yes' ? 'met' : answer === 'no' ? 'not_met' : 'cannot_tell',
  };
}

/** What the four groups are worth under a power. A held application waits for a person whatever they say. */
function underPower(
  { facts, power, age, thresholds }: Standing,
  entitled: Answer,
  post16: RuleResult | null,
): Answer {
  if (power.name === 'not_ours') return 'no';
  if (facts.application.held_reason !== '') return 'cannot_tell';
  if (power.name === 's508B') return entitled;
  if (power.name === 's509AA' || power.name === 's508F')
    return post16 === null ? 'cannot_tell' : answerOf(post16.outcome);
  const isInPolicy = power.name === 's508C' && age !== null && age >= thresholds.policy_from_age;
  return isInPolicy ? entitled : 'cannot_tell';
}

function propose(now: Standing, changes: Proposal['changes']): Proposal {
  const { facts, school } = now;
  const { application, client } = facts;
  const tried = tryRules(now);
  const { reason, waiting_for } = explain(now, tried);
  return {
    ref: application.ref,
    status: application.status,
    type: application.type,
    power: tried.power,
    school: {
      urn: school?.urn ?? null,
      name: school?.name ?? client.school_given,
      section_i: now.section.words,
      section_i_version: now.section.version,
      qualifying: tried.qualifying,
      nearest_suitable: tried.nearest,
    },
    rules: tried.rules,
    proposal: tried.proposal,
    reason,
    waiting_for,
    marginal: tried.rules.filter((rule) => rule.marginal).map(({ rule }) => rule),
    cliff_edges: cliffEdges(now.line, now.thresholds),
    changes,
    notes: [...notesOf(facts), ...contradictions(now)],
    evidence: facts.evidence.records,
  };
}

/** The note where a home lies in no known district: whole counties carry it until boundaries or postcodes are imported. */
export const DISTRICT_NOT_KNOWN =
  'The district of the home is not known, so residence is not checked.';

function notesOf({ application, client }: CaseFacts): readonly string[] {
  return [
    ...(application.held_reason === '' ? [] : [`Held: ${application.held_reason}`]),
    ...(client.second_days.length === 0
      ? []
      : [`A second home on ${client.second_days.join(', ')} is not measured here.`]),
    ...(client.ehcp === false && client.section_i !== ''
      ? ['Section I is given though there is no EHCP.']
      : []),
    ...(client.district_code === '' ? [DISTRICT_NOT_KNOWN] : []),
  ];
}
