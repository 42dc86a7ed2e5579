/** Every rule of eligibility tried on 20,000 applications, the store read included. */
import path from 'node:path';
import { openStore } from '../../db/open.ts';
import type { Store } from '../../db/store.ts';
import { decide } from '../../electron/jobs/decide.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import type { Figure } from './measure.ts';
import { timeCommand } from './terminal.ts';

const RUNS = 5;
const APPLICATIONS = 20_000;
const ON = isoDate('2026-08-10');

/** Seconds of the job inside one process, on an invented county where every client applied. */
export function benchDecide(folder: string): Figure {
  const file = path.join(folder, 'decide.kerbside');
  timeCommand(['demo', '--store', file, '--clients', String(APPLICATIONS)]);
  const opened = openStore(file, {});
  if (!opened.ok) throw new Error(opened.error.cause);
  const store = opened.value;
  try {
    applyForAll(store);
    const runs: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      const started = performance.now();
      const decided = decide(store, { ref: null, on: ON });
      runs.push((performance.now() - started) / 1000);
      if (!decided.ok || decided.value.applications.length < APPLICATIONS) {
        throw new Error('Not every application was decided.');
      }
    }
    return {
      name: 'all rules for 20,000 applications',
      unit: 's',
      runs,
      target: 2,
      note: 'invented county, distances by straight line, one process, store read included',
    };
  } finally {
    store.close();
  }
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
