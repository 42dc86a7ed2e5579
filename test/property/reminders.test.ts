/** No sequence of actions loses a record, skips a reminder that is due, sends a fourth, or writes to a family twice a day. */
import { join } from 'node:path';
import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Store } from '../../db/store.ts';
import { draftLetters, issueLetters } from '../../electron/jobs/letters.ts';
import { linkFamily, unlinkFamily } from '../../electron/jobs/link-family.ts';
import { readChases } from '../../electron/jobs/remind.ts';
import { addDays, daysBetween, isoDate, type IsoDate } from '../../shared/calendar/dates.ts';
import { letterKey } from '../../shared/casework/letters/due-letters.ts';
import { demoSender } from '../../shared/demo/sender.ts';
import type { Application } from '../../shared/model/client.ts';
import type { Award } from '../../shared/model/decision.ts';
import type { Chase, IssuedLetter } from '../../shared/model/letter.ts';
import { decideCase } from '../helpers/eligibility-case.ts';
import { addPlaces, BY_TEST, madeFolder, madeStore, SCHOOL } from '../db/made-store.ts';

const folder = madeFolder();
afterAll(folder.cleanUp);
let made = 0;

const CHILDREN = 5;
const START = isoDate('2026-05-01');
const clientRef = (child: number): string => `A${child}`;
const cohortRef = (child: number): string => `U${child}`;

/** What officers, families and files may do, each to one of five children in three homes. */
type Action =
  | { readonly do: 'wait'; readonly days: number }
  | { readonly do: 'issue'; readonly chase: Chase }
  | { readonly do: 'issue_one'; readonly chase: Chase; readonly child: number }
  | { readonly do: 'apply' | 'form' | 'close' | 'council'; readonly child: number }
  | { readonly do: 'link' | 'unlink'; readonly child: number }
  /** The last letter of a child was never posted. */
  | { readonly do: 'withdraw'; readonly child: number }
  | {
      readonly do: 'decide' | 'write';
      readonly child: number;
      readonly kind: 'awarded' | 'refused';
    }
  | { readonly do: 'address'; readonly child: number; readonly known: boolean };

const child = fc.nat(CHILDREN - 1);
const chase = fc.constantFrom<Chase>('apply', 'tif');
const action: fc.Arbitrary<Action> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('wait' as const),
      days: fc.integer({ min: 0, max: 16 }),
    }),
  },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('issue' as const), chase }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('issue_one' as const), chase, child }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('apply', 'form', 'close', 'council'), child }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('link', 'unlink'), child }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('withdraw' as const), child }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('decide' as const, 'write' as const),
      child,
      kind: fc.constantFrom('awarded' as const, 'refused' as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('address' as const), child, known: fc.boolean() }),
  },
);

/** Five children of the cohort who are clients too; each has a form that only waits to be received. */
function madeTown(): Store {
  const store = madeStore(join(folder.path, `${++made}.kerbside`));
  addPlaces(store);
  store.write(BY_TEST, () => {
    store.settings.upsertMany([demoSender()]);
    for (let each = 0; each < CHILDREN; each++) {
      const same = {
        forename: 'Alfie',
        surname: `Rhodes ${each}`,
        date_of_birth: isoDate('2015-02-01'),
        carer_name: each === 0 ? '' : 'Zara Rhodes',
        home_address: `${each % 3} Mill Road`,
        postcode: 'ME14 1CV',
        school_urn: SCHOOL,
      };
      store.cohort.upsertMany([
        { ...NOT_APPLIED, ...same, ref: cohortRef(each), told_on: addDays(START, each) },
      ]);
      store.clients.upsertMany([
        {
          ...same,
          ref: clientRef(each),
          carer_name: 'Zara Rhodes',
          phone: '01632 960 001',
          handover: 'Met by parent',
          mobility: 'walks',
          assistant: 'shared',
          days: ['Mon'],
        },
      ]);
    }
  });
  return store;
}
const NOT_APPLIED = { school_given: '', application_ref: '' };

