/** What-ifs on the plan in use. */
import type { Handlers } from '../handler.ts';

const LABELS = {
  retender: 'Letting a school anew, as a trial',
  bell: 'Moving a bell, as a trial',
  merge: 'Merging lone routes, as a trial',
} as const;

export const whatIfHandlers: Handlers<'what-if/start'> = {
  'what-if/start': ({ asked, keep_as }, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const by = { ...host.byHand(), why: 'a what-if' };
    return host.startJob({ kind: 'what-if', label: LABELS[asked.what], asked, keep_as, by });
  },
};
