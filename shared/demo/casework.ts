/** The invented county's casework: what was recorded, which routes were walked, which decisions were signed on it. */
import { lastDateOf, planningYearOf } from '../calendar/years.ts';
import { addDays, type IsoDate } from '../calendar/dates.ts';
import { schoolCalendars } from '../calendar/school-calendars.ts';
import { departs, hasAward, needsReason } from '../casework/check-decision.ts';
import { phaseOf } from '../casework/phase.ts';
import { isOutcome } from '../casework/stage.ts';
import { firstDayNeeded } from '../casework/status.ts';
import { DEFAULT_SETTINGS } from '../costing/default-settings.ts';
import type { CaseFacts } from '../eligibility/case-facts.ts';
import { decider, rulesOf, type County, type Proposal } from '../eligibility/decide.ts';
import { readEvidence, routeFinder } from '../eligibility/evidence.ts';
import { defined } from '../kernel/assert.ts';
import type { Random } from '../kernel/random.ts';
import type { Application, Client } from '../model/client.ts';
import {
  AWARD_POWERS,
  type Award,
  type DecisionGiven,
  type DecisionOutcome,
} from '../model/decision.ts';
import type { EvidenceRecord, SectionIVersion } from '../model/evidence.ts';
import type { WalkingRoute } from '../model/walking-route.ts';
import { OWN_DAY } from './applications.ts';
import type { DemoCounty } from './demo-county.ts';
import { drawRecorded, type RecordedCase } from './recorded.ts';
import { streamOf } from './streams.ts';
import { walkedRoutes, type DemoRoute } from './walked-routes.ts';

/** One signed decision, with the facts of its day. */
export interface DemoDecision {
  readonly decided_on: IsoDate;
  readonly given: DecisionGiven;
  readonly departs: boolean;
  readonly facts: Proposal;
}

/** One application with what was recorded and signed of it. */
export interface DemoCase {
  readonly application: Application;
  readonly recorded: RecordedCase;
  readonly decision: DemoDecision | null;
}

/** The casework of the whole county. */
export interface DemoCasework {
  readonly routes: readonly DemoRoute[];
  readonly cases: readonly DemoCase[];
}

const NOBODY = 'Helen Marsh';

/** Draws the casework of a county: the same county and seed give the same casework. */
export function demoCasework(county: DemoCounty, seed: number): DemoCasework {
  const schools = new Map(county.schools.map((school) => [school.urn, school]));
  const rulesCounty: County = { settings: [...DEFAULT_SETTINGS, county.sender], schools };
  const routes = walkedRoutes(streamOf(seed, 'walked routes'), county.clients, schools);
  const routesOf = routeFinder(routes.map(registered));
  const clients = new Map(county.clients.map((client) => [client.id, client]));
  const calendars = schoolCalendars(county.terms, county.day_rules);
  const factsOf = (application: Application): CaseFacts => {
    const client = defined(clients.get(application.client_id), application.ref);
    const sources = { records: [], versions: [], routes: routesOf(client) };
    return {
      application,
      client,
      phase: phaseOf(client, YEAR),
      year: YEAR,
      starts_on: firstDayNeeded(
        client,
        calendars.firstDay(client.school_urn, client.year_group, YEAR),
      ),
      evidence: readEvidence(sources),
    };
  };
  const random = streamOf(seed, 'casework');
  const rules = rulesOf(rulesCounty);
  const deciders = new Map<IsoDate, (facts: CaseFacts) => Proposal>();
  const decideOn = (day: IsoDate): ((facts: CaseFacts) => Proposal) => {
    const known = deciders.get(day) ?? decider(rulesCounty, day);
    deciders.set(day, known);
    return known;
  };
  const cases = county.applications.map((application): DemoCase => {
    const nothing = { evidence: [], versions: [] };
    if (application.held_reason !== '' || application.received_on === null)
      return { application, recorded: nothing, decision: null };
    const on = application.decided_on ?? earlierOf(addDays(application.received_on, 8), OWN_DAY);
    const by = application.assigned_to === '' ? NOBODY : application.assigned_to;
    const facts = factsOf(application);
    const standing = rules.standingOn(facts, on);
    const recorded = drawRecorded({ random, standing, application, on }, by);
    const { status, decided_on } = application;
    if (!isOutcome(status) || decided_on === null) return { application, recorded, decision: null };
    const evidence = readEvidence({
      records: recorded.evidence.map(recordAt(application)),
      versions: recorded.versions.map(versionAt(facts.client)),
      routes: routesOf(facts.client),
    });
    const proposal = decideOn(decided_on)({ ...facts, evidence });
    const decision = signed(random, proposal, { facts, outcome: status, decided_on, by });
    return { application, recorded, decision };
  });
  return { routes, cases };
}

