/** What the invented county's team has written so far. */
import type { Store } from '../../db/store.ts';
import { daysBetween, isoDate, type IsoDate } from '../../shared/calendar/dates.ts';
import type { Application } from '../../shared/model/client.ts';
import type { LetterKind } from '../../shared/model/letter.ts';
import { readEvents, type EventLetters } from './event-letters.ts';
import type { LettersRequest } from './letter-batch.ts';
import { draftFrom } from './letters.ts';
import { readChases, type Chases } from './remind.ts';

/** Days on which letters went out, all before the county's own day, 10 August 2026 [A]. */
const BATCH_DAYS = ['2026-05-05', '2026-06-05', '2026-07-03', '2026-07-24', '2026-08-05'] as const;
/** Days from an application to the letter about its decision [A]: the six weeks advertised. */
const DECIDED_AFTER_DAYS = 42;
const OFFICERS = ['Priya Nair', 'Tom Aldridge', 'Ruth Okoro'] as const;
const DECISIONS = ['awarded', 'part_awarded', 'refused', 'not_ours'] as const;
/** Why, as officers wrote it for letters of the past; the council's record of these decisions has no reason [A]. */
const REASONS: Readonly<Partial<Record<LetterKind, string>>> = {
  part_awarded:
    'On three days a week the child stays with a parent who lives within walking distance of the school.',
  refused:
    'The school is nearer than the walking distance for the child’s age, the walk is safe, and an adult can go along.',
  not_ours: 'The child lives in the area of another council.',
};

/** Records past batches by the very rules of the day's letters; what came later is due on the county's own day. */
export function writeDemoLetters(store: Store): void {
  for (const [at, text] of BATCH_DAYS.entries()) {
    const on = isoDate(text);
    const who = OFFICERS[at % OFFICERS.length] ?? OFFICERS[0];
    const change = { who, why: 'an officer preparing letters', at: `${on}T14:30:00.000Z` };
    store.write(change, () => {
      const refs = new Map(DECISIONS.map((kind) => [kind, decidedBy(store, kind, on)]));
      for (const [kind, decided] of refs) giveReasons(store, kind, decided);
      // Read once a day: a letter that goes out changes none of another kind.
      const chases = readChases(store, on);
      const day = { chases, events: readEvents(store, chases) };
      issue(store, { kind: 'apply', refs: null }, day);
      for (const [kind, decided] of refs) issue(store, { kind, refs: decided }, day);
    });
  }
  withdrawOne(store);
}

/** What the letters of a day are drafted from. */
interface Day {
  readonly chases: Chases;
  readonly events: EventLetters;
}

function giveReasons(store: Store, kind: LetterKind, refs: readonly string[]): void {
  const text = REASONS[kind];
  if (text === undefined) return;
  for (const ref of refs) store.letters.setReason({ kind, ref, about: '', text });
}

function issue(
  store: Store,
  { kind, refs }: Pick<LettersRequest, 'kind' | 'refs'>,
  day: Day,
): void {
  const { on } = day.chases.basis;
  const request = { kind, refs, on, reason: '', preview: true, leave_out: true };
  const drafted = draftFrom(store, request, day);
  if (!drafted.ok || drafted.value.letters.length === 0) return;
  store.letters.issue(
    drafted.value.letters.map(({ facts, ...letter }) => ({
      ...letter,
      issued_on: on,
      addressee: facts.addressee,
      reason: facts.reason,
    })),
  );
}

/** Those old enough to have been decided by the day, and not yet written to. */
function decidedBy(store: Store, kind: LetterKind, on: IsoDate): readonly string[] {
  const written = new Set(
    store.letters
      .all()
      .filter((letter) => letter.kind === kind)
      .map(({ ref }) => ref),
  );
  const isOld = ({ received_on }: Application): boolean =>
    received_on !== null && daysBetween(received_on, on) >= DECIDED_AFTER_DAYS;
  return store.applications
    .all()
    .filter((each) => each.status === kind && isOld(each) && !written.has(each.ref))
    .map(({ ref }) => ref);
}

/** One of the last batch came back from the printer spoilt. */
function withdrawOne(store: Store): void {
  const last = store.letters.all().findLast(({ kind }) => kind === 'apply');
  if (last === undefined) return;
  const by = OFFICERS[1];
  const change = { who: by, why: by, at: `${last.issued_on}T16:00:00.000Z` };
  const reason = 'The page was spoilt in the printer and not posted.';
  store.write(change, () => store.letters.withdraw([last.id], { on: last.issued_on, by, reason }));
}
