/** The team's work: queues and whose they are. */
import type { Change } from '../../../db/store.ts';
import type { BulkAction } from '../../../shared/api/views/bulk.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { assignTo } from '../../jobs/assign.ts';
import { planBulk, previewOf } from '../../jobs/bulk/plan-bulk.ts';
import { workOverview } from '../../jobs/work.ts';
import type { Handlers, Host } from '../handler.ts';

type Channels = 'work/overview' | 'work/officers' | 'work/assign' | 'work/preview' | 'work/apply';

const LABELS: Readonly<Record<BulkAction['kind'], string>> = {
  assign: 'Assigning',
  share: 'Sharing out',
  set_status: 'Setting the state of',
  ask: 'Asking for information on',
  sign: 'Signing decisions on',
  hand_over: 'Handing over',
  held: 'Deciding what is held of',
};

/** What is signed stands in the signer's name, the rest in that of whoever works here. */
function changeOf(action: BulkAction, host: Host): Change {
  if (!('signed_by' in action)) return host.byHand();
  const name = action.signed_by.trim();
  return { who: name, why: name };
}

export const workHandlers: Handlers<Channels> = {
  'work/preview': ({ action, client_ids }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    return ok(previewOf(planBulk(open.value, { action, client_ids, on: host.today() })));
  },
  'work/apply': ({ action, client_ids, digest }, host) =>
    host.startJob({
      kind: 'bulk',
      label: `${LABELS[action.kind]} ${formatQuantity(client_ids.length, 'application')}`,
      action,
      client_ids,
      digest,
      change: changeOf(action, host),
    }),
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
