/** What letters about an appeal say. */
import { addWorkingDays } from '../../calendar/working-days.ts';
import { numberAt } from '../../costing/read-settings.ts';
import { formatDate } from '../../format/date.ts';
import type { Appeal, AppealResult } from '../../model/decision.ts';
import { appealDueOn } from '../appeals.ts';
import type { LetterFacts } from './fill-letter.ts';
import type { LetterBasis } from './letter-facts.ts';

const RESULT: Readonly<Record<AppealResult, string>> = {
  upheld: 'We agree with you. We will write to you again with a new decision.',
  part: 'We agree with a part of what you say. We will write to you again with a new decision.',
  refused: 'We do not agree with you. The decision stays as it was.',
  withdrawn: 'You took your appeal back. The decision stays as it was.',
};

/** The fields of an appeal, before and after it is heard. */
export function appealFacts(
  appeal: Appeal,
  basis: Pick<LetterBasis, 'settings' | 'on'>,
): Partial<LetterFacts> {
  const { stage, lodged_on, transport_goes_on, end } = appeal;
  return {
    appeal_stage: String(stage),
    appeal_lodged: formatDate(lodged_on),
    appeal_how:
      stage === 1
        ? 'An officer who did not make the decision will look at it again.'
        : 'An independent panel will hear your appeal.',
    appeal_answer_by: formatDate(appealDueOn(appeal, basis.settings)),
    appeal_meanwhile: transport_goes_on
      ? 'Transport goes on until you have the result.'
      : 'Until you have the result, the decision stays as it is.',
    appeal_result: end === null ? '' : RESULT[end.result],
    appeal_reason: end?.note ?? '',
    appeal_next: end === null ? '' : nextStep(appeal, basis),
  };
}

/** Days count from the letter, as with the first right to appeal. */
function nextStep({ stage, end }: Appeal, { settings, on }: Pick<LetterBasis, 'settings' | 'on'>) {
  if (end?.result === 'upheld' || end?.result === 'withdrawn') return 'You need do nothing now.';
  if (stage === 2)
    return 'If you think that we did not follow the rules, you can complain to the Local Government and Social Care Ombudsman.';
  const days = numberAt(settings, 'appeal_lodge_days', on);
  return (
    `If you still do not agree, you can ask for an independent panel. You have ${days} working days: ` +
    `write to us by ${formatDate(addWorkingDays(on, days))}, saying why.`
  );
}
