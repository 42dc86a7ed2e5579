/** The thread in which a page is worked out that takes too long for the host's own. */
import { parentPort, workerData } from 'node:worker_threads';
import { openStore } from '../../db/open.ts';
import { ok, type Result } from '../../shared/kernel/result.ts';
import { schoolListsText } from '../api/school-lists-page.ts';
import { sheetsText } from '../api/sheets-page.ts';
import { QUICK_PAGES } from '../api/quick-pages.ts';
import type { KeptPage, PageWork } from './page-in-thread.ts';

const { place, on, page } = workerData as PageWork;

const PAGES: Readonly<Record<KeptPage, typeof sheetsText>> = {
  route_sheets: sheetsText,
  school_lists: schoolListsText,
  ...QUICK_PAGES,
};

function work(): Result<string> {
  const opened = openStore(place.path, { passphrase: place.passphrase });
  if (!opened.ok) return opened;
  try {
    return ok(PAGES[page](opened.value, on));
  } finally {
    opened.value.close();
  }
}

parentPort?.postMessage(work(), []);
