/** The queues of the team's work: what each holds, why it matters, and the rule it goes by. */
import type { IsoDate } from '../../calendar/dates.ts';
import { formatQuantity } from '../../format/number.ts';
import { REASON_WORDS, STATUS_WORDS, wordsFor } from '../../model/words.ts';
import { isOpen } from '../status.ts';
import { ageDays, nextStep } from './next-step.ts';
import { RISK_WORDS, risksOf } from './risks.ts';
import { isUndecided } from '../stage.ts';
import { workStageOf } from './work-stage.ts';
import type { WorkCase } from './work-case.ts';
import type { WorkRules } from './work-rules.ts';

/** `open` is everything that is not done; the officer's own queue and the unassigned one are parts of it. */
export const QUEUES = [
  'open',
  'at_risk',
  'held',
  'to_decide',
  'oldest',
  'information',
  'tif',
  'appeal',
  'tif_office',
  'hand_over',
  'transport',
  'done',
  'no_decision',
  'no_tif',
  'no_transport',
] as const;
export type QueueName = (typeof QUEUES)[number];

interface Queue {
  readonly label: string;
  /** What stands in it and what is done there, a sentence. */
  readonly meaning: string;
  /** The rule with its days, a sentence. */
  readonly rule: (rules: WorkRules) => string;
  readonly holds: (each: WorkCase, rules: WorkRules) => boolean;
  /** The parts of it that a case stands in, by code; absent where it has none. */
  readonly parts?: (each: WorkCase, rules: WorkRules) => readonly string[];
  readonly partWords?: (part: string) => string;
}

const TIF_PART_WORDS = {
  none: 'Not received',
  answers: 'Answers missing',
  office: 'Our own part missing',
} as const;

const days = (count: number): string => formatQuantity(count, 'day');

/** Every queue. A case may stand in several; `workStageOf` sees to it that it stands in one at least, or is done. */
export const QUEUE: Readonly<Record<QueueName, Queue>> = {
  open: {
    label: 'All open work',
    meaning: 'Everything on which something is left to do.',
    rule: () => 'Until it is refused, withdrawn, ended, or transport is in place.',
    holds: (each) => workStageOf(each) !== 'done',
  },
  at_risk: {
    label: 'At risk',
    meaning: 'What goes wrong first if nobody acts.',
    rule: (rules) =>
      `Undecided with ${days(rules.decision_days)} or fewer left of ${rules.target_days}, or ${rules.deadline_days} to the deadline; ` +
      `no complete TIF ${rules.tif_days} days, no transport ${rules.transport_days} days before the first day; ` +
      `an appeal due within ${days(rules.appeal_days)}; held.`,
    holds: (each, rules) => risksOf(each, rules).length > 0,
    parts: (each, rules) => risksOf(each, rules).map(({ risk }) => risk),
    partWords: (part) => wordsFor(RISK_WORDS, part),
  },
  held: {
    label: 'Held',
    meaning: 'Kept out of use until a person takes it in or refuses it.',
    rule: () => 'The import found facts that contradict each other.',
    holds: (each) => workStageOf(each) === 'held',
  },
  to_decide: {
    label: 'To decide',
    meaning: 'Received or being checked: the next step is a signed decision.',
    rule: (rules) => `Advertised: decided within ${days(rules.target_days)} of receipt.`,
    holds: (each) => ['to_decide', 'new_decision'].includes(workStageOf(each)),
  },
  oldest: {
    label: 'Oldest',
    meaning: 'Undecided for long, whatever they wait for.',
    rule: (rules) => `Undecided for ${days(rules.oldest_days)} or more.`,
    holds: (each, rules) =>
      isUndecided(each.status) && (ageDays(each, rules.on) ?? Infinity) >= rules.oldest_days,
  },
  information: {
    label: 'More information',
    meaning: 'The family or a colleague was asked for more.',
    rule: () => 'Since the day the state was set; ask again or decide without.',
    holds: (each) => workStageOf(each) === 'information',
  },
  tif: {
    label: 'TIF with the family',
    meaning: 'Awarded; the Transport Information Form is not complete.',
    rule: (rules) => `Wanted ${days(rules.tif_days)} before the child’s first day.`,
    holds: (each) => workStageOf(each) === 'tif_family',
  },
  appeal: {
    label: 'Appeal being heard',
    meaning: 'With the reviewing officer or the panel.',
    rule: () => 'Stage 1 in 20 working days, stage 2 in 40, unless set otherwise.',
    holds: (each) => each.appeal !== null,
  },
  tif_office: {
    label: 'TIF, our part',
    meaning:
      'Only the council’s own answers are missing: risk assessment, authority for sole occupancy.',
    rule: (rules) => `Wanted ${days(rules.tif_days)} before the child’s first day.`,
    holds: (each) => workStageOf(each) === 'tif_office',
  },
  hand_over: {
    label: 'To hand over',
    meaning: 'Decided and TIF complete: Client Transport can begin.',
    rule: () => 'Until the hand-over is signed.',
    holds: (each) => workStageOf(each) === 'hand_over',
  },
  transport: {
    label: 'With Client Transport',
    meaning: 'Handed over; no confirmed contract carries the child yet.',
    rule: () => 'Until a provider has confirmed for the child’s own first day.',
    holds: (each) => workStageOf(each) === 'transport',
  },
  done: {
    label: 'Done',
    meaning: 'Transport in place, or refused, withdrawn, not ours, ended, with no appeal open.',
    rule: () => 'Nothing is left to do until the award is reviewed.',
    holds: (each) => workStageOf(each) === 'done',
  },
  no_decision: {
    label: 'No decision',
    meaning: 'Open requests without a decision.',
    rule: () => 'Received, being checked, more information asked, or held.',
    holds: (each) => isUndecided(each.status),
    parts: ({ held_reason, status }) => [held_reason === '' ? status : 'held'],
    partWords: (part) => (part === 'held' ? 'Held' : wordsFor(STATUS_WORDS, part)),
  },
  no_tif: {
    label: 'No TIF',
    meaning: 'Open requests without a complete Transport Information Form.',
    rule: () => 'By Kerbside’s own check of the answers, not by the council’s claim.',
    holds: (each) => isOpen(each) && each.tif_missing.length > 0,
    parts: ({ tif_received_on, tif_for_office }) => [
      tif_received_on === null ? 'none' : tif_for_office ? 'office' : 'answers',
    ],
    partWords: (part) => wordsFor(TIF_PART_WORDS, part),
  },
  no_transport: {
    label: 'No transport',
    meaning: 'Open requests that no confirmed contract carries.',
    rule: () => 'On the child’s own first day.',
    holds: (each) => isOpen(each) && each.transport !== 'in_place',
    parts: ({ transport, reason }) => [transport === 'planned' ? 'planned' : reason],
    partWords: (part) =>
      part === 'planned' ? 'Planned, not confirmed' : wordsFor(REASON_WORDS, part),
  },
};

