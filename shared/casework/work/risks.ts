/** What makes an application urgent, each risk with its sentence. */
import { daysBetween, type IsoDate } from '../../calendar/dates.ts';
import { formatDate } from '../../format/date.ts';
import { formatQuantity } from '../../format/number.ts';
import { isOpen } from '../status.ts';
import { isUndecided } from '../stage.ts';
import { lacksTif } from './work-stage.ts';
import type { WorkCase } from './work-case.ts';
import type { WorkRules } from './work-rules.ts';

/** In the order in which they are told: the child without transport first. */
export const RISKS = ['transport', 'tif', 'decision', 'deadline', 'appeal', 'held'] as const;
export type RiskName = (typeof RISKS)[number];

/** Words for each, as a part of those at risk. */
export const RISK_WORDS: Readonly<Record<RiskName, string>> = {
  transport: 'No transport, first day near',
  tif: 'No TIF, first day near',
  decision: 'Decision due',
  deadline: 'Deadline near or past',
  appeal: 'Appeal due',
  held: 'Held',
};

export interface Risk {
  readonly risk: RiskName;
  /** The day it is about; null where it has none. */
  readonly on: IsoDate | null;
  /** A sentence. */
  readonly text: string;
}

/** `in 3 days`, `today`, `9 days ago`. */
export function daysAway(from: IsoDate, to: IsoDate): string {
  const days = daysBetween(from, to);
  if (days === 0) return 'today';
  return days > 0 ? `in ${formatQuantity(days, 'day')}` : `${formatQuantity(-days, 'day')} ago`;
}

type Finder = (each: WorkCase, rules: WorkRules) => Omit<Risk, 'risk'> | null;

const within = (rules: WorkRules, day: IsoDate, days: number): boolean =>
  daysBetween(rules.on, day) <= days;

const FINDERS: Readonly<Record<RiskName, Finder>> = {
  transport: (each, rules) => {
    const { first_day } = each;
    if (!isOpen(each) || each.transport === 'in_place' || first_day === null) return null;
    if (!within(rules, first_day, rules.transport_days)) return null;
    return {
      on: first_day,
      text: `Without transport; the first day is ${formatDate(first_day)}, ${daysAway(rules.on, first_day)}.`,
    };
  },
  tif: (each, rules) => {
    const { first_day } = each;
    if (!lacksTif(each) || first_day === null) return null;
    if (!within(rules, first_day, rules.tif_days)) return null;
    return {
      on: first_day,
      text: `Decided without a complete TIF; the first day is ${formatDate(first_day)}, ${daysAway(rules.on, first_day)}.`,
    };
  },
  decision: (each, rules) => {
    if (!isUndecided(each.status) || each.received_on === null) return null;
    const by = rules.decideBy(each.received_on);
    if (!within(rules, by, rules.decision_days)) return null;
    return { on: by, text: decisionWords(by, rules.on) };
  },
  deadline: (each, rules) => {
    if (!isUndecided(each.status) || each.late) return null;
    if (!within(rules, rules.deadline_on, rules.deadline_days)) return null;
    const { deadline_on, on } = rules;
    return {
      on: deadline_on,
      text: `Received on time and not decided; letters ${deadline_on < on ? 'were' : 'are'} due ${formatDate(deadline_on)}, ${daysAway(on, deadline_on)}.`,
    };
  },
  appeal: ({ appeal }, rules) => {
    if (appeal === null || !within(rules, appeal.due_on, rules.appeal_days)) return null;
    return {
      on: appeal.due_on,
      text: `Stage ${appeal.stage} appeal: the answer ${appeal.due_on < rules.on ? 'was' : 'is'} due ${formatDate(appeal.due_on)}, ${daysAway(rules.on, appeal.due_on)}.`,
    };
  },
  held: (each) =>
    each.held_reason !== '' && isOpen(each)
      ? { on: null, text: `Held: ${each.held_reason}` }
      : null,
};

/** `Decision due 12 Aug 2026, in 2 days.` */
export function decisionWords(by: IsoDate, on: IsoDate): string {
  return `Decision ${by < on ? 'was due' : 'due'} ${formatDate(by)}, ${daysAway(on, by)}.`;
}

/** A queue, its parts and the workloads ask the same of each case: by the same rules it is worked out once. */
const known = new WeakMap<WorkRules, WeakMap<WorkCase, readonly Risk[]>>();

/** Every risk of an application on the day of the rules. */
export function risksOf(each: WorkCase, rules: WorkRules): readonly Risk[] {
  const byCase = known.get(rules) ?? new WeakMap<WorkCase, readonly Risk[]>();
  known.set(rules, byCase);
  const before = byCase.get(each);
  if (before !== undefined) return before;
  const risks = RISKS.flatMap((risk) => {
    const found = FINDERS[risk](each, rules);
    return found === null ? [] : [{ risk, ...found }];
  });
  byCase.set(each, risks);
  return risks;
}
