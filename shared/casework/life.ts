/** The life of an application as dated, signed steps: what was done, what may be done, what is due. */
import { addDays, daysBetween, type IsoDate } from '../calendar/dates.ts';
import { numberAt } from '../costing/read-settings.ts';
import type { ApplicationStatus } from '../model/client.ts';
import type { AppealResult, AppealStage, DecisionOutcome } from '../model/decision.ts';
import type { LifeStepKind, Stage } from '../model/life.ts';
import type { Setting } from '../model/money.ts';
import { appealDueOn, appealOpening, type AppealOpening } from './appeals.ts';
import type { CaseRecord } from './case-record.ts';
import { isOutcome, isUndecided, shownStage, signedStage, standingStep } from './stage.ts';

/** One step, with who signed it; `by` is '' where nobody is named. */
export type Step = { readonly on: IsoDate; readonly by: string } & (
  | { readonly kind: 'received' }
  | { readonly kind: 'moved'; readonly to: ApplicationStatus }
  | { readonly kind: 'decided'; readonly outcome: DecisionOutcome; readonly again: boolean }
  | { readonly kind: 'appeal_lodged'; readonly stage: AppealStage }
  | { readonly kind: 'appeal_ended'; readonly stage: AppealStage; readonly result: AppealResult }
  | { readonly kind: 'asked'; readonly asked_for: string; readonly asked_of: string }
  | { readonly kind: 'chased' | 'answered'; readonly asked_of: string }
  | { readonly kind: 'step'; readonly step: LifeStepKind; readonly note: string }
  | { readonly kind: 'taken_back'; readonly step: LifeStepKind; readonly note: string }
);

/** Something that has to be done by a day. */
export interface Due {
  readonly what: 'decision' | 'appeal' | 'new_decision' | 'review' | 'award_end' | 'chase';
  /** The stage of an appeal, null for the others. */
  readonly stage: AppealStage | null;
  readonly on: IsoDate;
  readonly overdue: boolean;
}

/** Where an application stands and what comes next. */
export interface Life {
  /** One word for where it is; in place only while a confirmed contract carries the child. */
  readonly stage: Stage;
  /** In order of date. */
  readonly steps: readonly Step[];
  /** Days from receipt to the decision, or to today while there is none; null where receipt is not known. */
  readonly age_days: number | null;
  /** The time advertised for deciding, days. */
  readonly target_days: number;
  readonly due: readonly Due[];
  /** States that may be set by hand; deciding and appeals have their own ways. */
  readonly moves: readonly ApplicationStatus[];
  readonly appeal: AppealOpening | null;
  /** An appeal that waits for its result. */
  readonly open_appeal_id: number | null;
}

const MOVES: Readonly<Record<ApplicationStatus, readonly ApplicationStatus[]>> = {
  received: ['checking', 'more_information'],
  checking: ['received', 'more_information'],
  more_information: ['checking'],
  awarded: [],
  part_awarded: [],
  refused: [],
  withdrawn: ['checking'],
  not_ours: [],
  ended: ['checking'],
};

/** States that may be set by hand from a state. A decided outcome is never set: it is signed. */
export function movesFrom(status: ApplicationStatus): readonly ApplicationStatus[] {
  return MOVES[status];
}

/** The life of one application on a day; `isCarried` where a contract confirmed for the first day carries the child. */
export function lifeOf(
  record: CaseRecord,
  settings: readonly Setting[],
  on: IsoDate,
  isCarried = false,
): Life {
  const { application, decisions, appeals } = record;
  const open_appeal_id = appeals.find((appeal) => appeal.end === null)?.id ?? null;
  const signed = signedStage(application, {
    appealed: open_appeal_id !== null,
    step: standingStep(record.steps)?.kind ?? null,
    decided_on: decisions[0]?.decided_on ?? null,
  });
  const target_days = numberAt(settings, 'decision_days', application.received_on ?? on);
  const decision = decisions.at(-1);
  return {
    stage: shownStage(signed, isCarried),
    steps: stepsOf(record, on),
    age_days: ageOf(record, on),
    target_days,
    due: dueOf(record, { settings, target_days, on }),
    moves: movesFrom(application.status),
    appeal: appealOpening(decision, appeals, settings),
    open_appeal_id,
  };
}

