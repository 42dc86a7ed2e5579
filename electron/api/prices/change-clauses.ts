/** Saves clauses, and makes a clause's price the contract's once a person has signed it. */
import type { Change, Store } from '../../../db/store.ts';
import type { Input } from '../../../shared/api/contract.ts';
import type { ContractIndexing } from '../../../shared/api/views/prices.ts';
import { addDays, type IsoDate } from '../../../shared/calendar/dates.ts';
import { clauseProblems } from '../../../shared/costing/clauses/check-clause.ts';
import { clauseRef } from '../../../shared/costing/clauses/clause-ref.ts';
import { clauseBaseOf, forcesOf } from '../../../shared/costing/clauses/contract-base.ts';
import { clausesOf, indexedPriceOn } from '../../../shared/costing/clauses/contract-clauses.ts';
import { formatPence } from '../../../shared/format/money.ts';
import { defined } from '../../../shared/kernel/assert.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Moment } from '../../../shared/model/tender.ts';
import { recordContractEvent } from '../lots/contract-views.ts';
import { notComplete } from '../client-case.ts';
import { contractIndexing, indexingOf } from './clause-pages.ts';

interface When {
  readonly now: Moment;
  readonly on: IsoDate;
  readonly change: Change;
}

/** Keeps a clause, or says all that is wrong with it. */
export function saveClause(
  store: Store,
  { clause, by }: Input<'clauses/save'>,
  { change }: When,
): Result<null> {
  const who = by.trim();
  const contract = clause.contract_ref === '' ? null : store.contracts.byRef(clause.contract_ref);
  const problems = [
    ...clauseProblems(clause),
    ...(clause.contract_ref !== '' && contract === null
      ? [`There is no contract ${clause.contract_ref}.`]
      : []),
    ...(who === '' ? ['Sign with your name.'] : []),
  ];
  if (problems.length > 0) return notComplete(problems);
  const whole = { ...clause, provider: contract?.provider ?? clause.provider };
  const ref = clause.ref.trim() === '' ? clauseRef(whole) : clause.ref.trim();
  store.write({ ...change, who }, () => store.clauses.save({ ...whole, ref, withdrawn: false }));
  return ok(null);
}

/** Takes a clause out of the count, or back in: it stays on the record. */
export function withdrawClause(
  store: Store,
  { id, withdrawn, by }: Input<'clauses/withdraw'>,
  { change }: When,
): Result<null> {
  const clause = store.clauses.get(id);
  if (clause === null)
    return fail('no_clause', 'There is no such clause.', 'Look at the list again.');
  if (by.trim() === '') return notComplete(['Sign with your name.']);
  const { id: _id, ...rest } = clause;
  store.write({ ...change, who: by.trim() }, () => store.clauses.save({ ...rest, withdrawn }));
  return ok(null);
}

/**
 * Makes the price that the clauses give on a day the contract's from that day: a variation like any other, signed, with what each force did.
 * The price has to be the one that was shown: where a series changed meanwhile, it is shown again.
 */
export function acceptIndexed(
  store: Store,
  form: Input<'clauses/accept'>,
  when: When,
): Result<ContractIndexing> {
  const contract = store.contracts.get(form.contract_id);
  if (contract === null)
    return fail('no_contract', 'There is no such contract.', 'Look at the route again.');
  const indexing = indexingOf(store, when.on);
  const clauses = clausesOf(contract, indexing.clauses);
  if (clauses.length === 0)
    return fail(
      'no_clause',
      `No clause holds for contract ${contract.ref}.`,
      'Enter its clause on Costs, Prices.',
    );
  const base = clauseBaseOf(contract, indexing.accepted);
  const price = indexedPriceOn(clauses, base, { day: form.effective_on, book: indexing.book });
  if (price.price_pence !== form.price_pence)
    return fail(
      'price_moved',
      `By its clauses contract ${contract.ref} costs ${formatPence(price.price_pence)} a day on that day, not ${formatPence(form.price_pence)}.`,
      'Look at the reckoning again and accept what it shows.',
    );
  const earliest = indexing.accepted.findLast(
    ({ contract_id }) => contract_id === contract.id,
  )?.effective_on;
  const problems = [
    ...(earliest !== undefined && form.effective_on < earliest
      ? ['A later price was accepted already.']
      : []),
    ...(form.effective_on > addDays(when.on, 92)
      ? ['The day lies more than three months ahead: the index is not known so far.']
      : []),
  ];
  if (problems.length > 0) return notComplete(problems);
  const done = store.write({ ...when.change, who: form.by.trim() }, () => {
    const varied = recordContractEvent(
      store,
      contract.id,
      {
        kind: 'variation',
        effective_on: form.effective_on,
        price_day_pence: price.price_pence,
        assistant_day_pence: contract.assistant_day_pence,
        reason: form.reason.trim() === '' ? '' : `${form.reason.trim()} ${price.sentence}`,
        by: form.by,
      },
      when,
    );
    if (!varied.ok) return varied;
    const event = defined(store.lots.eventsOf(contract.id).at(-1), 'the variation just recorded');
    const forces = forcesOf(price);
    store.clauses.accept({
      contract_id: contract.id,
      event_id: event.id,
      effective_on: form.effective_on,
      base_pence: base.price_pence,
      base_set_on: base.set_on,
      price_pence: price.price_pence,
      fuel_pence: forces.fuel,
      labour_pence: forces.labour,
      other_pence: forces.other,
      clauses: clauses.map(({ ref }) => ref),
    });
    store.contracts.upsertMany([{ ref: contract.ref, last_indexed_on: form.effective_on }]);
    return varied;
  });
  if (!done.ok) return done;
  const now = defined(store.contracts.get(contract.id), 'the contract');
  return ok(defined(contractIndexing(now, indexingOf(store, when.on)), 'its clauses'));
}
