/** What will change for many cases before long, and which of them lie close to an edge. */
import { MEASURE_WORDS } from './measure.ts';
import { addDays, type IsoDate } from '../calendar/dates.ts';
import { ELIGIBILITY_KEYS } from '../costing/eligibility-settings.ts';
import { formatDate } from '../format/date.ts';
import { formatMargin } from '../format/distance.ts';
import type { Award } from '../model/decision.ts';
import type { ClientMove } from '../model/particulars.ts';
import type { Setting } from '../model/money.ts';
import type { CaseFacts, Standing } from './case-facts.ts';
import { eventsAhead, type Event } from './changes.ts';
import { cliffEdges } from './cliff-edges.ts';
import { rulesOf, type County, type Proposed, type Rules, type Tried } from './decide.ts';
import type { PowerName } from './power.ts';
import type { RuleName } from './rule-result.ts';

/** One case that is looked at ahead. */
export interface OutlookCase {
  readonly facts: CaseFacts;
  /** What the decision in force awards; null for none. */
  readonly award: Pick<Award, 'ends_on' | 'review_on'> | null;
  /** Moves of home or school that the record does not hold yet. */
  readonly moves?: readonly Pick<ClientMove, 'kind' | 'on'>[];
}

/** What the rules answer on a day, as a list shows it. */
export interface Answered {
  readonly power: PowerName;
  readonly proposal: Proposed;
}

/** One day on which one case is looked at again. */
export interface AheadEvent extends Event {
  readonly client_id: number;
  readonly now: Answered;
  /** What the same facts bring from that day on. */
  readonly later: Answered;
}

/** One case close to a threshold or to a band of the personal transport budget. */
export interface EdgeCase {
  readonly client_id: number;
  readonly kind: 'marginal' | 'cliff_edge';
  /** The rule whose threshold it is; null for a band. */
  readonly rule: RuleName | null;
  readonly limit_miles: number;
  /** Measure less limit, metres. */
  readonly margin_m: number;
  /** Within what the measure may be out; else within the marginal share. */
  readonly within_error: boolean;
  readonly text: string;
}

/** A setting of law or policy whose value changes. */
export interface PolicyChange {
  readonly key: string;
  readonly on: IsoDate;
  readonly label: string;
  readonly source: string;
  /** Cases in which the proposal or the power is another one from that day on. */
  readonly alters: number;
}

/** The days ahead of many cases. */
export interface Outlook {
  readonly until: IsoDate;
  readonly events: readonly AheadEvent[];
  readonly edges: readonly EdgeCase[];
  readonly policy_changes: readonly PolicyChange[];
}

/** Settings that the rules read, those of the county itself among them. */
const RULE_KEYS: readonly string[] = [...ELIGIBILITY_KEYS, 'own_districts', 'ptb_bands'];

/** The settings that decide eligibility and change after a day, up to and with another. */
export function policyChanges(
  settings: readonly Setting[],
  on: IsoDate,
  until: IsoDate,
): readonly Setting[] {
  return settings
    .filter(({ key, from_on }) => RULE_KEYS.includes(key) && from_on > on && from_on <= until)
    .sort((a, b) => (a.from_on < b.from_on ? -1 : 1));
}

/** Looks so many days ahead over all cases. */
export function outlookOf(
  county: County,
  cases: readonly OutlookCase[],
  { on, days }: { readonly on: IsoDate; readonly days: number },
): Outlook {
  const rules = rulesOf(county);
  const until = addDays(on, days);
  const policies = policyChanges(county.settings, on, until);
  const policyDays = [...new Set(policies.map(({ from_on }) => from_on))];
  const altered = new Map<IsoDate, number>();
  const events: AheadEvent[] = [];
  const edges: EdgeCase[] = [];
  for (const each of cases) {
    const { facts } = each;
    const standing = rules.standingOn(facts, on);
    const now = rules.tryAs(standing);
    const add = (event: Event, then: Tried): void => {
      const client_id = facts.client.id;
      events.push({ ...event, client_id, now: answered(now), later: answered(then) });
    };
    for (const event of eventsAhead(facts, standing.thresholds, { on, ahead_days: days }))
      add(event, rules.tryOn(facts, event.takes_effect_on));
    for (const event of ofAward(each, on, until))
      add(event, rules.tryOn(facts, event.takes_effect_on));
    for (const event of ofMoves(each, until)) add(event, rules.tryOn(facts, event.takes_effect_on));
    for (const day of policyDays) {
      const then = altersOn(rules, facts, { day, now });
      if (then === null) continue;
      altered.set(day, (altered.get(day) ?? 0) + 1);
      const what = policies.filter(({ from_on }) => from_on === day).map(({ label }) => label);
      const said = `The policy changes: ${what.join('; ')}.`;
      add({ kind: 'policy', on: day, takes_effect_on: day, what: said }, then);
    }
    edges.push(...edgesOf(standing, now));
  }
  return {
    until,
    events: events.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.client_id - b.client_id)),
    edges: edges.sort((a, b) => Math.abs(a.margin_m) - Math.abs(b.margin_m)),
    policy_changes: policies.map(({ key, from_on, label, source }) => ({
      key,
      on: from_on,
      label,
      source,
      alters: altered.get(from_on) ?? 0,
    })),
  };
}

