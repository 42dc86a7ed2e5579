/** Channels of the app itself: which store is open, back-ups, and the work under way. */
import { existsSync } from 'node:fs';
import { ok } from '../../../shared/kernel/result.ts';
import type { Handlers } from '../handler.ts';

/** The demonstration county's seed: one county for everybody. */
const DEMO_SEED = 1;

export const appHandlers: Handlers<
  | 'app/info'
  | 'app/set-officer'
  | 'store/create'
  | 'store/open'
  | 'store/suggest-path'
  | 'store/open-demo'
  | 'store/backup'
  | 'store/restore'
  | 'jobs/list'
  | 'jobs/cancel'
> = {
  'app/info': (_input, host) => ok(host.info()),
  'app/set-officer': ({ name }, host) => {
    host.setOfficer(name);
    return ok(host.info());
  },
  'store/create': ({ path, county, passphrase }, host) => {
    const made = host.stores.create(path, county, passphrase);
    if (made.ok) host.changed('store', 'applications', 'plan', 'data', 'settings');
    return made;
  },
  'store/open': ({ path, passphrase }, host) => {
    const opened = host.stores.open(path, passphrase);
    if (opened.ok) host.changed('store', 'applications', 'plan', 'data', 'settings');
    return opened;
  },
  'store/suggest-path': ({ county }, host) => ok({ path: host.stores.suggestPath(county) }),
  'store/open-demo': (_input, host) => {
    const path = host.stores.demoPath();
    const label = existsSync(path)
      ? 'Opening the demonstration county'
      : 'Making the demonstration county';
    return host.startJob({ kind: 'demo', label, path, clients: null, seed: DEMO_SEED });
  },
  'store/backup': (_input, host) =>
    host.startJob({ kind: 'backup', label: 'Backing up the store', reason: 'by hand' }),
  'store/restore': ({ path }, host) =>
    host.startJob({ kind: 'restore', label: 'Restoring a back-up', from: path }),
  'jobs/list': (_input, host) => ok(host.jobs()),
  'jobs/cancel': ({ id }, host) => ok({ cancelled: host.cancelJob(id) }),
};
