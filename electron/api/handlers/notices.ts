/** Change notices, the events they tell of, and how they are told. */
import { ok } from '../../../shared/kernel/result.ts';
import { noticeNames, openNoticesOf, readEvent, readNotices } from '../../jobs/notices/notices-list.ts'; // prettier-ignore
import type { Handlers } from '../handler.ts';

export const noticesHandlers: Handlers<'notices/list' | 'notices/event' | 'notices/open-of'> = {
  'notices/list': (_input, host) => {
    const store = host.store();
    return store.ok ? ok(readNotices(store.value, host.today())) : store;
  },

  'notices/event': ({ event_id }, host) => {
    const store = host.store();
    return store.ok ? readEvent(store.value, event_id, host.today()) : store;
  },

  'notices/open-of': (input, host) => {
    const store = host.store();
    if (!store.ok) return store;
    const names = noticeNames(store.value, host.today());
    return ok(openNoticesOf(store.value, input).map(names.row));
  },
};
