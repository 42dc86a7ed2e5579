/** How the writes of sheets, waivers and reasons are tried on the store of a test. */
import type { Store } from '../../db/store.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { defined } from '../../shared/kernel/assert.ts';
import type { PaperToIssue } from '../../shared/model/paper.ts';
import type { GuideReasonGiven, WaiverGiven } from '../../shared/model/ride-record.ts';
import {
  ROUTE_FIELDS,
  type RouteField,
  type SheetContent,
  type SheetToIssue,
} from '../../shared/model/route-sheet.ts';
import { ON, SCHOOL } from './made-store.ts';

const recorded = { on: ON, by: 'S Clarke' };
const mistaken = { ...recorded, reason: 'Another child.' };

/** A sheet's content with nothing but its route. */
export function contentOf(route: string): SheetContent {
  const blank = Object.fromEntries(Object.keys(ROUTE_FIELDS).map((key) => [key, '']));
  return { route: { ...(blank as Record<RouteField, string>), route }, stops: [], warnings: [] };
}

/** A sheet to issue. */
export function sheetOf(route_ref: string, version: number, given: Partial<SheetToIssue> = {}) {
  return {
    route_ref,
    version,
    contract_ref: 'C1',
    recipient: 'Beult Private Hire',
    plan_id: 1,
    content: contentOf(route_ref),
    shown: [],
    shown_reason: '',
    how: 'email' as const,
    clients: [],
    ...given,
  } satisfies SheetToIssue;
}

/** A waiver for a year. */
export const WAIVER: WaiverGiven = {
  allowed_s: 5400,
  granted_by: 'Dr Amin, community paediatrician',
  reason: 'No nearer school can meet the need.',
  evidence: 'Letter of 1 Jul 2026',
  from_on: isoDate('2026-08-01'),
  until_on: isoDate('2027-07-31'),
};

/** Why a ride goes over the guide. */
export const REASON: GuideReasonGiven = {
  route_ref: 'R1',
  school_urn: SCHOOL,
  direct_s: 4920,
  planned_s: 5400,
  reason: 'The school is 40 miles away.',
};

const issue = (store: Store): void => {
  store.sheets.issue([sheetOf('R1', 1)], recorded);
};
const list = (version: number): PaperToIssue => ({
  kind: 'school_list',
  subject: String(SCHOOL),
  version,
  recipient: 'Bower Grove School',
  how: 'email',
  plan_id: 1,
  content: { head: { school: 'Bower Grove School', office: '01632 960000' }, lines: [], warnings: [] }, // prettier-ignore
  clients: [1],
});
const issueList = (store: Store): void => {
  store.papers.issue([list(1)], recorded);
};
const note = (store: Store) => {
  issue(store);
  return store.papers.withdrawSheet(defined(store.sheets.all()[0], 'the sheet'), mistaken);
};
const openNote = (store: Store) => defined(store.papers.withdrawalNotes()[0], 'the note');

/** Lists and notes, as `SHEETS_WRITES`. */
const PAPERS_WRITES = {
  'papers.issue': { run: issueList },
  'papers.withdraw': {
    first: issueList,
    run: (store: Store) => {
      const paper = defined(store.papers.inForce('school_list').get(String(SCHOOL)), 'the list');
      store.papers.withdraw(paper, mistaken);
    },
  },
  'papers.withdrawSheet': { run: note },
  'papers.withdrawFor': {
    first: (store: Store) => {
      store.contracts.upsertMany([{ ref: 'C1' }]);
      issue(store);
    },
    run: (store: Store) => {
      const { id } = defined(store.contracts.byRef('C1'), 'the contract');
      store.papers.withdrawFor(id, ON);
    },
  },
  'papers.prepareNote': {
    first: issue,
    run: (store: Store) => {
      const { id } = defined(store.sheets.all()[0], 'the sheet');
      store.papers.prepareNote(id, 'A child on it is no longer carried.', recorded);
    },
  },
  'papers.noteTold': {
    first: note,
    run: (store: Store) => {
      store.papers.noteTold(openNote(store), { ...recorded, how: 'email' });
    },
  },
  'papers.noteDestroyed': {
    first: (store: Store) => {
      store.papers.noteTold(note(store), { ...recorded, how: 'email' });
    },
    run: (store: Store) => {
      store.papers.noteDestroyed(openNote(store), { on: ON, said: 'J Beult' });
    },
  },
} as const;

const waive = (store: Store) => store.rideRecords.recordWaiver(1, WAIVER, recorded);
const explain = (store: Store) => store.rideRecords.recordReason(1, REASON, recorded);

/** By aggregate and method; `first` is done in a write before. */
export const SHEETS_WRITES = {
  ...PAPERS_WRITES,
  'sheets.issue': { run: issue },
  'sheets.withdraw': {
    first: issue,
    run: (store: Store) => {
      const [sheet] = store.sheets.all();
      store.sheets.withdraw(defined(sheet, 'the sheet'), mistaken);
    },
  },
  'rideRecords.recordWaiver': { run: waive },
  'rideRecords.recordReason': { run: explain },
  'rideRecords.withdrawWaiver': {
    first: waive,
    run: (store: Store) => {
      const [waiver] = store.rideRecords.waivers();
      store.rideRecords.withdrawWaiver(defined(waiver, 'the waiver'), mistaken);
    },
  },
  'rideRecords.withdrawReason': {
    first: explain,
    run: (store: Store) => {
      const [reason] = store.rideRecords.reasons();
      store.rideRecords.withdrawReason(defined(reason, 'the reason'), mistaken);
    },
  },
} as const;