const YEAR = planningYearOf(OWN_DAY);

/** A route as the register would hold it, for finding the homes that it covers. */
function registered(route: DemoRoute, at: number, all: readonly DemoRoute[]): WalkingRoute {
  const next = all.findIndex(({ supersedes }) => supersedes === at);
  return {
    ...route.given,
    id: at + 1,
    recorded_on: route.on,
    recorded_by: route.by,
    supersedes: route.supersedes === null ? null : route.supersedes + 1,
    superseded_by: next < 0 ? null : next + 1,
    withdrawn: null,
  };
}

function recordAt({ ref }: Application) {
  return ({ given, on, by }: RecordedCase['evidence'][number], at: number): EvidenceRecord => ({
    id: at + 1,
    application_ref: ref,
    given,
    recorded_on: on,
    recorded_by: by,
    withdrawn: null,
  });
}

function versionAt({ id }: Client) {
  return ({ given, on, by }: RecordedCase['versions'][number], at: number): SectionIVersion => ({
    ...given,
    id: at + 1,
    client_id: id,
    version: at + 2,
    source: 'officer',
    recorded_on: on,
    recorded_by: by,
    withdrawn: null,
  });
}

const REASONS: Readonly<Record<'award' | 'refuse' | 'other', readonly string[]>> = {
  award: [
    'Carried last year on the same facts; the open question is put to the family for the annual review.',
    'The school and the carer agree that there is no other way to attend; discretion, to be reviewed.',
    'Exceptional: the placement was named late and the walking route could not be measured in time.',
  ],
  refuse: [
    'The family takes the child by choice and asked for nothing more.',
    'A nearer school was offered and declined; see the placement team’s letter.',
  ],
  other: ['As the family wrote.', 'Another authority has confirmed that it is responsible.'],
};

interface Signing {
  readonly facts: CaseFacts;
  readonly outcome: DecisionOutcome;
  readonly decided_on: IsoDate;
  readonly by: string;
}

/** The decision that the record says was made, signed on what the rules proposed that day. */
function signed(random: Random, proposal: Proposal, signing: Signing): DemoDecision {
  const { outcome, decided_on, by } = signing;
  const award = hasAward(outcome) ? awardOf(random, proposal, signing) : null;
  const kind = hasAward(outcome) ? 'award' : outcome === 'refused' ? 'refuse' : 'other';
  const said = random.pick(REASONS[kind]);
  const reason = needsReason({ outcome, award }, proposal) ? said : '';
  const given: DecisionGiven = { outcome, award, reason, signed_by: by };
  return { decided_on, given, departs: departs(given, proposal), facts: proposal };
}

/** A seat on the child's days to the end of the year planned; a few are temporary or are reviewed this autumn. */
function awardOf(random: Random, { power }: Proposal, { facts, outcome }: Signing): Award {
  const { client, starts_on } = facts;
  const temporary = random.chance(0.03);
  const soon = random.chance(0.04);
  const half = outcome === 'part_awarded';
  return {
    power: AWARD_POWERS.find((each) => each === power.name) ?? 's508B',
    mode: 'seat',
    legs: half ? random.pick(['morning', 'afternoon'] as const) : 'both',
    days: client.days.length === 0 ? ['Mon', 'Tue', 'Wed', 'Thu', 'Fri'] : client.days,
    starts_on,
    ends_on: temporary ? addDays(starts_on, 14 + random.below(60)) : null,
    review_on: soon ? addDays(starts_on, 7 + random.below(40)) : lastDateOf(YEAR),
    consent_on: null,
    consent_by: '',
  };
}

function earlierOf(a: IsoDate, b: IsoDate): IsoDate {
  return a < b ? a : b;
}
