import { decisionProblems } from '../../../shared/casework/check-decision.ts';
import { isDecided } from '../../../shared/casework/status.ts';
import { renewalRef } from '../../../shared/casework/renewals.ts';
import { whyAlone } from '../../../shared/casework/work/signable.ts';
import type { BulkAction } from '../../../shared/api/views/bulk.ts';
import { lastDateOf, planningYearOf } from '../../../shared/calendar/years.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { defined } from '../../../shared/kernel/assert.ts';
import type { Client } from '../../../shared/model/client.ts';
import { CONSENT_MODES, type Award } from '../../../shared/model/decision.ts';
import { decide } from '../decide.ts';
import { carriedNeeds } from '../renewals.ts';
import { nameOf, type BulkBasis, type BulkPlan, type LeftOut, type Planned } from './bulk-plan.ts';

type Renew = Extract<BulkAction, { kind: 'renew' }>;

/**
 * Creates the renewals of children who are carried and need nothing else. A reference is made of the year and the child's own, so
 * that the same child is never renewed twice. An award signed before is carried over where the rules still answer the same without
 * anything to look at; else the renewal waits to be decided.
 */
export function planRenewals(basis: BulkBasis, action: Renew): BulkPlan {
  const { store, on, chosen } = basis;
  const year = planningYearOf(on);
  const needs = new Map(carriedNeeds(store, on).map((each) => [each.client.id, each]));
  const signed_by = action.signed_by.trim();
  const planned: Planned[] = [];
  const left_out: LeftOut[] = [];
  for (const { client } of chosen) {
    const need = needs.get(client.id);
    const ref = renewalRef(client.ref, year);
    const reason =
      need === undefined
        ? 'No running contract carries the child.'
        : need.group !== 'renewal'
          ? need.why
          : store.applications.get(ref) === null
            ? null
            : `${ref} is there already.`;
    if (reason !== null) {
      left_out.push({ client_id: client.id, reason });
      continue;
    }
    planned.push({
      client_id: client.id,
      ref,
      name: nameOf(client),
      from: 'Carried, no application',
      to: 'Renewal received',
      why: '',
      write: () => {
        createRenewal(basis, client, { ref, received_on: action.received_on, signed_by });
      },
    });
  }
  const problems = [
    ...(signed_by === '' ? ['Sign with your name.'] : []),
    ...(action.received_on > on ? ['The day of receipt lies ahead.'] : []),
  ];
  return { planned, left_out, problems };
}

function createRenewal(
  { store, on }: BulkBasis,
  client: Client,
  given: {
    readonly ref: string;
    readonly received_on: Renew['received_on'];
    readonly signed_by: string;
  },
): void {
  const { ref, received_on, signed_by } = given;
  const before = store.applications.ofClient(client.id);
  store.applications.upsertMany([
    { ref, client_id: client.id, type: 'Renewal', received_on, status: 'received' },
  ]);
  const last = before === null ? undefined : store.decisions.record(before).decisions.at(-1);
  if (before === null || last?.award === null || last === undefined || !isDecided(before)) return;
  const tried = decide(store, { ref, on });
  const facts = tried.ok ? tried.value.applications[0] : undefined;
  if (facts === undefined || facts.proposal !== 'met' || whyAlone(facts) !== null) return;
  if (facts.power.name !== last.award.power || CONSENT_MODES.includes(last.award.mode)) return;
  const first_day = store.read.state(client.id, on)?.first_day ?? on;
  const award: Award = {
    ...last.award,
    starts_on: first_day,
    ends_on: null,
    review_on: lastDateOf(planningYearOf(first_day)),
  };
  const decision = {
    outcome: last.outcome,
    award,
    reason: `Carried over from the award on ${before.ref} of ${formatDate(last.decided_on)}; the rules answer as before.`,
    signed_by,
  };
  if (decisionProblems(decision, facts, on).length > 0) return;
  store.decisions.sign({
    application: defined(store.applications.get(ref), ref),
    decided_on: on,
    given: decision,
    departs: last.outcome !== 'awarded',
    facts,
  });
}