function ageOf({ application, decisions, moves }: CaseRecord, on: IsoDate): number | null {
  if (application.received_on === null) return null;
  const decided =
    decisions[0]?.decided_on ??
    moves.find(({ to }) => isOutcome(to))?.on ??
    application.decided_on ??
    undefined;
  // Decided before the store knew of it: nobody can say how long that took.
  if (decided === undefined && !isUndecided(application.status)) return null;
  return Math.max(0, daysBetween(application.received_on, decided ?? on));
}

function stepsOf(
  { application, moves, decisions, appeals, steps: after, information }: CaseRecord,
  today: IsoDate,
): readonly Step[] {
  const { received_on, status, decided_on } = application;
  // Decided by the council's own record: nobody is named there.
  const isRecorded =
    isOutcome(status) && decisions.length === 0 && !moves.some(({ to }) => isOutcome(to));
  const steps: readonly Step[] = [
    ...(received_on === null ? [] : [{ kind: 'received', on: received_on, by: '' } as const]),
    ...(isRecorded && decided_on !== undefined && decided_on !== null
      ? [{ kind: 'moved', to: status, on: decided_on, by: '' } as const]
      : []),
    // The history goes by the machine's clock, which is ahead of the invented county's own day.
    ...moves.map(
      ({ to, on, by }) => ({ kind: 'moved', to, on: on > today ? today : on, by }) as const,
    ),
    ...decisions.map(
      ({ decided_on: on, outcome, signed_by: by, supersedes }) =>
        ({ kind: 'decided', outcome, again: supersedes !== null, on, by }) as const,
    ),
    ...appeals.flatMap(({ stage, lodged_on, signed_by, end }): Step[] => [
      { kind: 'appeal_lodged', stage, on: lodged_on, by: signed_by },
      ...(end === null
        ? []
        : [
            {
              kind: 'appeal_ended',
              stage,
              result: end.result,
              on: end.on,
              by: end.signed_by,
            } as const,
          ]),
    ]),
    ...information.flatMap(askedSteps),
    ...after.flatMap(({ kind: step, on, signed_by: by, note, taken_back }): Step[] => [
      { kind: 'step', step, note, on, by },
      ...(taken_back === null
        ? []
        : [
            {
              kind: 'taken_back',
              step,
              note: taken_back.why,
              on: taken_back.on,
              by: taken_back.by,
            } as const,
          ]),
    ]),
  ];
  return steps.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function askedSteps(request: CaseRecord['information'][number]): readonly Step[] {
  const { asked_for, asked_of, asked_on, signed_by, chased_on, answer } = request;
  return [
    { kind: 'asked', asked_for, asked_of, on: asked_on, by: signed_by },
    ...chased_on.map((on) => ({ kind: 'chased', asked_of, on, by: '' }) as const),
    ...(answer === null
      ? []
      : [{ kind: 'answered', asked_of, on: answer.on, by: answer.by } as const]),
  ];
}

function dueOf(
  { application, decisions, appeals, information }: CaseRecord,
  at: {
    readonly settings: readonly Setting[];
    readonly target_days: number;
    readonly on: IsoDate;
  },
): readonly Due[] {
  const due = (what: Due['what'], on: IsoDate, stage: AppealStage | null = null): Due => ({
    what,
    stage,
    on,
    overdue: on < at.on,
  });
  const list: Due[] = [];
  const { status, received_on } = application;
  if (isUndecided(status) && received_on !== null)
    list.push(due('decision', addDays(received_on, at.target_days)));
  for (const appeal of appeals) {
    if (appeal.end === null)
      list.push(due('appeal', appealDueOn(appeal, at.settings), appeal.stage));
  }
  if (isUndecided(status)) {
    for (const { answer, chase_on } of information)
      if (answer === null) list.push(due('chase', chase_on));
  }
  const decision = decisions.at(-1);
  const last = appeals.filter((appeal) => appeal.decision_id === decision?.id).at(-1);
  // An appeal that was won changes nothing until the new decision is signed.
  if (last?.end?.result === 'upheld' || last?.end?.result === 'part')
    list.push(due('new_decision', last.end.on));
  if (status !== 'ended' && decision?.award) {
    const { review_on, ends_on } = decision.award;
    if (review_on !== null) list.push(due('review', review_on));
    if (ends_on !== null) list.push(due('award_end', ends_on));
  }
  return list.toSorted((a, b) => (a.on < b.on ? -1 : 1));
}
