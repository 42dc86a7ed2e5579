/** Records that name a provider besides its register, its contracts and the plan in use. */
import type { Store } from '../../db/store.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { BY_TEST, ON } from '../db/made-store.ts';
import { someClause } from './clauses.ts';
import { bidOf, lotOf, tenderOf } from './tender-of.ts';

/** A claim, a clause, an entry of the log, a trial and two tenders, one of them with a bid, all naming the provider; and how each does now. */
export function nameElsewhere({ write, claims, clauses, inYear, lots, trials, plans }: Store, named: string) {
  const asked = (ref: string) => {
    const { id: _id, cancelled: _cancelled, ...tender } = tenderOf({ ref });
    const { id: _lot, tender_id: _tender, withdrawn: _withdrawn, ...lot } = lotOf({ ref: `${ref}/01` });
    return write(BY_TEST, () => lots.put(tender, [lot], [named]));
  };
  const [open, bidden] = [asked('T2026-08'), asked('T2026-09')];
  const plan = plans.current();
  const [claim, contact, trial] = write(BY_TEST, () => {
    const { id: _id, accepted: _accepted, replaced_by: _replaced, ...bid } = bidOf();
    lots.saveBid({ ...bid, provider: named, lot_id: defined(lots.lotsOf(bidden.id)[0], 'its lot').id }, []);
    const { id: _clause, ...clause } = someClause();
    clauses.save({ ...clause, ref: 'named-elsewhere', provider: named, contract_ref: '' });
    const weighed = { on: ON, contracts: 1, year_pence: 100, asked_year_pence: 12, fuel: [0, 0], explained: [0, 0], sentences: [], gaps: [] } as const;
    return [
      claims.keep({ provider: named, contract_ref: '', asked: 0.12, received_on: ON, priced_on: null, said: '', weighed, recorded_on: ON, recorded_by: 'S Clarke' }).id,
      inYear.addContact({ kind: 'late', client_id: null, route_ref: '', provider: named, urn: null, happened_on: ON, what: 'Late.', told_by: '', recorded_on: ON, recorded_by: 'S Clarke', follow_up_on: null }).id,
      plan === null ? null : trials.makeCopy(plan.id, { name: 'Autumn', note: '' }).id,
    ] as const;
  });
  return () => ({
    claim: claims.get(claim)?.provider,
    clause: clauses.byRef('named-elsewhere')?.provider,
    contact: inYear.contact(contact, { restricted: false })?.provider,
    invited: [open, bidden].map(({ id }) => lots.invitationsOf(id)[0]?.provider),
    trial: trial === null ? null : (trials.plan(trial)?.routes.some(({ provider }) => provider === named) ?? null),
  });
} // prettier-ignore
