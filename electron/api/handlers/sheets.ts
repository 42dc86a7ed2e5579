/** Providers' sheets, what families are told, and what changed since a day. */
import type { Output } from '../../../shared/api/contract.ts';
import type { SheetsPage } from '../../../shared/api/views/sheets.ts';
import { withdrawalProblems } from '../../../shared/casework/check-evidence.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { fail, ok } from '../../../shared/kernel/result.ts';
import { readChanges } from '../../jobs/sheets/changes-list.ts';
import { notComplete } from '../client-case.ts';
import type { Handlers } from '../handler.ts';
import { lookersOf, notNamed } from '../protected-address.ts';
import { sheetPreview } from '../sheets-page.ts';

export const sheetsHandlers: Handlers<
  | 'sheets/list'
  | 'sheets/preview'
  | 'sheets/issue'
  | 'sheets/withdraw'
  | 'changes/since'
  | 'changes/export'
  | 'family-details/get'
  | 'family-details/export'
> = {
  'sheets/list': async (_input, host) => {
    const text = await host.page('route_sheets');
    return text.ok ? ok(JSON.parse(text.value) as SheetsPage) : text;
  },

  'sheets/preview': ({ route_ref }, host) => {
    const open = host.store();
    return open.ok ? sheetPreview(open.value, route_ref, host.today()) : open;
  },

  'sheets/issue': ({ refs, shown, shown_reason, how }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const lookers = lookersOf(open.value, host);
    if (shown.length > 0 && !lookers.may_look) return notNamed(lookers);
    const label =
      refs === null
        ? 'Sheets of every route'
        : refs.length === 1
          ? `Sheet of route ${refs[0] ?? ''}`
          : `Sheets of ${formatQuantity(refs.length, 'route')}`;
    const by = host.byHand();
    return host.startJob({ kind: 'route-sheets', label, refs, shown, shown_reason, how, by });
  },

  'sheets/withdraw': ({ id, route_ref, reason, by: name }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const store = open.value;
    const given = { reason: reason.trim(), by: name.trim() };
    const problems = withdrawalProblems(given);
    if (problems.length > 0) return notComplete(problems);
    const sheet = store.sheets.get(id);
    if (sheet === null || sheet.route_ref !== route_ref || sheet.withdrawn !== null)
      return fail(
        'no_such_record',
        'There is no such sheet in force.',
        'Look at the list of sheets again.',
      );
    store.write({ who: given.by, why: given.by }, () => {
      store.papers.withdrawSheet(sheet, { on: host.today(), ...given });
    });
    host.changed('plan');
    return sheetPreview(store, route_ref, host.today());
  },

  'changes/since': ({ since }, host) => {
    const open = host.store();
    return open.ok ? readChanges(open.value, since, host.today()) : open;
  },

  'changes/export': ({ since, format }, host) =>
    host.startJob({
      kind: 'export',
      label: `Changes since ${formatDate(since)}`,
      report: 'changes',
      format,
      since,
    }),

  'family-details/get': async (_input, host) => {
    const text = await host.page('family_details');
    return text.ok ? ok(JSON.parse(text.value) as Output<'family-details/get'>) : text;
  },

  'family-details/export': (_input, host) =>
    host.startJob({ kind: 'export', label: 'Transport details', report: 'family-details' }),
};