function act(store: Store, on: IsoDate, step: Action): void {
  if (step.do === 'issue') return issueAll(store, on, step.chase, null);
  if (step.do === 'wait') return;
  const ref = clientRef(step.child);
  const application = store.applications.get(ref);
  if (step.do === 'issue_one') {
    return issueAll(store, on, step.chase, step.chase === 'apply' ? cohortRef(step.child) : ref);
  }
  if (step.do === 'link')
    return void linkFamily(store, [ref, clientRef((step.child + 1) % CHILDREN)], BY_TEST);
  if (step.do === 'unlink') return void unlinkFamily(store, [ref], BY_TEST);
  if (step.do === 'withdraw') return withdrawLast(store, on, ref, cohortRef(step.child));
  if (step.do === 'write') return writeAbout(store, on, step.kind);
  store.write(BY_TEST, () => {
    const client = store.clients.byRef(ref);
    if (client === null) throw new Error(`client ${ref}`);
    if (step.do === 'address') {
      const home_address = step.known ? `${step.child % 3} Mill Road` : '';
      store.clients.update(client.id, { home_address });
      const member = store.cohort.all().find((each) => each.ref === cohortRef(step.child));
      if (member) store.cohort.upsertMany([{ ...member, home_address }]);
    } else if (step.do === 'apply' && application === null) {
      const patch = { ref, client_id: client.id, type: 'Renewal', received_on: on } as const;
      store.applications.upsertMany([patch]);
      const member = store.cohort.all().find((each) => each.ref === cohortRef(step.child));
      if (member) store.cohort.upsertMany([{ ...member, application_ref: ref }]);
    } else if (application !== null) {
      if (step.do === 'form') store.applications.update(ref, { tif_received_on: on });
      if (step.do === 'close') store.applications.update(ref, { status: 'refused' });
      if (step.do === 'decide') sign(store, on, application, step.kind);
      // The council's own system writes the next reminder that it knows of.
      if (step.do === 'council') {
        const { reminder_1_on, reminder_2_on } = application;
        const key =
          reminder_1_on === null
            ? 'reminder_1_on'
            : reminder_2_on === null
              ? 'reminder_2_on'
              : 'reminder_3_on';
        store.applications.update(ref, { [key]: on });
      }
    }
  });
}

function withdrawLast(store: Store, on: IsoDate, ...refs: readonly string[]): void {
  const last = store.letters
    .all()
    .findLast(({ ref, withdrawn }) => withdrawn === null && refs.includes(ref));
  if (last === undefined) return;
  const how = { on, by: 'Tester', reason: 'It was not posted.' };
  expect(store.write(BY_TEST, () => store.letters.withdraw([last.id], how))).toBe(1);
}

const FACTS = decideCase();
function sign(
  store: Store,
  decided_on: IsoDate,
  application: Application,
  outcome: 'awarded' | 'refused',
): void {
  const award: Award = {
    power: 's508B',
    mode: 'seat',
    legs: 'both',
    days: ['Mon'],
    starts_on: decided_on,
    ends_on: null,
    review_on: addDays(decided_on, 300),
    consent_on: null,
    consent_by: '',
  };
  const given = { award: outcome === 'awarded' ? award : null, reason: 'So.', signed_by: 'R.' };
  store.decisions.sign({
    application,
    decided_on,
    given: { ...given, outcome },
    departs: true,
    facts: FACTS,
  });
}

/** Each decision in force is written about once, however often letters are made. */
function writeAbout(store: Store, on: IsoDate, kind: 'awarded' | 'refused'): void {
  const request = { kind, refs: null, on, reason: '', preview: false, leave_out: true };
  const drafted = draftLetters(store, request);
  if (!drafted.ok) throw new Error(drafted.error.cause);
  expect(issueLetters(store, drafted.value, () => undefined, BY_TEST).ok).toBe(true);
  const again = draftLetters(store, request);
  expect(again.ok && again.value.letters).toEqual([]);
}

function issueAll(store: Store, on: IsoDate, kind: Chase, ref: string | null): void {
  const before = readChases(store, on);
  const due = new Set(
    before.reminders.due
      .filter((each) => each.chase === kind && each.lacks.length === 0)
      .map((each) => `${each.ref} ${each.number}`),
  );
  const refs = ref === null ? null : [ref];
  const request = { kind, refs, on, reason: '', preview: false, leave_out: true };
  const drafted = draftLetters(store, request);
  if (!drafted.ok) {
    // One child alone is refused only where nothing is due for them.
    expect(['not_due', 'application_not_found']).toContain(drafted.error.code);
    expect([...due].some((key) => key.startsWith(`${ref} `))).toBe(false);
    return;
  }
  const written = drafted.value.letters.map((each) => `${each.ref} ${each.number}`);
  expect(written.every((key) => due.has(key))).toBe(true);
  if (ref === null) expect(new Set(written)).toEqual(due);
  expect(issueLetters(store, drafted.value, () => undefined, BY_TEST).ok).toBe(true);
}

