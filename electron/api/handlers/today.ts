import { ok } from '../../../shared/kernel/result.ts';
import { pressureSentence } from '../../jobs/pressure-sentence.ts';
import type { Handlers } from '../handler.ts';

export const todayHandlers: Handlers<'today/get'> = {
  'today/get': (_input, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const on = host.today();
    const today = open.value.read.today(on);
    const sentence = today.plan === null ? '' : pressureSentence(open.value, on);
    return ok(sentence === '' ? today : { ...today, pressure_sentence: sentence });
  },
};
