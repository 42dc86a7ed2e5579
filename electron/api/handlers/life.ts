/** Steps after the decision, and information asked for before it. */
import { askProblems } from '../../../shared/casework/check-step.ts';
import { addressSentence } from '../../../shared/casework/particulars-words.ts';
import { isUndecided } from '../../../shared/casework/stage.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Input, Output } from '../../../shared/api/contract.ts';
import { takeBackStep, takeStep } from '../../jobs/life-steps.ts';
import type { Handlers, Host } from '../handler.ts';
import { lookersOf, notNamed } from '../protected-address.ts';
import { caseOf, decisionPageOf, type Case } from './decisions.ts';

type Channels =
  'life/step' | 'life/appeal-pack' | 'life/look' | 'life/take-back' | 'life/ask' | 'life/answer';
type Page = Result<Output<'life/ask'>>;

function refused(problems: readonly string[]) {
  return fail('not_complete', problems.join(' '), 'Mend this and try again.', { problems });
}

/** Runs work on the client's latest application and answers with its page. */
function onCase(host: Host, client_id: number, work: (found: Case) => Result<unknown>): Page {
  const found = caseOf(host, client_id);
  if (!found.ok) return found;
  const done = work(found.value);
  if (!done.ok) return done;
  host.changed('applications', 'plan');
  return decisionPageOf(host, client_id);
}

function answer(
  host: Host,
  { store, application, record }: Case,
  { request_id, step, ...rest }: Input<'life/answer'>,
): Result<null> {
  const request = record.information.find(({ id }) => id === request_id);
  if (request === undefined || request.answer !== null) {
    return fail('not_asked', 'This was answered already.', 'Look at the case again.');
  }
  const by = rest.signed_by.trim();
  const problems = [
    ...(by === '' ? ['Sign with your name.'] : []),
    ...(step.on > host.today() ? ['The day lies ahead.'] : []),
    ...(step.on < request.asked_on ? ['It is dated before it was asked.'] : []),
    ...(step.kind === 'chased' && step.chase_on <= step.on
      ? ['Chase it next on a day after this one.']
      : []),
  ];
  if (problems.length > 0) return refused(problems);
  store.write({ who: by, why: by }, () => {
    if (step.kind === 'chased') {
      store.life.chase(application, request, step);
      return;
    }
    store.life.answer(application, request, { on: step.on, by, note: step.note.trim() });
    const isLast = record.information.every(
      ({ id, answer }) => id === request.id || answer !== null,
    );
    if (isLast && application.status === 'more_information')
      store.applications.update(application.ref, { status: 'checking' });
  });
  return ok(null);
}

export const lifeHandlers: Handlers<Channels> = {
  'life/step': (input, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const done = takeStep(open.value, input, host.today());
    if (!input.preview && done.taken.length > 0) host.changed('applications', 'plan');
    return ok(done);
  },
  'life/appeal-pack': ({ client_id }, host) => {
    const found = caseOf(host, client_id);
    if (!found.ok) return found;
    const { ref } = found.value.application;
    if (found.value.record.decisions.length === 0) {
      return fail(
        'no_decision',
        'No decision has been signed here.',
        'Sign the decision first: the pack is built from the facts as they stood.',
      );
    }
    return host.startJob({ kind: 'appeal-pack', label: `Appeal pack of ${ref}`, ref });
  },
  'life/look': ({ client_id }, host) => {
    const open = host.store();
    if (!open.ok) return open;
    const store = open.value;
    const client = store.clients.get(client_id);
    if (client === null)
      return fail('no_client', 'There is no such client.', 'Go back to the list.');
    const lookers = lookersOf(store, host);
    if (!lookers.may_look) return notNamed(lookers);
    store.write(host.byHand(), () => {
      store.life.look(client);
    });
    host.changed('applications');
    const { home_address, postcode, second_address, second_postcode } = client;
    const others = store.particulars
      .of(client_id)
      .addresses.map((each) => addressSentence({ ...each, protected: false }));
    return ok({ home_address, postcode, second_address, second_postcode, others });
  },
  'life/take-back': ({ client_id, step_id, signed_by, why }, host) =>
    onCase(host, client_id, ({ store, application, record }) =>
      takeBackStep(store, application, {
        step: record.steps.find(({ id }) => id === step_id),
        on: host.today(),
        by: signed_by,
        why,
      }),
    ),
  'life/ask': ({ client_id, ...given }, host) =>
    onCase(host, client_id, ({ store, application }) => {
      const asked = {
        ...given,
        asked_for: given.asked_for.trim(),
        asked_of: given.asked_of.trim(),
        signed_by: given.signed_by.trim(),
      };
      const problems = askProblems(asked, application, host.today());
      if (problems.length > 0) return refused(problems);
      store.write({ who: asked.signed_by, why: asked.signed_by }, () => {
        store.life.ask(application, asked);
        // The letter that asks the family says what is asked in the officer's words.
        store.history.note(application.client_id, application.ref, asked.asked_for);
        if (isUndecided(application.status))
          store.applications.update(application.ref, { status: 'more_information' });
      });
      return ok(null);
    }),
  'life/answer': (input, host) =>
    onCase(host, input.client_id, (found) => answer(host, found, input)),
};
