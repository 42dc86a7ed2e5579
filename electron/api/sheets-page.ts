/** Where the sheet of every route stands. Read again only when the store or the day has changed. */
import { schoolsOfRoute } from '../../shared/model/route-schools.ts';
import type { Store } from '../../db/store.ts';
import type { SheetPreview, SheetRow, SheetsPage } from '../../shared/api/views/sheets.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import { staleSheet, type StaleReason } from '../../shared/service/papers/stale.ts';
import type { IssuedSheet } from '../../shared/model/route-sheet.ts';
import { addressOfStop } from './stop-addresses.ts';
import { silent } from '../jobs/context.ts';
import { draftSheets, type SheetDraft, type SheetsDraft } from '../jobs/sheets/draft-sheets.ts';
import { sheetMarks, sheetsPaper } from '../jobs/sheets/sheets-paper.ts';

/** Every route with its sheet, as text: kept in the store until anything changes, since all of them are made to be compared. */
export function sheetsText(store: Store, on: IsoDate): string {
  return store.read.derived('route_sheets', on, () => JSON.stringify(pageOf(store, on)));
}

function pageOf(store: Store, on: IsoDate): SheetsPage {
  const plan = store.plans.current();
  if (plan === null) return { problem: null, plan: null, rows: [] };
  const drafted = draftSheets(
    store,
    { on, refs: null, shown: [], shown_reason: '', how: '' as const },
    silent,
  );
  const head = { id: plan.id, made_on: plan.made_on, draft: plan.status === 'draft' };
  if (!drafted.ok)
    return { problem: `${drafted.error.cause} ${drafted.error.action}`, plan: head, rows: [] };
  return { problem: null, plan: head, rows: rowsOf(store, drafted.value) };
}

function rowsOf(store: Store, draft: SheetsDraft): readonly SheetRow[] {
  const drafts = new Map(draft.sheets.map((sheet) => [sheet.route_ref, sheet]));
  const standing = store.sheets.inForce();
  const held = Map.groupBy(draft.held, ({ route_ref }) => route_ref);
  const schools = new Map(store.schools.all().map(({ urn, name }) => [urn, name]));
  return (store.plans.current()?.routes ?? [])
    .map((route): SheetRow => {
      const sheet = drafts.get(route.ref);
      const last = standing.get(route.ref) ?? null;
      return {
        route_id: route.id,
        route_ref: route.ref,
        school: schoolsOfRoute(route)
          .map((urn) => schools.get(urn) ?? '')
          .join(' and '),
        provider: route.provider,
        clients: route.stops.length,
        state:
          sheet === undefined
            ? 'unlet'
            : !sheet.is_new
              ? 'current'
              : last === null
                ? 'none'
                : 'changed',
        version: last?.version ?? null,
        issued_on: last?.issued_on ?? null,
        why: whyStale(last, sheet),
        warnings: sheet?.content.warnings.length ?? 0,
        held: (held.get(route.ref) ?? []).length,
      };
    })
    .toSorted((a, b) => (a.route_ref < b.route_ref ? -1 : 1));
}

/** One route's sheet as it would be given out now, with what was given out before. */
export async function sheetPreview(
  store: Store,
  route_ref: string,
  on: IsoDate,
): Promise<Result<SheetPreview>> {
  const request = { on, refs: [route_ref], shown: [], shown_reason: '', how: '' as const };
  const drafted = draftSheets(store, request, silent);
  if (!drafted.ok) return drafted;
  const issued = store.sheets.ofRoute(route_ref);
  const [sheet] = drafted.value.sheets;
  const route = store.plans.current()?.routes.find(({ ref }) => ref === route_ref);
  const marks = sheetMarks(drafted.value, sheet?.recipient ?? '');
  const html = sheet === undefined ? '' : await sheetsPaper([sheet], marks);
  const shown = new Set(sheet?.shown);
  const hidden = (route?.stops ?? [])
    .filter((stop) => addressOfStop(store, stop)?.protected === true)
    .flatMap(({ client_id }) => store.clients.get(client_id)?.ref ?? []);
  return ok({
    route_ref,
    state:
      sheet === undefined
        ? 'unlet'
        : !sheet.is_new
          ? 'current'
          : issued.some(({ withdrawn }) => withdrawn === null)
            ? 'changed'
            : 'none',
    version: sheet?.version ?? 0,
    html,
    why: whyStale(store.sheets.inForce().get(route_ref) ?? null, sheet),
    why_not: drafted.value.left_out[0]?.why ?? '',
    held: drafted.value.held,
    protected_addresses: [...new Set(hidden)].map((ref) => ({ ref, shown: shown.has(ref) })),
    issued: issued.map(withoutContent),
  });
}

/** What of the sheet in force is no longer so; empty where there is none, or it stands. */
function whyStale(last: IssuedSheet | null, sheet: SheetDraft | undefined): readonly StaleReason[] {
  if (last === null) return [];
  if (sheet === undefined)
    return [{ kind: 'gone', words: 'The route has no provider, or carries nobody any more' }];
  if (!sheet.is_new) return [];
  if (sheet.recipient !== last.recipient)
    return [{ kind: 'gone', words: `The route now runs for ${sheet.recipient}` }];
  const why = staleSheet(last, sheet);
  const contract = sheet.contract_ref === last.contract_ref ? [] : [{ kind: 'changed' as const, words: `Contract ${sheet.contract_ref}, was ${last.contract_ref}` }]; // prettier-ignore
  return why.length > 0 ? why : contract;
}

function withoutContent({
  content: _content,
  ...sheet
}: IssuedSheet): SheetPreview['issued'][number] {
  return sheet;
}
