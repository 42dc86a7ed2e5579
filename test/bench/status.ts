/** Who has transport, for everyone, in a store of the size that Kent describes: 1,500 routes and 6,500 clients. */
import path from 'node:path';
import { openStore } from '../../db/open.ts';
import { isoDate } from '../../shared/calendar/dates.ts';
import { transportPage } from '../../electron/api/service-views.ts';
import { transportStatus } from '../../electron/jobs/transport-status.ts';
import { cpuClock, type Figure } from './measure.ts';
import { timeCommand } from './terminal.ts';

const CLIENTS = '6500';
const RUNS = 7;
const TODAY = isoDate('2026-08-10');
const DAY = isoDate('2026-11-10');

/** Milliseconds of CPU time: every child's status on a day, a window of the list, and what an edit of one child costs. */
export function benchStatus(folder: string): readonly Figure[] {
  const file = path.join(folder, 'status.kerbside');
  timeCommand(['demo', '--store', file, '--clients', CLIENTS]);
  timeCommand(['plan', '--store', file, '--all', '--iterations', '0']);
  const opened = openStore(file, {});
  if (!opened.ok) throw new Error(opened.error.cause);
  const store = opened.value;
  const time = (work: () => unknown): readonly number[] => {
    work();
    return Array.from({ length: RUNS }, () => {
      const clock = cpuClock();
      work();
      return 1000 * clock();
    });
  };
  const { clients, in_place } = transportStatus(store, DAY, TODAY);
  const routes = store.plans.current()?.routes.length ?? 0;
  const note = `${clients} children on ${routes} routes, ${in_place} of them with transport; CPU time`;
  const window = { on: DAY, show: 'without', text: '', school_urn: null, offset: 0, limit: 50 } as const; // prettier-ignore
  const figures: readonly Figure[] = [
    { name: 'status of all children on a day', unit: 'ms', runs: time(() => transportStatus(store, DAY, TODAY)), target: 300, note }, // prettier-ignore
    { name: 'a window of who has transport, asked again', unit: 'ms', runs: time(() => transportPage(store, window, TODAY)), target: 200, note }, // prettier-ignore
  ];
  store.close();
  return figures;
}
