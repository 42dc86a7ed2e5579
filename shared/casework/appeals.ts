/** Appeals: what may be lodged, until when, and when an answer is due. Days are working days in England. */
import { addWorkingDays } from '../calendar/working-days.ts';
import type { IsoDate } from '../calendar/dates.ts';
import { numberAt } from '../costing/read-settings.ts';
import { formatDate } from '../format/date.ts';
import type { Appeal, AppealEnd, AppealGiven, AppealStage, Decision } from '../model/decision.ts';
import type { Setting } from '../model/money.ts';

/** The appeal that a decision is open to next. */
export interface AppealOpening {
  readonly stage: AppealStage;
  /** The last day to lodge it in time. */
  readonly lodge_by: IsoDate;
}

type Heard = Pick<Appeal, 'stage' | 'decision_id' | 'end'>;

/** What the family may lodge next against a decision; null while one is heard, and after the last or an upheld one. */
export function appealOpening(
  decision: Pick<Decision, 'id' | 'outcome' | 'decided_on'> | undefined,
  appeals: readonly Heard[],
  settings: readonly Setting[],
): AppealOpening | null {
  if (decision === undefined || decision.outcome === 'withdrawn') return null;
  const own = appeals.filter((appeal) => appeal.decision_id === decision.id);
  const last = own.at(-1);
  if (last === undefined) return opening(1, decision.decided_on, settings);
  if (last.end === null || last.stage === 2) return null;
  const { result, on } = last.end;
  return result === 'refused' || result === 'part' ? opening(2, on, settings) : null;
}

function opening(stage: AppealStage, from: IsoDate, settings: readonly Setting[]): AppealOpening {
  return { stage, lodge_by: addWorkingDays(from, numberAt(settings, 'appeal_lodge_days', from)) };
}

/** The day an answer is due: 20 working days for stage 1, 40 for stage 2, unless set otherwise. */
export function appealDueOn(
  { stage, lodged_on }: Pick<Appeal, 'stage' | 'lodged_on'>,
  settings: readonly Setting[],
): IsoDate {
  const key = stage === 1 ? 'appeal_stage_1_days' : 'appeal_stage_2_days';
  return addWorkingDays(lodged_on, numberAt(settings, key, lodged_on));
}

/** Everything that stands against lodging an appeal, each a sentence. */
export function appealProblems(
  given: AppealGiven,
  facts: { readonly decision: Pick<Decision, 'decided_on'>; readonly next: AppealOpening | null },
  on: IsoDate,
): readonly string[] {
  const { next, decision } = facts;
  const problems: string[] = [];
  if (next === null) problems.push('There is no appeal to lodge against this decision now.');
  else if (next.stage !== given.stage) problems.push(`Stage ${next.stage} comes next.`);
  if (given.signed_by.trim() === '') problems.push('Say who takes the appeal in.');
  if (given.grounds.length === 0) problems.push('Choose at least one ground.');
  if (given.lodged_on > on) problems.push('The day it was lodged lies ahead.');
  if (given.lodged_on < decision.decided_on)
    problems.push(`It was lodged before the decision of ${formatDate(decision.decided_on)}.`);
  if (next !== null && given.lodged_on > next.lodge_by && given.note.trim() === '')
    problems.push(
      `It had to be lodged by ${formatDate(next.lodge_by)}: say why it is heard all the same.`,
    );
  return problems;
}

/** Everything that stands against a result, each a sentence. */
export function appealEndProblems(
  end: AppealEnd,
  appeal: Pick<Appeal, 'lodged_on' | 'end'>,
  on: IsoDate,
): readonly string[] {
  const problems: string[] = [];
  if (appeal.end !== null) problems.push('This appeal has its result already.');
  if (end.signed_by.trim() === '') problems.push('Say who signs the result.');
  if (end.on > on) problems.push('The day of the result lies ahead.');
  if (end.on < appeal.lodged_on) problems.push('The result is dated before the appeal.');
  if (end.result !== 'withdrawn' && end.note.trim() === '')
    problems.push('Write the reasons for the result.');
  return problems;
}
