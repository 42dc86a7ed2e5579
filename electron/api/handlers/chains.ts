/** Runs that one vehicle could do one after the other. */
import { ok } from '../../../shared/kernel/result.ts';
import { chainsCsv, chainsOf } from '../../jobs/chains.ts';
import type { Handlers } from '../handler.ts';

export const chainsHandlers: Handlers<'routes/chains' | 'routes/chains-export'> = {
  'routes/chains': (asked, host) => {
    const store = host.store();
    return store.ok ? ok(chainsOf(store.value, host.today(), asked)) : store;
  },

  'routes/chains-export': ({ list, ...asked }, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const page = chainsOf(store.value, host.today(), asked);
    const name = `runs that one vehicle could do ${host.today()}.csv`;
    return ok({ file_id: host.files.put(name, chainsCsv(page, list)), name });
  },
};