/** One line of a queue. */
export interface QueueLine {
  readonly client_id: number;
  readonly by: IsoDate | null;
  /** Why it stands here and what comes next, in sentences. */
  readonly why: string;
}

interface Placed extends QueueLine {
  readonly each: WorkCase;
}

/** No day is known by which to act: a fact is missing, so it is looked at first. */
const UNKNOWN = '0000-00-00';

/** The cases of a queue, what to do first on top; `part` narrows it to one of its parts. */
export function queueLines(
  name: QueueName,
  cases: readonly WorkCase[],
  at: { readonly rules: WorkRules; readonly part?: string | undefined },
): readonly QueueLine[] {
  const { rules, part } = at;
  const queue = QUEUE[name];
  return cases
    .filter(
      (each) =>
        queue.holds(each, rules) &&
        (part === undefined || queue.parts?.(each, rules).includes(part) === true),
    )
    .map((each): Placed => ({ each, client_id: each.client_id, ...told(name, each, rules) }))
    .toSorted(sooner)
    .map(({ each: _each, ...line }) => line);
}

/** The soonest day and every sentence of what is at risk; elsewhere the next step. */
function told(name: QueueName, each: WorkCase, rules: WorkRules): Omit<QueueLine, 'client_id'> {
  if (name !== 'at_risk') {
    const { by, text } = nextStep(each, rules);
    return { by, why: text };
  }
  const risks = risksOf(each, rules);
  const [by = null] = risks.flatMap(({ on }) => on ?? []).toSorted();
  return { by, why: risks.map(({ text }) => text).join(' ') };
}

/** The parts of a queue with how many stand in each, most first. */
export function partsOf(
  name: QueueName,
  cases: readonly WorkCase[],
  rules: WorkRules,
): readonly { readonly part: string; readonly label: string; readonly count: number }[] {
  const { holds, parts, partWords } = QUEUE[name];
  const counts = new Map<string, number>();
  for (const each of cases) {
    if (!holds(each, rules)) continue;
    for (const part of parts?.(each, rules) ?? []) counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  return [...counts]
    .map(([part, count]) => ({ part, label: partWords?.(part) ?? part, count }))
    .toSorted((a, b) => b.count - a.count || (a.label < b.label ? -1 : 1));
}

function sooner(a: Placed, b: Placed): number {
  return (
    compare(a.by ?? UNKNOWN, b.by ?? UNKNOWN) ||
    compare(a.each.received_on ?? UNKNOWN, b.each.received_on ?? UNKNOWN) ||
    compare(a.each.ref, b.each.ref)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
