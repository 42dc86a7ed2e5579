/** Deciding on an application: the proposal, the signed decision, the appeal. The host tries the rules itself; a page only answers. */
import {
  appealEndProblems,
  appealOpening,
  appealProblems,
} from '../../../shared/casework/appeals.ts';
import type { CaseRecord } from '../../../shared/casework/case-record.ts';
import { decisionProblems, departs } from '../../../shared/casework/check-decision.ts';
import { lifeOf } from '../../../shared/casework/life.ts';
import type { DecisionPage } from '../../../shared/api/views/decisions.ts';
import type { Input } from '../../../shared/api/contract.ts';
import type { Proposal } from '../../../shared/eligibility/decide.ts';
import { defined } from '../../../shared/kernel/assert.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Application } from '../../../shared/model/client.ts';
import type { Store } from '../../../db/store.ts';
import { decide } from '../../jobs/decide.ts';
import { stepFacts } from '../../jobs/life-steps.ts';
import { nextStep } from '../../../shared/casework/check-step.ts';
import { proposalWithoutHome } from '../../../shared/casework/protected.ts';
import { lookersOf } from '../protected-address.ts';
import type { Handlers, Host } from '../handler.ts';

type Step = Input<'applications/appeal'>['step'];

/** One application with all that a decision rests on. */
export interface Case {
  readonly store: Store;
  readonly application: Application;
  readonly record: CaseRecord;
}

/** The latest application of a client, or that there is none. */
export function caseOf(host: Host, client_id: number): Result<Case> {
  const open = host.store();
  if (!open.ok) return open;
  const store = open.value;
  const application = store.applications.ofClient(client_id);
  if (application === null) {
    return fail(
      'no_application',
      'This client has no application this year.',
      'Choose a client with an application.',
      { client_id },
    );
  }
  return ok({ store, application, record: store.decisions.record(application) });
}

function proposalOf({ store, application }: Case, host: Host): Result<Proposal> {
  const decided = decide(store, { ref: application.ref, on: host.today() });
  return decided.ok ? ok(defined(decided.value.applications[0], 'proposal')) : decided;
}

/** The page of a client's application as the store stands. */
export function decisionPageOf(host: Host, client_id: number): Result<DecisionPage> {
  const found = caseOf(host, client_id);
  if (!found.ok) return found;
  const proposal = proposalOf(found.value, host);
  if (!proposal.ok) return proposal;
  const { store, record, application } = found.value;
  const on = host.today();
  const facts = stepFacts(store, application, on);
  const isHidden =
    store.clients.get(client_id)?.protected_address === true && !lookersOf(store, host).may_look;
  const shown = (facts: Proposal): Proposal => (isHidden ? proposalWithoutHome(facts) : facts);
  return ok({
    client_id,
    on,
    proposal: shown(proposal.value),
    decisions: record.decisions.map((each) => ({ ...each, facts: shown(each.facts) })),
    appeals: record.appeals,
    steps: record.steps,
    information: record.information,
    life: lifeOf(record, store.settings.all(), on, facts.is_carried),
    step_facts: facts,
    next_step: nextStep(facts),
    first_day: facts.first_day,
  });
}

function refused(problems: readonly string[]) {
  return fail('not_complete', problems.join(' '), 'Mend this and sign again.', { problems });
}

/** Writes in the signer's name, and answers with the page as it is then. */
function written(host: Host, found: Case, signed_by: string, work: () => void) {
  found.store.write({ who: signed_by, why: signed_by }, work);
  host.changed('applications', 'plan');
  return decisionPageOf(host, found.application.client_id);
}

function lodge(host: Host, found: Case, step: Extract<Step, { kind: 'lodge' }>) {
  const { store, record } = found;
  const decision = record.decisions.at(-1);
  if (decision === undefined) {
    return fail('no_decision', 'No decision has been signed here.', 'Sign the decision first.');
  }
  const { kind: _kind, ...rest } = step;
  const given = { ...rest, note: step.note.trim(), signed_by: step.signed_by.trim() };
  const next = appealOpening(decision, record.appeals, store.settings.all());
  const problems = appealProblems(given, { decision, next }, host.today());
  if (problems.length > 0) return refused(problems);
  return written(host, found, given.signed_by, () => {
    store.decisions.lodge(decision.id, given);
  });
}

function end(host: Host, found: Case, step: Extract<Step, { kind: 'end' }>) {
  const { store, record } = found;
  const appeal = record.appeals.find(({ id }) => id === step.appeal_id);
  if (appeal === undefined) {
    return fail('no_appeal', 'There is no such appeal.', 'Look at the case again.');
  }
  const { result, on } = step;
  const given = { result, on, note: step.note.trim(), signed_by: step.signed_by.trim() };
  const problems = appealEndProblems(given, appeal, host.today());
  if (problems.length > 0) return refused(problems);
  return written(host, found, given.signed_by, () => {
    store.decisions.end(appeal, given);
  });
}

export const decisionsHandlers: Handlers<
  'applications/proposal' | 'applications/decide' | 'applications/appeal'
> = {
  'applications/proposal': ({ client_id }, host) => decisionPageOf(host, client_id),
  'applications/decide': ({ client_id, outcome, award, reason, signed_by }, host) => {
    const found = caseOf(host, client_id);
    if (!found.ok) return found;
    const { application, store } = found.value;
    if (application.held_reason !== '') {
      return fail(
        'held',
        `The application is held: ${application.held_reason}`,
        'Decide first whether it is taken into use.',
      );
    }
    const facts = proposalOf(found.value, host);
    if (!facts.ok) return facts;
    const given = { outcome, award, reason: reason.trim(), signed_by: signed_by.trim() };
    const problems = decisionProblems(given, facts.value, host.today());
    if (problems.length > 0) return refused(problems);
    return written(host, found.value, given.signed_by, () => {
      store.decisions.sign({
        application,
        decided_on: host.today(),
        given,
        departs: departs(given, facts.value),
        facts: facts.value,
      });
    });
  },
  'applications/appeal': ({ client_id, step }, host) => {
    const found = caseOf(host, client_id);
    if (!found.ok) return found;
    return step.kind === 'lodge' ? lodge(host, found.value, step) : end(host, found.value, step);
  },
};