function answered({ power, proposal }: Tried): Answered {
  return { power: power.name, proposal };
}

function differs(a: Tried, b: Tried): boolean {
  return a.proposal !== b.proposal || a.power.name !== b.power.name;
}

/** What a day's change of policy brings for a case; null where nothing, or where the case alone would change by then. */
function altersOn(
  rules: Rules,
  facts: CaseFacts,
  { day, now }: { readonly day: IsoDate; readonly now: Tried },
): Tried | null {
  const then = rules.tryOn(facts, day);
  if (!differs(now, then)) return null;
  return differs(rules.tryOn(facts, addDays(day, -1)), then) ? then : null;
}

/** The review and the end of an award: neither passes in silence. */
function ofAward({ award }: OutlookCase, on: IsoDate, until: IsoDate): readonly Event[] {
  if (award === null) return [];
  const events: Event[] = [];
  const { review_on, ends_on } = award;
  if (review_on !== null && review_on > on && review_on <= until)
    events.push({ kind: 'award', on: review_on, takes_effect_on: review_on, what: 'The award is to be reviewed.' }); // prettier-ignore
  if (ends_on !== null && ends_on >= on && ends_on <= until)
    events.push({ kind: 'award', on: ends_on, takes_effect_on: addDays(ends_on, 1), what: `The award ends after ${formatDate(ends_on)}: decide before whether it goes on.` }); // prettier-ignore
  return events;
}

/** A move that waits: until it is taken in, rules and plan go by what is in the record. One whose day has passed is still listed. */
function ofMoves({ moves = [] }: OutlookCase, until: IsoDate): readonly Event[] {
  return moves
    .filter(({ on }) => on <= until)
    .map(({ kind, on }) => ({
      kind: 'move',
      on,
      takes_effect_on: on,
      what: `${kind === 'address' ? 'Moves home' : 'Changes school'} on ${formatDate(on)}: take it into the record, and look at eligibility, TIF and transport again.`,
    }));
}

/** Marginal rules that count, and bands of the budget close by. */
function edgesOf({ facts, line, thresholds }: Standing, now: Tried): readonly EdgeCase[] {
  const client_id = facts.client.id;
  const marginal = now.rules.flatMap((rule): EdgeCase[] => {
    const { measure, threshold, margin_m } = rule;
    if (!rule.marginal || measure === null || threshold === null || margin_m === null) return [];
    const way = MEASURE_WORDS[measure.kind];
    const side = margin_m > 0 ? 'over' : 'under';
    return [
      {
        client_id,
        kind: 'marginal',
        rule: rule.rule,
        limit_miles: threshold.miles,
        margin_m,
        within_error: Math.abs(margin_m) <= measure.error_m,
        text: `${formatMargin(Math.abs(margin_m))} ${side} ${threshold.miles} miles, ${way}, to within ${Math.round(measure.error_m)} m.`,
      },
    ];
  });
  const bands = cliffEdges(line, thresholds).map(
    ({ edge_miles, margin_m, within_error }): EdgeCase => ({
      client_id,
      kind: 'cliff_edge',
      rule: null,
      limit_miles: edge_miles,
      margin_m,
      within_error,
      text: `${formatMargin(Math.abs(margin_m))} ${margin_m < 0 ? 'under' : 'over'} ${edge_miles} miles, straight line, to within ${Math.round(line?.error_m ?? 0)} m.`,
    }),
  );
  return [...marginal, ...bands];
}
