/** The team's work: queues and whose they are. */
import { ok } from '../../../shared/kernel/result.ts';
import { assignTo } from '../../jobs/assign.ts';
import { workOverview } from '../../jobs/work.ts';
import type { Handlers } from '../handler.ts';

export const workHandlers: Handlers<'work/overview' | 'work/officers' | 'work/assign'> = {
  'work/overview': (_input, host) => {
    const open = host.store();
    return open.ok ? ok(workOverview(open.value, host.today(), host.info().officer)) : open;
  },
  'work/officers': (_input, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const names = new Set(open.value.read.work.officers());
    const { officer } = host.info();
    if (officer !== '') names.add(officer);
    return ok([...names].toSorted((a, b) => a.localeCompare(b, 'en-GB')));
  },
  'work/assign': ({ client_ids, officer }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const store = open.value;
    const to = { officer: officer.trim(), on: host.today() };
    const changed = store.write(host.byHand(), () => assignTo(store, client_ids, to));
    if (changed > 0) host.changed('applications');
    return ok({ changed });
  },
};
