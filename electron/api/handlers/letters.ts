/** Letters: what is due today, looking at one, and issuing them. */
import type { Input, Output } from '../../../shared/api/contract.ts';
import type { BatchPlan, LetterPreview, NotDueRow } from '../../../shared/api/views/letters.ts';
import { fieldsLacking, fieldWords } from '../../../shared/casework/letters/fill-letter.ts';
import { letterFacts, letterTemplate } from '../../../shared/casework/letters/letter-facts.ts';
import type { NotDue } from '../../../shared/casework/reminders/remind.ts';
import { formatQuantity } from '../../../shared/format/number.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Store } from '../../../db/store.ts';
import { contentOf, draftLetters } from '../../jobs/letters.ts';
import { lettersFileNames } from '../../jobs/letters-files.ts';
import { lettersPaper } from '../../jobs/letters-paper.ts';
import type { Handlers, Host } from '../handler.ts';
import { hideLetterAddress, lookersOf } from '../protected-address.ts';
import { lettersOf, subjectToWrite } from '../letters-today.ts';
import { fits } from '../letters-search.ts';

/** Rows of a long list that a screen is given; its .csv holds all. */
const SHOWN = 2000;

/** What stands on the paper of the invented county. */
export function warningOf(store: Store): string {
  return store.meta.get().demo ? 'Invented data' : '';
}

/** Those that ask a person to look come first. */
const LOOKED_AT_FIRST: readonly NotDue[] = ['for_office', 'held', 'which_applied', 'no_event'];

function lookFirst(a: { readonly code: NotDue }, b: { readonly code: NotDue }): number {
  return Number(LOOKED_AT_FIRST.includes(b.code)) - Number(LOOKED_AT_FIRST.includes(a.code));
}

/** Everyone who is not reminded and fits. */
export function notDueRows(
  host: Host,
  store: Store,
  { chase, code, text }: Input<'letters/not-due'>,
): readonly NotDueRow[] {
  const { chases } = lettersOf(store, host.today());
  return chases.reminders.not_due
    .filter(
      (each) =>
        (chase === null || each.chase === chase) &&
        (code === null || each.code === code) &&
        fits(text, [each.ref, each.name]),
    )
    .toSorted(lookFirst)
    .map((each, at) => ({
      at,
      chase: each.chase,
      ref: each.ref,
      client_id: chases.subjectOf(each.chase, each.ref)?.client?.id ?? null,
      name: each.name,
      code: each.code,
      reason: each.reason,
      due_on: each.due_on,
    }));
}

async function preview(host: Host, key: Input<'letters/preview'>): Promise<Result<LetterPreview>> {
  const open = host.store();
  if (!open.ok) return open;
  const store = open.value;
  const letters = lettersOf(store, host.today());
  const write = subjectToWrite(letters, key);
  if (write === null) return gone(key.ref);
  const { basis } = letters.chases;
  const template = letterTemplate(key.kind, write.number, basis);
  const facts = letterFacts(write.subject, basis);
  const lacks = fieldWords(fieldsLacking(template, facts));
  const same = { ref: key.ref, name: facts.child, lacks, unknown: [] };
  if (lacks.length > 0) return ok({ ...same, html: null });
  const marks = { title: `Letter to ${facts.addressee}`, warning: warningOf(store) };
  const isProtected = write.subject.client?.protected_address === true;
  const content = hideLetterAddress(
    contentOf(template, facts),
    isProtected,
    lookersOf(store, host),
  );
  return ok({ ...same, html: await lettersPaper([content], marks) });
}

function gone(ref: string) {
  return fail(
    'not_due',
    `This letter about ${ref} is not called for any more.`,
    'The list was read again: look at it.',
    { ref },
  );
}

function plan(
  store: Store,
  host: Host,
  { kind, refs, except = [] }: Input<'letters/plan'>,
): Result<BatchPlan> {
  const request = {
    kind,
    refs,
    except,
    on: host.today(),
    reason: '',
    preview: false,
    leave_out: true,
  };
  const drafted = draftLetters(store, request);
  if (!drafted.ok) return drafted;
  const { letters, left_out } = drafted.value;
  return ok({
    kind,
    letters: letters.length,
    families: new Set(letters.map(({ family }) => family)).size,
    left_out: left_out.map(({ ref, lacks }) => ({ ref, lacks })),
    protected_addresses: letters.filter((each) => each.protected_address).length,
    social_workers: letters.filter((each) => each.social_worker).length,
    languages: letters
      .filter((each) => each.language_or_format !== '')
      .map((each) => ({ ref: each.ref, language: each.language_or_format })),
    files: lettersFileNames(drafted.value),
  });
}

export const lettersHandlers: Handlers<
  | 'letters/due'
  | 'letters/not-due'
  | 'letters/preview'
  | 'letters/reason'
  | 'letters/plan'
  | 'letters/issue'
> = {
  'letters/due': async (_input, host) => {
    const text = await host.page('letters_today');
    return text.ok ? ok(JSON.parse(text.value) as Output<'letters/due'>) : text;
  },
  'letters/not-due': (input, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const rows = notDueRows(host, open.value, input);
    return ok({ total: rows.length, rows: rows.slice(0, SHOWN) });
  },
  'letters/preview': (key, host) => preview(host, key),
  'letters/reason': ({ kind, ref, about, text }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const store = open.value;
    if (subjectToWrite(lettersOf(store, host.today()), { kind, number: 0, ref, about }) === null)
      return gone(ref);
    store.write(host.byHand(), () => {
      store.letters.setReason({ kind, ref, about, text: text.trim() });
    });
    host.changed('applications');
    return ok(lettersOf(store, host.today()).today);
  },
  'letters/plan': (input, host) => {
    const open = host.store();
    return open.ok ? plan(open.value, host, input) : open;
  },
  'letters/issue': ({ kind, refs, except = [] }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const label = `Issuing ${formatQuantity(refs.length, 'letter')}`;
    const by = { who: host.byHand().who, why: 'an officer preparing letters' };
    return host.startJob({ kind: 'letters', label, letter_kind: kind, refs, except, by });
  },
};