const asIssued = ({ withdrawn: _withdrawn, ...letter }: IssuedLetter) => letter;

/** What must hold after every action. */
function holds(store: Store, on: IsoDate, before: readonly IssuedLetter[]): void {
  const all = store.letters.all();
  // What was issued stays; a withdrawal is all that may be added to it, and it stays too.
  expect(all.slice(0, before.length).map(asIssued)).toEqual(before.map(asIssued));
  for (const [at, { withdrawn }] of before.entries())
    if (withdrawn !== null) expect(all[at]?.withdrawn).toEqual(withdrawn);
  const letters = all.filter(({ withdrawn }) => withdrawn === null);
  const standing = letters.map(letterKey);
  expect(new Set(standing).size).toBe(standing.length);
  expect(store.clients.count()).toBe(CHILDREN);
  expect(store.cohort.count()).toBe(CHILDREN);
  const { due, not_due } = readChases(store, on).reminders;
  expect(due.length + not_due.length).toBe(CHILDREN + store.applications.count());
  const families = due.map(({ family }) => family);
  expect(new Set(families).size).toBe(families.length);
  const today = letters
    .filter((each) => each.number > 0 && each.issued_on === on)
    .map(({ family }) => family);
  for (const each of due) expect(today).not.toContain(each.family);
  const reminders = letters.filter(({ number }) => number > 0);
  const byChild = Map.groupBy(reminders, ({ kind, ref }) => `${kind} ${ref}`);
  for (const sent of byChild.values()) {
    expect(sent.length).toBeLessThanOrEqual(3);
    const days = sent.map(({ issued_on }) => issued_on).sort();
    for (const [at, day] of days.entries()) {
      const earlier = days[at - 1];
      if (earlier !== undefined) expect(daysBetween(earlier, day)).toBeGreaterThanOrEqual(14);
    }
  }
}

/** Letters of one call go to different families. */
function noFamilyTwiceADay(fresh: readonly IssuedLetter[]): void {
  const keys = fresh.filter(({ number }) => number > 0).map(({ family }) => family);
  expect(new Set(keys).size).toBe(keys.length);
}

describe('any sequence of actions', () => {
  it('keeps every record and the rules of reminding', () => {
    fc.assert(
      fc.property(fc.array(action, { minLength: 5, maxLength: 25 }), (steps) => {
        const store = madeTown();
        let on = START;
        for (const step of steps) {
          if (step.do === 'wait') on = addDays(on, step.days);
          const before = store.letters.all();
          act(store, on, step);
          noFamilyTwiceADay(store.letters.all().slice(before.length));
          holds(store, on, before);
        }
        expect(store.drift(on)).toEqual([]);
        store.close();
      }),
      { numRuns: 25, seed: 20_261_122 },
    );
  }, 60_000);

  it('skips nobody: made every day, all who never answer have three of each within their time', () => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 10 }), (steps) => {
        const store = madeTown();
        let on = START;
        for (const step of steps) {
          if (step.do === 'wait') on = addDays(on, step.days);
          act(store, on, step);
        }
        for (let each = 0; each < CHILDREN; each++)
          act(store, on, { do: 'address', child: each, known: true });
        // 14 days and twice 14 more for each chase, and a day for each other letter that the family waits for.
        const until = addDays(on, 3 * 14 + 6 * CHILDREN);
        for (; on <= until; on = addDays(on, 1)) {
          issueAll(store, on, 'apply', null);
          issueAll(store, on, 'tif', null);
        }
        const { due, not_due } = readChases(store, on).reminders;
        expect(due).toEqual([]);
        const ends = ['applied', 'all_sent', 'tif_complete', 'closed'];
        for (const each of not_due) expect(ends).toContain(each.code);
        store.close();
      }),
      { numRuns: 6, seed: 20_261_122 },
    );
  }, 60_000);
});
