/** Writes what happened to the invented county's requests, and what its children have beside their records. */
import type { Store } from '../../db/store.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import type { SignedDecision } from '../../shared/casework/case-record.ts';
import { departs } from '../../shared/casework/check-decision.ts';
import type { DemoCounty } from '../../shared/demo/demo-county.ts';
import type { Application } from '../../shared/model/client.ts';
import { defined } from '../../shared/kernel/assert.ts';
import { decide } from './decide.ts';
import { takeStep } from './life-steps.ts';

/** Steps, questions, addresses, settings, care and moves. To be called within a write. */
export function writeDemoLife(
  store: Store,
  county: DemoCounty,
  clientId: (id: number) => number,
): void {
  const subject = new Map(county.applications.map((each) => [each.ref, clientId(each.client_id)]));
  const of = (ref: string) => ({ ref, client_id: defined(subject.get(ref), `client of ${ref}`) });
  for (const { ref, given } of county.life.steps) store.life.sign(of(ref), given);
  for (const { ref, asked } of county.life.asked) store.life.ask(of(ref), asked);
  const refs = new Map(county.clients.map((each) => [each.id, each.ref]));
  const child = (id: number) => ({ id: clientId(id), ref: defined(refs.get(id), `client ${id}`) });
  const { addresses, placements, care, moves } = county.particulars;
  for (const each of addresses)
    store.particulars.saveAddress(child(each.client_id), each.given, null);
  for (const each of placements)
    store.particulars.savePlacement(child(each.client_id), each.given, null);
  for (const each of care) store.particulars.saveCare(child(each.client_id), each.given, null);
  for (const each of moves) store.particulars.move(child(each.client_id), each.given);
}

/** Signs what stands on everything else: transport in place where a contract carries a child, refusals by the rules of their day, and appeals. */
export function writeDemoAppeals(store: Store, county: DemoCounty): void {
  const by = 'Tom Ashdown';
  const on = county.own_day;
  const refs = county.life.steps.map(({ ref }) => ref);
  // Who is carried is asked of the store: every other one is refused, and left.
  takeStep(store, { kind: 'in_place', refs, on, signed_by: by, note: '', preview: false }, on);
  store.write({ who: 'Kerbside', why: 'the making of the invented county' }, () => {
    signAppeals(store, county);
  });
}

function signAppeals(store: Store, county: DemoCounty): void {
  for (const { ref, decided_on, signed_by, given, end } of county.life.appeals) {
    const application = store.applications.get(ref);
    if (application === null) continue;
    // Most refusals were signed with the casework; the appeal is against that one.
    const decision =
      store.decisions.record(application).decisions.at(-1) ??
      signRefusal(store, application, { decided_on, signed_by });
    if (decision === null) continue;
    store.decisions.lodge(decision.id, given);
    const appeal = store.decisions.record(application).appeals.at(-1);
    if (end !== null && appeal !== undefined) store.decisions.end(appeal, end);
  }
}

/** A refusal by the rules of its day, for a case that the casework left unsigned. */
function signRefusal(
  store: Store,
  application: Application,
  { decided_on, signed_by }: { readonly decided_on: IsoDate; readonly signed_by: string },
): SignedDecision | null {
  const proposed = decide(store, { ref: application.ref, on: decided_on });
  const facts = proposed.ok ? proposed.value.applications[0] : undefined;
  if (facts === undefined) return null;
  return store.decisions.sign({
    application,
    decided_on,
    given: {
      outcome: 'refused',
      award: null,
      reason:
        'The way to school was measured: it is within walking distance, accompanied as necessary.',
      signed_by,
    },
    departs: departs({ outcome: 'refused', award: null }, facts),
    facts,
  });
}
