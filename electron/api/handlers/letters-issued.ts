/** Letters on record: by batch and by child, printed again, withdrawn; lists as .csv. */
import type { Input } from '../../../shared/api/contract.ts';
import type { BatchRow, IssuedRow } from '../../../shared/api/views/letters.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { IssuedLetter } from '../../../shared/model/letter.ts';
import { letterName } from '../../../shared/model/words.ts';
import { nameOf } from '../../../shared/casework/reminders/cases.ts';
import type { Cell } from '../../../shared/figures/table.ts';
import type { Store } from '../../../db/store.ts';
import { writeCsv } from '../../files/csv-writer.ts';
import { lettersPaper } from '../../jobs/letters-paper.ts';
import type { Handlers, Host } from '../handler.ts';
import { hideLetterAddress, lookersOf } from '../protected-address.ts';
import { fits } from '../letters-search.ts';
import { lettersOf } from '../letters-today.ts';
import { notDueRows, warningOf } from './letters.ts';

const SHOWN = 2000;

function issuedRows(store: Store, { text, batch }: Input<'letters/issued'>): readonly IssuedRow[] {
  const clients = new Map(store.clients.all().map((client) => [client.id, nameOf(client)]));
  const cohort = new Map(store.cohort.all().map((member) => [member.ref, nameOf(member)]));
  const named = ({ client_id, kind, ref }: IssuedLetter): string =>
    (client_id === null ? undefined : clients.get(client_id)) ??
    (kind === 'apply' ? cohort.get(ref) : undefined) ??
    '';
  const kept = store.letters.withText();
  return store.letters
    .all()
    .filter((letter) => batch === null || letter.batch === batch)
    .map((letter) => ({ ...letter, name: named(letter), has_text: kept.has(letter.id) }))
    .filter((row) => fits(text, [row.ref, row.name, row.addressee]))
    .toReversed();
}

function batchesOf(letters: readonly IssuedLetter[]): readonly BatchRow[] {
  const byBatch = Map.groupBy(letters, ({ batch }) => batch);
  return [...byBatch.values()]
    .flatMap((all): BatchRow[] => {
      const [first] = all;
      if (first === undefined) return [];
      const { batch, kind, issued_on, issued_by } = first;
      const withdrawn = all.filter((letter) => letter.withdrawn !== null).length;
      return [{ batch, kind, issued_on, issued_by, letters: all.length, withdrawn }];
    })
    .toSorted((a, b) => b.batch - a.batch);
}

/** A list of the screens as headings and rows. No address is in any of them. */
function tableOf(
  host: Host,
  store: Store,
  input: Input<'letters/export'>,
): { readonly name: string; readonly head: readonly string[]; readonly rows: Cell[][] } {
  const on = host.today();
  if (input.list === 'not_due') {
    return {
      name: `not reminded ${on}.csv`,
      head: ['Reminder', 'Reference', 'Child', 'Why not', 'Due on'],
      rows: notDueRows(host, store, input).map(({ chase, ref, name, reason, due_on }) => [
        chase === 'apply' ? 'to apply' : 'to complete the TIF',
        ref,
        name,
        reason,
        due_on,
      ]),
    };
  }
  if (input.list === 'issued') {
    return {
      name: `letters issued ${on}.csv`,
      head: ['Batch', 'Issued on', 'By', 'Letter', 'Reference', 'Child', 'Addressee', 'Withdrawn on', 'Why withdrawn'], // prettier-ignore
      rows: issuedRows(store, input).map((row) => [
        row.batch,
        row.issued_on,
        row.issued_by,
        letterName(row.kind, row.number),
        row.ref,
        row.name,
        row.addressee,
        row.withdrawn?.on ?? null,
        row.withdrawn?.reason ?? '',
      ]),
    };
  }
  const { kind, text } = input;
  return {
    name: `letters due ${on}.csv`,
    head: ['Letter', 'Reference', 'Child', 'School', 'Since', 'Why', 'Missing', 'Protected address', 'Social worker', 'Language or format'], // prettier-ignore
    rows: lettersOf(store, on)
      .today.due.filter(
        (row) => (kind === null || row.kind === kind) && fits(text, [row.ref, row.name]),
      )
      .map((row) => [
        letterName(row.kind, row.number),
        row.ref,
        row.name,
        row.school,
        row.since,
        row.why,
        row.lacks.join('; '),
        row.protected_address,
        row.social_worker,
        row.language_or_format,
      ]),
  };
}

function noLetter(id: number): Result<never> {
  return fail('no_letter', 'There is no such letter.', 'Choose one of the list.', { id });
}

export const lettersIssuedHandlers: Handlers<
  | 'letters/case'
  | 'letters/issued'
  | 'letters/text'
  | 'letters/reprint'
  | 'letters/withdraw'
  | 'letters/export'
> = {
  'letters/issued': (input, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const rows = issuedRows(open.value, input);
    const batches = batchesOf(open.value.letters.all());
    return ok({ batches, total: rows.length, rows: rows.slice(0, SHOWN) });
  },
  'letters/case': ({ client_id }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const store = open.value;
    const isOwn = (row: { readonly client_id: number | null }): boolean =>
      row.client_id === client_id;
    const on = host.today();
    return ok({
      on,
      issued: issuedRows(store, { text: '', batch: null }).filter(isOwn),
      due: lettersOf(store, on).today.due.filter(isOwn),
      not_due: notDueRows(host, store, { chase: null, code: null, text: '' }).filter(isOwn),
    });
  },
  'letters/text': async ({ id }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const store = open.value;
    const row = issuedRows(store, { text: '', batch: null }).find((letter) => letter.id === id);
    if (row === undefined) return noLetter(id);
    const content = store.letters.content(id);
    const marks = { title: letterName(row.kind, row.number), warning: warningOf(store) };
    const isProtected =
      store.letters.protectedWhenIssued().has(id) ||
      (row.client_id !== null && store.clients.get(row.client_id)?.protected_address === true);
    const shown =
      content === null ? null : hideLetterAddress(content, isProtected, lookersOf(store, host));
    const html = shown === null ? null : await lettersPaper([shown], marks);
    return ok({ ref: row.ref, name: row.name, html, lacks: [], unknown: [] });
  },
  'letters/reprint': ({ ids }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const label = `Printing ${formatQuantity(ids.length, 'letter')} again`;
    return host.startJob({ kind: 'reprint', label, ids });
  },
  'letters/withdraw': ({ ids, reason }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const store = open.value;
    if (reason.trim() === '') {
      return fail(
        'no_reason',
        'A letter is withdrawn with a reason.',
        'Write why it was not posted.',
      );
    }
    const by = host.byHand();
    const withdrawn = store.write(by, () =>
      store.letters.withdraw(ids, { on: host.today(), by: by.who, reason: reason.trim() }),
    );
    host.changed('applications');
    return ok({ withdrawn });
  },
  'letters/export': (input, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const { name, head, rows } = tableOf(host, open.value, input);
    return ok({ file_id: host.files.put(name, writeCsv(head, rows)), name });
  },
};
