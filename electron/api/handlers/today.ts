import { ok } from '../../../shared/kernel/result.ts';
import { keptSentence } from '../../jobs/pressure-sentence.ts';
import type { Handlers } from '../handler.ts';

export const todayHandlers: Handlers<'today/get' | 'today/sentence'> = {
  'today/get': (_input, host) => {
    const open = host.store();
    return open.ok ? ok(open.value.read.today(host.today())) : open;
  },
  // It needs the whole bill: the first screen is there before it.
  'today/sentence': async (_input, host) => {
    const open = host.store();
    if (!open.ok) return open;
    if (open.value.plans.summary() === null) return ok({ sentence: '' });
    const kept = keptSentence(open.value, host.today());
    if (kept !== null) return ok({ sentence: kept });
    const made = await host.page('pressure_sentence');
    return made.ok ? ok({ sentence: made.value }) : made;
  },
};
