/** The team's work: queues and whose they are. */
import type { Output } from '../../../shared/api/contract.ts';
import type { Change } from '../../../db/store.ts';
import type { BulkAction } from '../../../shared/api/views/bulk.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { ok } from '../../../shared/kernel/result.ts';
import { assignTo } from '../../jobs/assign.ts';
import { planBulk, previewOf } from '../../jobs/bulk/plan-bulk.ts';
import { burnUpView } from '../../jobs/burn-up.ts';
import { renewalsView } from '../../jobs/renewals.ts';
import { writeCsv } from '../../files/csv-writer.ts';
import { burnUpTable } from '../../../shared/figures/burn-up.ts';
import { workOverview } from '../../jobs/work.ts';
import type { Handlers, Host } from '../handler.ts';

type Channels =
  | 'work/overview'
  | 'work/due'
  | 'work/officers'
  | 'work/assign'
  | 'work/burn-up'
  | 'work/export-burn-up'
  | 'work/renewals'
  | 'work/preview'
  | 'work/apply';

const LABELS: Readonly<Record<BulkAction['kind'], string>> = {
  assign: 'Assigning',
  share: 'Sharing out',
  set_status: 'Setting the state of',
  ask: 'Asking for information on',
  sign: 'Signing decisions on',
  hand_over: 'Handing over',
  renew: 'Renewing',
  confirm_tif: 'Confirming the TIFs of',
  expect: 'Expecting',
  roll_years: 'Rolling on the year groups of',
  held: 'Deciding what is held of',
};

/** What is signed stands in the signer's name, the rest in that of whoever works here. */
function changeOf(action: BulkAction, host: Host): Change {
  if (!('signed_by' in action)) return host.byHand();
  const name = action.signed_by.trim();
  return { who: name, why: name };
}

export const workHandlers: Handlers<Channels> = {
  'work/burn-up': ({ split }, host) => {
    const open = host.store();
    return open.ok ? ok(burnUpView(open.value, host.today(), split)) : open;
  },
  'work/export-burn-up': ({ split }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const { columns, rows } = burnUpTable(burnUpView(open.value, host.today(), split));
    const name = `burn-up-${split.replace('_', '-')}-${host.today()}.csv`;
    const bytes = writeCsv(
      columns.map(({ label }) => label),
      rows,
    );
    return ok({ file_id: host.files.put(name, bytes), name });
  },
  'work/renewals': (_input, host) => {
    const open = host.store();
    return open.ok ? ok(renewalsView(open.value, host.today())) : open;
  },
  'work/preview': ({ action, client_ids }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    return ok(previewOf(planBulk(open.value, { action, client_ids, on: host.today() })));
  },
  'work/apply': ({ action, client_ids, digest }, host) =>
    host.startJob({
      kind: 'bulk',
      label: `${LABELS[action.kind]} ${action.kind === 'roll_years' ? formatQuantity(client_ids.length, 'child', 'children') : formatQuantity(client_ids.length, 'application')}`,
      action,
      client_ids,
      digest,
      change: changeOf(action, host),
    }),
  'work/overview': (_input, host) => {
    const open = host.store();
    return open.ok ? ok(workOverview(open.value, host.today(), host.info().officer)) : open;
  },
  'work/due': async (_input, host) => {
    const text = await host.page('work_due');
    return text.ok ? ok(JSON.parse(text.value) as Output<'work/due'>) : text;
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
