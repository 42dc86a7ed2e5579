/** A contract with what happened to it, and what is recorded next. */
import type { Store } from '../../../db/store.ts';
import type { ContractPage } from '../../../shared/api/views/lots.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import { wholeDayPence } from '../../../shared/model/tender.ts';
import { eventOf, eventProblems, eventSentence, priceOn, type ContractEventForm } from '../../../shared/service/lots/contract-events.ts'; // prettier-ignore
import { suppliedAssistants } from '../../../shared/model/contract.ts';
import { specifier } from '../../jobs/lots/specify-routes.ts';
import { notComplete } from '../client-case.ts';
import { linkContract, withLinks } from './link-contract.ts';
import type { When } from './make-award.ts';

/** One contract; no_contract where there is none. */
export function contractPage(store: Store, id: number, on: IsoDate): Result<ContractPage> {
  const contract = store.contracts.get(id);
  if (contract === null) return noContract();
  const award = store.lots.awardOfContract(id);
  const lot_id = award?.lot_id ?? null;
  const lot = lot_id === null ? null : store.lots.lot(lot_id);
  const tender = lot === null ? null : store.lots.tender(lot.tender_id);
  const events = store.lots.eventsOf(id);
  const route = store.plans.current()?.routes.find((each) => each.contract_id === id);
  return ok({
    contract,
    route_id: route?.id ?? null,
    award,
    tender: tender === null ? null : { id: tender.id, ref: tender.ref },
    events: events.toReversed().map((each) => ({ ...each, sentence: eventSentence(each) })),
    today_day_pence: wholeDayPence(priceOn(contract, events, on)),
    notice_days: award?.notice_days ?? null,
  });
}

function noContract() {
  return fail('no_contract', 'There is no such contract.', 'Look at the route again.');
}

/** Records an event: a variation changes the price, notice and extension the end, and the plan's bill follows, in one write. */
export function recordContractEvent(
  store: Store,
  id: number,
  form: ContractEventForm,
  { on, change }: When,
): Result<ContractPage> {
  const contract = store.contracts.get(id);
  if (contract === null) return noContract();
  const notice_days = store.lots.awardOfContract(id)?.notice_days ?? null;
  const problems = eventProblems(form, contract, { on, notice_days });
  if (problems.length > 0) return notComplete(problems);
  const event = eventOf(form, contract, on);
  const done = withLinks(() =>
    store.write({ ...change, who: event.signed.by }, () => {
      store.lots.recordEvent(event);
      const { price_after_pence, assistant_after_pence, ends_after } = event;
      const route = store.plans.current()?.routes.find((each) => each.contract_id === id);
      // More for assistants is the price of those who travel now: they are no longer to be added.
      const priced = assistant_after_pence > contract.assistant_day_pence && route !== undefined ? specifier(store, on)(route).specification.assistants : 0; // prettier-ignore
      const assistants = priced > suppliedAssistants(contract) ? { assistant: true, assistants: priced } : {}; // prettier-ignore
      store.contracts.upsertMany([
        { ref: contract.ref, price_day_pence: price_after_pence, assistant_day_pence: assistant_after_pence, ends_on: ends_after, ...assistants }, // prettier-ignore
      ]);
      if (route !== undefined && form.kind !== 'default')
        linkContract(store, { route_ref: route.ref, contract_id: id, provider: contract.provider, sentence: `${route.ref}: ${form.kind} of contract ${contract.ref}` }, on); // prettier-ignore
      return ok(null);
    }),
  );
  return done.ok ? contractPage(store, id, on) : done;
}
