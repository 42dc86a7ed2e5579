import type { IsoDate } from '../../calendar/dates.ts';
import { addWorkingDays } from '../../calendar/working-days.ts';
import { COMPLAINT_STEPS, type ComplaintStep, type ContactStep } from '../../model/contact.ts';

/** How long the council may take, in working days: Complaint Handling Code of the ombudsman, February 2024 (`year-settings.ts`). */
export interface ComplaintRules {
  readonly acknowledge_days: number;
  readonly stage_1_days: number;
  readonly stage_2_days: number;
  readonly ombudsman_days: number;
}

/** Where a complaint is. */
export interface ComplaintState {
  /** The last step taken; null: it came and nothing was done yet. */
  readonly last: ComplaintStep | null;
  /** What the council owes next, by when; null where it waits for the family. */
  readonly due: { readonly step: ComplaintStep; readonly on: IsoDate } | null;
  /** Steps that may be taken now. */
  readonly may: readonly ComplaintStep[];
}

const isComplaintStep = (kind: string): kind is ComplaintStep =>
  (COMPLAINT_STEPS as readonly string[]).includes(kind);

/** What follows each step; from the answer at stage 1 on, the ombudsman may ask at any time. */
function stepsAfter(last: ComplaintStep | null): readonly ComplaintStep[] {
  const next = COMPLAINT_STEPS[last === null ? 0 : COMPLAINT_STEPS.indexOf(last) + 1];
  const isAnswered = last === 'stage_1_answered' || last === 'stage_2_asked';
  return [
    ...(next === undefined ? [] : [next]),
    ...(isAnswered ? (['ombudsman_asked'] as const) : []),
  ];
}

/** Where a complaint that came on a day is, by what was done since. Steps in order; others than those of complaints are passed over. */
export function complaintState(
  received_on: IsoDate,
  steps: readonly Pick<ContactStep, 'kind' | 'on'>[],
  rules: ComplaintRules,
): ComplaintState {
  let last: { readonly kind: ComplaintStep; readonly on: IsoDate } | null = null;
  for (const { kind, on } of steps) if (isComplaintStep(kind)) last = { kind, on };
  const may = stepsAfter(last?.kind ?? null);
  const owed = owedAfter(last, received_on, rules);
  return { last: last?.kind ?? null, due: owed, may };
}

function owedAfter(
  last: { readonly kind: ComplaintStep; readonly on: IsoDate } | null,
  received_on: IsoDate,
  rules: ComplaintRules,
): ComplaintState['due'] {
  const by = (step: ComplaintStep, from: IsoDate, days: number) => ({
    step,
    on: addWorkingDays(from, days),
  });
  if (last === null) return by('acknowledged', received_on, rules.acknowledge_days);
  if (last.kind === 'acknowledged') return by('stage_1_answered', last.on, rules.stage_1_days);
  if (last.kind === 'stage_2_asked') return by('stage_2_answered', last.on, rules.stage_2_days);
  if (last.kind === 'ombudsman_asked') return by('ombudsman_answered', last.on, rules.ombudsman_days); // prettier-ignore
  return null;
}
