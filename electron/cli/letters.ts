/** `kerbside letters`: letters to print and to merge, recorded as issued. */
import { ok, type Result } from '../../shared/kernel/result.ts';
import { isChase, LETTER_KINDS } from '../../shared/model/letter.ts';
import { letterName } from '../../shared/model/words.ts';
import { formatQuantity } from '../../shared/format/number.ts';
import type { ExportedFile } from '../jobs/export-report.ts';
import type { LetterBatch, LettersRequest } from '../jobs/letter-batch.ts';
import { draftLetters, issueLetters } from '../jobs/letters.ts';
import { lettersFiles } from '../jobs/letters-files.ts';
import type { Answer, Command, CommandInput } from './command.ts';
import {
  byHand,
  ON_FLAG,
  PASSPHRASE_FLAG,
  pathFlag,
  STORE_FLAG,
  textFlag,
  usage,
  withStore,
} from './common-flags.ts';
import { writeFolder } from './whole-folder.ts';

export const lettersCommand: Command = {
  name: 'letters',
  summary: 'make letters (PDF) and mail merge (CSV, XLSX), and record them as issued',
  flags: {
    store: STORE_FLAG,
    kind: { value: 'KIND', help: LETTER_KINDS.join(', '), required: true },
    ref: { value: 'REF', help: 'this child alone: a reference of the cohort, or an application' },
    reason: {
      value: 'TEXT',
      help: 'why, for one decision (--ref) that must say so; for more_information, what is asked',
    },
    preview: { help: 'make them to be looked at, marked, and record nothing' },
    'leave-out': { help: 'leave out letters that lack a fact, instead of making none' },
    out: { value: 'FOLDER', help: 'where the files go', required: true },
    on: ON_FLAG,
    'passphrase-file': PASSPHRASE_FLAG,
  },
  notes:
    'apply and tif: the reminders due that day; the others: decisions, appeals and other steps not yet written about.\n' +
    'Nothing is sent. ' +
    'Ends with 1 when letters were left out, or when one lacks a fact: then none is made. Needs Chromium.',
  run: (input) => {
    const request = requestOf(input);
    if (!request.ok) return Promise.resolve(request);
    const out = pathFlag(input, 'out');
    return withStore(input, async ({ store, on }) => {
      const drafted = draftLetters(store, { ...request.value, on });
      if (!drafted.ok) return drafted;
      const files = await lettersFiles(drafted.value, input.ctx);
      if (!files.ok) return files;
      const replace = request.value.preview;
      const issued = writeFolder(out, files.value, { replace }, (place) =>
        issueLetters(store, drafted.value, place, byHand('an officer preparing letters')),
      );
      return issued.ok ? ok(answer(issued.value, files.value, out)) : issued;
    });
  },
};

function requestOf(input: CommandInput): Result<Omit<LettersRequest, 'on'>> {
  const given = textFlag(input, 'kind');
  const kind = LETTER_KINDS.find((known) => known === given);
  if (kind === undefined) {
    return usage(`There is no kind ${given ?? ''}.`, `Give --kind ${LETTER_KINDS.join(', ')}.`);
  }
  const ref = textFlag(input, 'ref') ?? null;
  const reason = textFlag(input, 'reason') ?? '';
  if (reason !== '' && (ref === null || isChase(kind))) {
    return usage(
      '--reason was given without one letter (--ref) that is no reminder.',
      'Give --ref with it.',
    );
  }
  const preview = input.flags['preview'] === true;
  const refs = ref === null ? null : [ref];
  return ok({ kind, refs, reason, preview, leave_out: input.flags['leave-out'] === true });
}

function answer(batch: LetterBatch, files: readonly ExportedFile[], out: string): Answer {
  const { letters, left_out, request } = batch;
  const made = formatQuantity(letters.length, 'letter');
  const done = request.preview ? `${made} to look at` : `${made} issued`;
  const which = batch.batch === null || letters.length === 0 ? '' : `, batch ${batch.batch}`;
  return {
    exit: left_out.length > 0 ? 1 : 0,
    json: {
      kind: request.kind,
      on: request.on,
      preview: request.preview,
      batch: letters.length === 0 ? null : batch.batch,
      out,
      files: files.map(({ name }) => name),
      letters: letters.map(({ ref, number, kind, facts, ...each }) => ({
        ref,
        number,
        letter: letterName(kind, number),
        child: facts.child,
        addressee: facts.addressee,
        protected_address: each.protected_address,
        social_worker: each.social_worker,
        language_or_format: each.language_or_format,
      })),
      left_out: left_out.map(({ ref, name, lacks }) => ({ ref, name, lacks })),
    },
    lines: [
      `${done}${which}.`,
      ...files.map(({ name }) => `  ${name}`),
      ...apartLines(batch),
      ...left_out.map(({ ref, lacks }) => `left out: ${ref}. Missing: ${lacks.join('; ')}`),
    ],
  };
}

/** What an officer must see to by hand. */
function apartLines({ letters }: LetterBatch): readonly string[] {
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ['protected address', letters.filter((each) => each.protected_address).map(({ ref }) => ref)],
    [
      'social worker to be told',
      letters.filter((each) => each.social_worker).map(({ ref }) => ref),
    ],
    [
      'language or format',
      letters
        .filter((each) => each.language_or_format !== '')
        .map((each) => `${each.ref} (${each.language_or_format})`),
    ],
  ];
  return lists
    .filter(([, refs]) => refs.length > 0)
    .map(([what, refs]) => `${what}: ${refs.join(', ')}`);
}
