/** Families linked by hand, and the council's own wording. */
import type { Input } from '../../../shared/api/contract.ts';
import type { LetterCase, LetterPreview } from '../../../shared/api/views/letters.ts';
import { fieldsLacking, fieldWords } from '../../../shared/casework/letters/fill-letter.ts';
import { letterFacts, templateKey } from '../../../shared/casework/letters/letter-facts.ts';
import { checkSetting } from '../../../shared/costing/read-settings.ts';
import { DEFAULT_SETTINGS } from '../../../shared/costing/default-settings.ts';
import { defined } from '../../../shared/kernel/assert.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import {
  fieldsNamed,
  fieldsOfKind,
  isChase,
  isLetterField,
  LETTER_FIELDS,
  type LetterKind,
  type LetterTemplate,
} from '../../../shared/model/letter.ts';
import { STATUS_WORDS } from '../../../shared/model/words.ts';
import type { Store } from '../../../db/store.ts';
import { contentOf } from '../../jobs/letters.ts';
import { lettersPaper } from '../../jobs/letters-paper.ts';
import { linkFamily, unlinkFamily } from '../../jobs/link-family.ts';
import type { ToWrite } from '../../jobs/letter-batch.ts';
import type { Handlers, Host } from '../handler.ts';
import { familiesPage } from '../families-page.ts';
import { fits } from '../letters-search.ts';
import { lettersOf, subjectToWrite, type LettersKept } from '../letters-today.ts';
import { warningOf } from './letters.ts';

/** Cases offered to try a wording on. */
const OFFERED = 20;

/** Names in braces that letters of the kind cannot fill. */
function unknownFields(kind: LetterKind, template: LetterTemplate): readonly string[] {
  const known: readonly string[] = fieldsOfKind(kind);
  return fieldsNamed(template).filter((name) => !known.includes(name));
}

function casesOf(letters: LettersKept, kind: LetterKind, text: string): readonly LetterCase[] {
  const found: LetterCase[] = [];
  const called = new Set(
    letters.events.called
      .filter((each) => each.kind === kind)
      .map((each) => each.of.application.ref),
  );
  const subjects = letters.chases.subjects
    .filter(({ chase }) => (kind === 'apply') === (chase === 'apply'))
    // Those whom such a letter is about come first.
    .toSorted((a, b) => Number(called.has(b.each.ref)) - Number(called.has(a.each.ref)));
  for (const subject of subjects) {
    const { ref, name } = subject.each;
    if (!fits(text, [ref, name])) continue;
    const detail = subject.chase === 'apply' ? 'Cohort' : STATUS_WORDS[subject.application.status];
    found.push({ ref, name, detail });
    if (found.length === OFFERED) break;
  }
  return found;
}

/** A case to try a wording on: as it is called for, else as if it were. */
function tried(letters: LettersKept, input: Input<'letters/try'>): ToWrite | null {
  const { kind, number } = input;
  const ref = input.ref ?? casesOf(letters, kind, '')[0]?.ref ?? null;
  if (ref === null) return null;
  if (isChase(kind)) return subjectToWrite(letters, { kind, number, ref, about: '' });
  const due = letters.events.called.find(
    (each) => each.kind === kind && each.of.application.ref === ref,
  );
  if (due !== undefined) return letters.events.toWrite(due, '');
  const of = letters.chases.subjectOf('tif', ref);
  if (of?.chase !== 'tif') return null;
  return letters.events.toWrite({ kind, about: '', since: null, why: '', appeal: null, of }, '');
}

async function tryWording(
  host: Host,
  store: Store,
  input: Input<'letters/try'>,
): Promise<Result<LetterPreview>> {
  const letters = lettersOf(store, host.today());
  const write = tried(letters, input);
  const template = { subject: input.subject, paragraphs: input.paragraphs };
  const unknown = unknownFields(input.kind, template);
  if (write === null) return ok({ ref: '', name: '', html: null, lacks: [], unknown });
  const facts = letterFacts(write.subject, letters.chases.basis);
  const lacking = fieldsLacking(template, facts);
  // What is missing is shown where it would stand.
  const shown = Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [
      name,
      isLetterField(name) && lacking.includes(name) ? `[${LETTER_FIELDS[name]}]` : value,
    ]),
  ) as typeof facts;
  const content = contentOf(template, shown);
  const html = await lettersPaper([content], { title: 'Wording', warning: warningOf(store) });
  const lacks = fieldWords(lacking);
  return ok({ ref: write.subject.ref, name: facts.child, html, lacks, unknown });
}

function setWording(store: Store, host: Host, input: Input<'letters/set-wording'>) {
  const { kind, number, from_on, source } = input;
  const value = {
    subject: input.subject.trim(),
    paragraphs: input.paragraphs.map((each) => each.trim()).filter((each) => each !== ''),
  };
  const unknown = unknownFields(kind, value);
  const problems = [
    ...(value.subject === '' ? ['The subject is empty.'] : []),
    ...(value.paragraphs.length === 0 ? ['There is no paragraph.'] : []),
    ...unknown.map((name) => `{${name}} is not a field of this letter.`),
    ...(source.trim() === '' ? ['Say whose wording it is.'] : []),
  ];
  if (problems.length > 0) {
    return fail('bad_wording', problems.join(' '), 'Mend this and save again.', { problems });
  }
  const key = templateKey(kind, number);
  const checked = checkSetting(key, value);
  if (!checked.ok) return checked;
  const { unit, label } = defined(
    DEFAULT_SETTINGS.find((each) => each.key === key),
    key,
  );
  const setting = { key, from_on, value, unit, label, source: source.trim(), estimated: false };
  store.write(host.byHand(), () => store.settings.upsertMany([setting]));
  host.changed('settings');
  return ok({ saved: true });
}

export const lettersSetupHandlers: Handlers<
  'letters/families' | 'letters/link' | 'letters/try' | 'letters/cases' | 'letters/set-wording'
> = {
  'letters/families': ({ text }, host) => {
    const open = host.store();
    return open.ok ? ok(familiesPage(open.value, lettersOf(open.value, host.today()), text)) : open;
  },
  'letters/link': ({ refs, together }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const work = together ? linkFamily : unlinkFamily;
    const done = work(open.value, refs, host.byHand());
    if (!done.ok) return done;
    host.changed('applications');
    return ok({ linked: done.value.length });
  },
  'letters/try': (input, host) => {
    const open = host.store();
    return open.ok ? tryWording(host, open.value, input) : open;
  },
  'letters/cases': ({ kind, text }, host) => {
    const open = host.store();
    return open.ok ? ok(casesOf(lettersOf(open.value, host.today()), kind, text)) : open;
  },
  'letters/set-wording': (input, host) => {
    const open = host.store();
    return open.ok ? setWording(open.value, host, input) : open;
  },
};
