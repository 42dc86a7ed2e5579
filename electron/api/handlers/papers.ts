/** The papers that leave the office: one log across all, school lists, notes to providers. */
import type { PaperRow, SchoolListsPage } from '../../../shared/api/views/papers.ts';
import { withdrawalProblems } from '../../../shared/casework/check-evidence.ts';
import { providerKey } from '../../../shared/intake/provider-name.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { PaperKind, WithdrawalNote } from '../../../shared/model/paper.ts';
import { ALLOWED_PAPERS } from '../../../shared/service/papers/allowed.ts';
import type { Store } from '../../../db/store.ts';
import { writeCsv } from '../../files/csv-writer.ts';
import { notComplete } from '../client-case.ts';
import type { Handlers, Host } from '../handler.ts';
import { noteRows, papersPage } from '../papers-page.ts';
import { schoolListPreview } from '../school-lists-page.ts';

const NO_PAPER = fail('no_such_record', 'There is no such paper in force.', 'Look at the list of papers again.'); // prettier-ignore

interface Withdrawing {
  readonly on: ReturnType<Host['today']>;
  readonly by: string;
  readonly reason: string;
}

/** Withdraws one paper by its kind. False: it is not in force. */
const WITHDRAW: Readonly<
  Record<PaperKind, (store: Store, id: number, how: Withdrawing) => boolean>
> = {
  route_sheet: (store, id, how) => {
    const sheet = store.sheets.get(id);
    if (sheet === null || sheet.withdrawn !== null) return false;
    store.papers.withdrawSheet(sheet, how);
    return true;
  },
  school_list: withdrawList,
  duty_list: withdrawList,
  family_letter: (store, id, how) => store.letters.withdraw([id], how) === 1,
};

function withdrawList(store: Store, id: number, how: Withdrawing): boolean {
  const paper = store.papers.get(id);
  if (paper === null || paper.withdrawn !== null) return false;
  store.papers.withdraw(paper, how);
  return true;
}

function csvRow(row: PaperRow): readonly (string | number)[] {
  const why = row.withdrawn === null ? row.why.map(({ words }) => words).join('; ') : row.withdrawn.reason; // prettier-ignore
  return [
    ALLOWED_PAPERS[row.kind].label,
    row.of,
    row.recipient,
    row.school,
    row.route_ref,
    row.version === 0 ? '' : row.version,
    row.issued_on,
    row.issued_by,
    row.how.replaceAll('_', ' '),
    row.state,
    why,
    row.withdrawn?.on ?? '',
  ];
}

const HEADS = ['Paper', 'Of', 'To', 'School', 'Route', 'Version', 'Issued on', 'By', 'How', 'State', 'Why', 'Withdrawn on']; // prettier-ignore

/** Changes a note that is still open at its step, or says why not. */
function changeNote(
  host: Host,
  id: number,
  { fits, change }: { readonly fits: (note: WithdrawalNote) => boolean; readonly change: (store: Store, note: WithdrawalNote) => void }, // prettier-ignore
) {
  const open = host.store();
  if (!open.ok) return open;
  const store = open.value;
  const note = store.papers.withdrawalNote(id);
  if (note === null || !fits(note))
    return fail('no_such_record', 'This note is not at that step any more.', 'Look at the notes again.'); // prettier-ignore
  store.write(host.byHand(), () => {
    change(store, note);
  });
  host.changed('plan');
  return ok(noteRows(store, host.today()));
}

function signed(name: string): Result<string> {
  const by = name.trim();
  return by === '' ? notComplete(['Sign with a name.']) : ok(by);
}

export const papersHandlers: Handlers<
  | 'papers/log'
  | 'papers/of'
  | 'papers/withdraw'
  | 'papers/export'
  | 'papers/schools'
  | 'papers/school'
  | 'papers/issue-lists'
  | 'papers/notes'
  | 'papers/note-pdf'
  | 'papers/note-told'
  | 'papers/note-destroyed'
> = {
  'papers/log': (_input, host) => {
    const open = host.store();
    return open.ok ? papersPage(open.value, host) : open;
  },

  'papers/of': async (input, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const page = await papersPage(open.value, host);
    if (!page.ok) return page;
    const isAsked = (row: PaperRow): boolean =>
      'client_id' in input
        ? row.clients.includes(input.client_id)
        : 'route_ref' in input
          ? row.route_ref === input.route_ref
          : row.kind === 'route_sheet' &&
            providerKey(row.recipient) === providerKey(input.provider);
    return ok({ on: page.value.on, rows: page.value.rows.filter(isAsked) });
  },

  'papers/withdraw': ({ papers, reason, by }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const given = { reason: reason.trim(), by: by.trim() };
    const problems = withdrawalProblems(given);
    if (problems.length > 0) return notComplete(problems);
    const store = open.value;
    const how = { on: host.today(), ...given };
    const withdrawn = store.write(
      { who: given.by, why: given.by },
      () => papers.filter(({ kind, id }) => WITHDRAW[kind](store, id, how)).length,
    );
    if (withdrawn === 0) return NO_PAPER;
    host.changed('plan', 'applications');
    return ok({ withdrawn });
  },

  'papers/export': async ({ keys }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const page = await papersPage(open.value, host);
    if (!page.ok) return page;
    const wanted = new Set(keys);
    const rows = page.value.rows
      .filter(({ key }) => wanted.has(key))
      .map((row) => [...csvRow(row)]);
    const name = `papers ${host.today()}.csv`;
    return ok({ file_id: host.files.put(name, writeCsv(HEADS, rows)), name });
  },

  'papers/schools': async (_input, host) => {
    const text = await host.page('school_lists');
    return text.ok ? ok(JSON.parse(text.value) as SchoolListsPage) : text;
  },

  'papers/school': ({ urn }, host) => {
    const open = host.store();
    return open.ok ? schoolListPreview(open.value, urn, host.today()) : open;
  },

  'papers/issue-lists': ({ kind, urns, how }, host) => {
    const label =
      kind === 'duty_list'
        ? 'Duty list'
        : urns === null
          ? 'Lists of every school'
          : `Lists of ${formatQuantity(urns.length, 'school')}`;
    const subjects = kind === 'duty_list' ? null : (urns?.map(String) ?? null);
    return host.startJob({ kind: 'lists', label, list: kind, subjects, how, by: host.byHand() });
  },

  'papers/notes': (_input, host) => {
    const open = host.store();
    return open.ok ? ok(noteRows(open.value, host.today())) : open;
  },

  'papers/note-pdf': ({ id }, host) =>
    Promise.resolve(
      host.startJob({ kind: 'export', label: 'Printing the note', report: 'withdrawal-note', note_id: id }), // prettier-ignore
    ),

  'papers/note-told': ({ id, how, by: name }, host) => {
    const by = signed(name);
    if (!by.ok) return by;
    return changeNote(host, id, {
      fits: ({ told }) => told === null,
      change: (store, note) => {
        store.papers.noteTold(note, { on: host.today(), by: by.value, how });
      },
    });
  },

  'papers/note-destroyed': ({ id, said: name }, host) => {
    const said = signed(name);
    if (!said.ok) return said;
    return changeNote(host, id, {
      fits: ({ told, destroyed }) => told !== null && destroyed === null,
      change: (store, note) => {
        store.papers.noteDestroyed(note, { on: host.today(), said: said.value });
      },
    });
  },
};
