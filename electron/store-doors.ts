/** The database's doors as the host uses them. */
import { basename } from 'node:path';
import { isoDate, type IsoDate } from '../shared/calendar/dates.ts';
import { deadlineOf } from '../shared/costing/read-settings.ts';
import type { Store } from '../db/store.ts';
import { createStore, openStore } from '../db/open.ts';
import type { StoreDescription, StoreDoors } from './create-host.ts';

/** Opens, makes and describes stores on this machine's disk. */
export const storeDoors: StoreDoors = {
  open: (path, passphrase) => openStore(path, { passphrase }),
  create: (path, county, passphrase) =>
    createStore(path, { passphrase, county, demo: false, own_day: null }),
  describe,
};

/** What the frame of every screen shows of a store. */
function describe(store: Store, machine: IsoDate): StoreDescription {
  const { county, demo, own_day } = store.meta.get();
  const today = own_day ?? machine;
  const year = store.year(today);
  return {
    path: store.path,
    name: demo ? `${county} demo` : basename(store.path, '.kerbside'),
    demo,
    encrypted: store.encrypted,
    county,
    today,
    year,
    deadline_on: deadlineOf(store.settings.all(), year, today),
    last_backup: lastBackup(store),
  };
}

function lastBackup(store: Store): IsoDate | null {
  const newest = store.backups()[0];
  return newest === undefined ? null : isoDate(newest.made_at.slice(0, 10));
}
