/** Tenders from putting out to award, and what happens to contracts afterwards. */
import type { Store } from '../../../db/store.ts';
import type { TenderPage } from '../../../shared/api/views/lots.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import { machineMoment } from '../../machine-date.ts';
import type { Handlers, Host } from '../handler.ts';
import { contractPage, recordContractEvent } from '../lots/contract-views.ts';
import { withLinks } from '../lots/link-contract.ts';
import { asAward, awardDirectly, awardLot, putInPlan, withdrawAward, type When } from '../lots/make-award.ts'; // prettier-ignore
import { draftTender, putOut } from '../lots/put-out.ts';
import { acceptBid, endLots, inviteProviders, markAnswer, noteHanded } from '../lots/run-tender.ts'; // prettier-ignore
import { noTender, outcomeTexts, tenderPage, tendersPage } from '../lots/tender-views.ts';

function whenOf(host: Host): When {
  const on = host.today();
  return { now: machineMoment(on), on, change: host.byHand() };
}

/** Does something to a tender and answers how it stands afterwards. */
function change(
  host: Host,
  tender_id: number,
  work: (store: Store, when: When) => Result<unknown>,
): Result<TenderPage> {
  const open = host.store();
  if (!open.ok) return open;
  const when = whenOf(host);
  const done = work(open.value, when);
  if (!done.ok) return done;
  host.changed('plan', 'applications');
  return tenderPage(open.value, tender_id, when.now, when.on);
}

export const lotsHandlers: Handlers<
  | 'lots/list'
  | 'lots/tender'
  | 'lots/draft'
  | 'lots/put-out'
  | 'lots/invite'
  | 'lots/write'
  | 'lots/handed'
  | 'lots/accept-bid'
  | 'lots/mark'
  | 'lots/award'
  | 'lots/withdraw-award'
  | 'lots/link'
  | 'lots/end'
  | 'lots/award-directly'
  | 'lots/outcome'
  | 'contracts/get'
  | 'contracts/record'
> = {
  'lots/list': (_input, host) => {
    const open = host.store();
    return open.ok ? ok(tendersPage(open.value, whenOf(host).now)) : open;
  },

  'lots/tender': ({ id }, host) => {
    const open = host.store();
    const { now, on } = whenOf(host);
    return open.ok ? tenderPage(open.value, id, now, on) : open;
  },

  'lots/draft': ({ refs }, host) => {
    const open = host.store();
    const { now, on } = whenOf(host);
    return open.ok ? draftTender(open.value, refs, now, on) : open;
  },

  'lots/put-out': ({ refs, ...form }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const made = putOut(open.value, refs, form, whenOf(host));
    if (made.ok) host.changed('plan');
    return made;
  },

  'lots/invite': (form, host) => change(host, form.tender_id, (store, when) => inviteProviders(store, form, when)), // prettier-ignore

  'lots/write': ({ tender_id, providers }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const tender = open.value.lots.tender(tender_id);
    if (tender === null) return noTender();
    const by = host.byHand();
    return host.startJob({ kind: 'lots', label: `Files of tender ${tender.ref}`, tender_id, providers, at: whenOf(host).now, by }); // prettier-ignore
  },

  'lots/handed': (form, host) => change(host, form.tender_id, (store, when) => noteHanded(store, form, when)), // prettier-ignore
  'lots/accept-bid': (form, host) => change(host, form.tender_id, (store, when) => acceptBid(store, form, when)), // prettier-ignore
  'lots/mark': (form, host) => change(host, form.tender_id, (store, when) => markAnswer(store, form, when)), // prettier-ignore
  'lots/award': (form, host) => change(host, form.tender_id, (store, when) => awardLot(store, form, when)), // prettier-ignore
  'lots/end': (form, host) => change(host, form.tender_id, (store, when) => endLots(store, form, when)), // prettier-ignore

  'lots/withdraw-award': (form, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const done = withdrawAward(open.value, form, whenOf(host));
    if (!done.ok) return done;
    host.changed('plan', 'applications');
    return ok({ withdrawn: true });
  },

  'lots/link': ({ award_id }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const store = open.value;
    const award = store.lots.award(award_id);
    const route = store.plans.current()?.routes.find(({ ref }) => ref === award?.route_ref);
    if (award === null || award.withdrawn !== null || route === undefined)
      return fail('no_such_record', 'There is no such award, or its route is gone.', 'Look at the tender again.'); // prettier-ignore
    if (route.contract_id === award.contract_id) return ok({ linked: false });
    const { on, change: by } = whenOf(host);
    const before = route.contract_id === null ? null : store.contracts.get(route.contract_id);
    if (before !== null && before.confirmed && before.ends_on >= on)
      return fail(
        'runs_still',
        `${before.provider} runs the route until ${formatDate(before.ends_on)}.`,
        'The plan goes over to the new contract after that day.',
      );
    const done = withLinks(() =>
      store.write(asAward(by, award, on), () => {
        putInPlan(store, award, before, on);
        return ok({ linked: true });
      }),
    );
    if (done.ok) host.changed('plan', 'applications');
    return done;
  },

  'lots/award-directly': (form, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const made = awardDirectly(open.value, form, whenOf(host));
    if (!made.ok) return made;
    host.changed('plan', 'applications');
    return ok({ contract_id: made.value.contract_id });
  },

  'lots/outcome': ({ tender_id }, host) => {
    const open = host.store();
    return open.ok ? outcomeTexts(open.value, tender_id, host.today()) : open;
  },

  'contracts/get': ({ contract_id }, host) => {
    const open = host.store();
    return open.ok ? contractPage(open.value, contract_id, host.today()) : open;
  },

  'contracts/record': ({ contract_id, ...form }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const done = recordContractEvent(open.value, contract_id, form, whenOf(host));
    if (done.ok) host.changed('plan', 'applications');
    return done;
  },
};
