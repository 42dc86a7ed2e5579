import type { DayRule } from '../../../shared/calendar/school-calendars.ts';
import { call } from '../../bridge/bridge.ts';
import { forgetAnswers } from '../../state/channel.ts';
import { notify, notifyFailure } from '../../state/notices.ts';

/** Takes an entry out of a calendar; undone like any other change. */
export async function removeRule(rule: DayRule): Promise<void> {
  const answer = await call('calendars/remove', {
    rule: { ...rule, year_groups: [...rule.year_groups] },
  });
  if (!answer.ok) {
    notifyFailure(answer.error);
    return;
  }
  notify({ tone: 'good', text: 'Taken out of the calendar.' });
  forgetAnswers();
}
