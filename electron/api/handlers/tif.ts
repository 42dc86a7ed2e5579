/** The Transport Information Form: answered, signed, confirmed, and how far the county is with it. */
import { completionTables } from '../../jobs/tif/completion-csv.ts';
import type { Store } from '../../../db/store.ts';
import type { TifPage } from '../../../shared/api/views/tif.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import { writeCsv } from '../../files/csv-writer.ts';
import { answerTif } from '../../jobs/tif/answer-tif.ts';
import { confirmTifs } from '../../jobs/tif/confirm-tifs.ts';
import { signTif } from '../../jobs/tif/sign-tif.ts';
import { tifCompletion } from '../../jobs/tif/tif-completion.ts';
import { tifPage } from '../../jobs/tif/tif-page.ts';
import type { Handlers, Host } from '../handler.ts';
import { hideTifAddress, isAddressAnswer } from '../protected-address.ts';
import { settleClient } from '../settle-client.ts';

type TifChannels =
  'tif/get' | 'tif/answer' | 'tif/sign' | 'tif/confirm' | 'tif/completion' | 'tif/export';

/** The officer's name as given, else whoever works at this machine. */
function enteredBy(host: Host, given: string): string {
  return given.trim() === '' ? host.byHand().who : given.trim();
}

/** The page as it may be shown. */
function shown(store: Store, page: Result<TifPage>): Result<TifPage> {
  if (!page.ok) return page;
  return ok(hideTifAddress(page.value, store.clients.get(page.value.client_id)));
}

export const tifHandlers: Handlers<TifChannels> = {
  'tif/get': ({ client_id }, host) => {
    const open = host.store();
    return open.ok ? shown(open.value, tifPage(open.value, client_id, host.today())) : open;
  },
  'tif/answer': (given, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const store = open.value;
    if (isAddressAnswer(given.key) && store.clients.get(given.client_id)?.protected_address) {
      return fail(
        'protected_address',
        'This address is protected, and no answer about it is typed into the form.',
        'Change it on the case, where those who are named for it may see it.',
      );
    }
    return shown(store, answerTif(store, given, { change: host.byHand(), on: host.today() }));
  },
  'tif/sign': (given, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const store = open.value;
    const on = host.today();
    const signed = signTif(
      store,
      { ...given, entered_by: enteredBy(host, given.entered_by) },
      {
        on,
        settle: (client_id) => {
          settleClient(store, client_id, on);
        },
      },
    );
    if (signed.ok) host.changed('applications', 'plan');
    return shown(store, signed);
  },
  'tif/confirm': ({ client_id, entered_by, confirmed_on, ...by }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const on = host.today();
    const page = tifPage(open.value, client_id, on);
    if (!page.ok) return page;
    const { not_confirmed } = confirmTifs(open.value, {
      confirmed: [{ client_id, ...by }],
      year: page.value.year,
      confirmed_on,
      entered_by: enteredBy(host, entered_by),
      on,
    });
    const [refused] = not_confirmed;
    if (refused !== undefined) {
      return fail('not_confirmed', refused.reason, 'Mend this and confirm again.', { client_id });
    }
    host.changed('applications', 'plan');
    return shown(open.value, tifPage(open.value, client_id, on));
  },
  'tif/completion': (_input, host) => {
    const open = host.store();
    return open.ok ? ok(tifCompletion(open.value, host.today())) : open;
  },
  'tif/export': (_input, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const { headings, rows } = completionTables(tifCompletion(open.value, host.today()));
    const name = `TIF completion ${host.today()}.csv`;
    return ok({ file_id: host.files.put(name, writeCsv(headings, rows)), name });
  },
};
