/** `kerbside remind`: who is due which reminder on a day, and who is not and why. */
import { ok, type Result } from '../../shared/kernel/result.ts';
import { formatDate } from '../../shared/format/date.ts';
import { formatCount } from '../../shared/format/number.ts';
import type { NotDue } from '../../shared/casework/reminders/remind.ts';
import type { FamilyMember } from '../../shared/model/letter.ts';
import { letterName } from '../../shared/model/words.ts';
import type { Store } from '../../db/store.ts';
import { linkFamily, unlinkFamily } from '../jobs/link-family.ts';
import { remindersOn, type DueOnDay, type RemindersOnDay } from '../jobs/remind.ts';
import type { Answer, Command, CommandInput } from './command.ts';
import {
  byHand,
  ON_FLAG,
  PASSPHRASE_FLAG,
  STORE_FLAG,
  textFlag,
  withStore,
} from './common-flags.ts';

/** Those a person must look at before anything goes on. */
const NEEDS_A_PERSON: readonly NotDue[] = ['for_office', 'held', 'which_applied', 'no_event'];

export const remindCommand: Command = {
  name: 'remind',
  summary: 'who is due which reminder (to apply, to complete the TIF), and who is not and why',
  flags: {
    store: STORE_FLAG,
    on: ON_FLAG,
    link: { value: 'REF,REF', help: 'first make these children one family, written to once a day' },
    unlink: { value: 'REF,REF', help: 'first take these out of the family they were linked to' },
    'passphrase-file': PASSPHRASE_FLAG,
  },
  notes:
    'It sends nothing: kerbside letters makes the letters. Ends with 1 when a letter that is due lacks a fact, or somebody\n' +
    'must be looked at before the chase goes on.',
  run: (input) =>
    withStore(input, ({ store, on }) => {
      const linked = links(store, input);
      return linked.ok ? ok(answer(remindersOn(store, on))) : linked;
    }),
};

function links(store: Store, input: CommandInput): Result<readonly FamilyMember[]> {
  const refs = (name: string): readonly string[] =>
    (textFlag(input, name) ?? '')
      .split(',')
      .map((ref) => ref.trim())
      .filter((ref) => ref !== '');
  const [out, together] = [refs('unlink'), refs('link')];
  const unlinked = out.length === 0 ? ok([]) : unlinkFamily(store, out, byHand());
  if (!unlinked.ok || together.length === 0) return unlinked;
  return linkFamily(store, together, byHand());
}

function answer(reminders: RemindersOnDay): Answer {
  const { counts, due, not_due } = reminders;
  const asked = NEEDS_A_PERSON.some((code) => counts.not_due[code] > 0);
  const reasons = Object.entries(counts.not_due)
    .filter(([, count]) => count > 0)
    .map(([code, count]) => `${code.replaceAll('_', ' ')} ${formatCount(count)}`);
  const looked = not_due.filter(({ code }) => NEEDS_A_PERSON.includes(code));
  return {
    exit: asked || counts.lacking > 0 ? 1 : 0,
    json: { ...reminders },
    lines: [
      ...due.map(dueLine),
      ...looked.map(({ ref, reason }) => `${ref}: look at it. ${reason}`),
      `On ${formatDate(reminders.on)} ${formatCount(due.length)} reminders are due, ${formatCount(counts.lacking)} of them without a fact that the letter needs.`,
      `Not due: ${reasons.length === 0 ? 'nobody' : reasons.join(', ')}.`,
    ],
  };
}

function dueLine(each: DueOnDay): string {
  const { ref, chase, number, due_on, lacks } = each;
  const notes = [
    each.protected_address ? 'protected address' : '',
    each.social_worker ? 'social worker to be told' : '',
    each.language_or_format,
    lacks.length > 0 ? `missing: ${lacks.join('; ')}` : '',
  ].filter((note) => note !== '');
  const after = notes.length === 0 ? '' : ` (${notes.join(', ')})`;
  return `${ref}: ${letterName(chase, number)}, due since ${formatDate(due_on)}${after}`;
}
