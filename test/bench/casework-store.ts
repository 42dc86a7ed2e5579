/** A store of 20,000 applications with evidence on each and the history of a busy year: 200,000 rows, most from imports, the rest by hand. */
import path from 'node:path';
import { openStore } from '../../db/open.ts';
import type { ClientPatch, Store } from '../../db/store.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { seededRandom, type Random } from '../../shared/kernel/random.ts';
import { accompanimentGiven, wayGiven } from '../helpers/evidence-of.ts';
import { timeCommand } from './terminal.ts';

/** Clients, each with an application. */
export const APPLICATIONS = 20_000;
const HISTORY_ROWS = 200_000;
/** Cases opened and changed by an officer, two or three fields each time. */
const BY_HAND = 4000;
/** The invented county's own day. */
export const ON = isoDate('2026-08-10');

const OFFICERS = [
  'A. Okafor',
  'B. Larkin',
  'C. Mistry',
  'D. Walsh',
  'E. Nowak',
  'F. Hart',
  'G. Rai',
];
const NOTES = [
  'Rang the parent, who asks for the pick-up to be later on Fridays.',
  'School says the harness is to be fitted by the assistant each morning.',
  'Waiting for the clinician’s letter about rescue medication.',
  'Grandmother receives the child on Wednesdays, the lane floods in winter.',
  'Panel papers sent; family would accept mileage if the escort cannot be found.',
];

/** Makes the store and returns its path. Some three quarters of a minute on a quiet machine. */
export function caseworkStore(folder: string): string {
  const file = path.join(folder, 'casework.kerbside');
  timeCommand(['demo', '--store', file, '--clients', String(APPLICATIONS)]);
  const store = openBench(file);
  try {
    applyForAll(store);
    recordForAll(store);
    fillHistory(store, seededRandom(3));
  } finally {
    store.close();
  }
  return file;
}

/** Opens the store of a benchmark; what fails is a bug of the benchmark. */
export function openBench(file: string): Store {
  const opened = openStore(file, {});
  if (!opened.ok) throw new Error(opened.error.cause);
  return opened.value;
}

/** An application for every client that has none. */
function applyForAll(store: Store): void {
  const waiting = store.clients.all().filter(({ id }) => store.applications.ofClient(id) === null);
  const rows = waiting.map(({ id, ref }) => ({
    ref: `B-${ref}`,
    client_id: id,
    type: 'Renewal',
    received_on: ON,
    status: 'received' as const,
  }));
  store.write({ who: 'Bench', why: 'a benchmark' }, () => {
    store.applications.upsertMany(rows);
  });
}

/** Evidence of two kinds on every application that has none. */
function recordForAll(store: Store): void {
  const known = store.evidence.all();
  const recorded = { on: ON, by: 'Bench' };
  store.write({ who: 'Bench', why: 'a benchmark' }, () => {
    for (const application of store.applications.all()) {
      if (known.has(application.ref)) continue;
      store.evidence.record(application, accompanimentGiven({ answered_on: ON }), recorded);
      store.evidence.record(application, wayGiven({ measured_on: ON }), recorded);
    }
  });
}

/** Rows that people read: of clients, applications and notes. */
function historyRows(store: Store): number {
  return store.read.counts()['history'] ?? 0;
}

function fillHistory(store: Store, random: Random): void {
  const clients = store.clients.all();
  for (let turn = 0; turn < BY_HAND; turn++) {
    const { id } = random.pick(clients);
    const application = store.applications.ofClient(id);
    const who = random.pick(OFFICERS);
    store.write({ who, why: 'an officer' }, () => {
      store.clients.update(id, {
        phone: `01632 960${String(random.below(1000)).padStart(3, '0')}`,
        notes: `${random.pick(NOTES)} ${random.pick(NOTES)}`,
      });
      if (application !== null) store.history.note(id, application.ref, random.pick(NOTES));
    });
  }
  for (let week = 1; historyRows(store) < HISTORY_ROWS; week++) {
    const lacking = HISTORY_ROWS - historyRows(store);
    const rows: ClientPatch[] = clients.slice(0, Math.ceil(lacking / 2)).map(({ ref }) => ({
      ref,
      carer_name: `${random.pick(['Mrs', 'Mr', 'Ms'])} ${random.pick(OFFICERS).slice(3)} ${week}`,
      handover: `${random.pick(['Front door', 'Side gate', 'At the corner'])}, week ${week}`,
    }));
    const why = `import of summer-2026-week-${week}.csv`;
    store.write({ who: 'Kerbside', why }, () => {
      store.clients.upsertMany(rows);
    });
  }
}
