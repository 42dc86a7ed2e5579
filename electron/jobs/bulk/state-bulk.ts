import { askProblems } from '../../../shared/casework/check-step.ts';
import { movesFrom } from '../../../shared/casework/life.ts';
import { isUndecided } from '../../../shared/casework/stage.ts';
import type { BulkAction } from '../../../shared/api/views/bulk.ts';
import type { ApplicationStatus } from '../../../shared/model/client.ts';
import { STATUS_WORDS, withinSentence } from '../../../shared/model/words.ts';
import { eachApplication, type BulkBasis, type BulkPlan } from './bulk-plan.ts';

/** Sets the state by hand where the application may go there. */
export function planStatus(
  basis: BulkBasis,
  to: { readonly status: ApplicationStatus; readonly note: string },
): BulkPlan {
  const { store } = basis;
  const note = to.note.trim();
  return eachApplication(basis, [], ({ ref, status, held_reason }, client) => {
    if (held_reason !== '') return 'It is held: decide that first.';
    if (status === to.status) return `It is ${withinSentence(STATUS_WORDS[status])} already.`;
    if (!movesFrom(status).includes(to.status))
      return `From ${withinSentence(STATUS_WORDS[status])} it cannot go to ${withinSentence(STATUS_WORDS[to.status])}.`;
    return {
      from: STATUS_WORDS[status],
      to: STATUS_WORDS[to.status],
      why: '',
      write: () => {
        store.applications.update(ref, { status: to.status });
        if (note !== '') store.history.note(client.id, ref, note);
      },
    };
  });
}

/** Asks for the same information on each; the application waits for the answer. */
export function planAsk(basis: BulkBasis, action: Extract<BulkAction, { kind: 'ask' }>): BulkPlan {
  const { store, on } = basis;
  const asked = {
    asked_for: action.asked_for.trim(),
    asked_of: action.asked_of.trim(),
    signed_by: action.signed_by.trim(),
    asked_on: on,
    chase_on: action.chase_on,
  };
  const problems = askProblems(asked, { status: 'received', received_on: null }, on);
  return eachApplication(basis, problems, (application) => {
    const { status, held_reason } = application;
    if (held_reason !== '') return 'It is held: decide that first.';
    if (!isUndecided(status))
      return 'It is decided: sign a new decision where it is looked at again.';
    const open = store.life.information(application.ref).some(({ answer }) => answer === null);
    if (open) return 'Something is asked already and not answered.';
    return {
      from: STATUS_WORDS[status],
      to: STATUS_WORDS.more_information,
      why: '',
      write: () => {
        store.life.ask(application, asked);
        store.applications.update(application.ref, { status: 'more_information' });
      },
    };
  });
}

/** Takes held applications into use, or refuses them; the reason is kept with each. */
export function planHeld(
  basis: BulkBasis,
  { accept, reason }: { readonly accept: boolean; readonly reason: string },
): BulkPlan {
  const { store } = basis;
  const problems = reason.trim() === '' ? ['Write the reason.'] : [];
  return eachApplication(basis, problems, ({ ref, held_reason }, client) =>
    held_reason === ''
      ? 'It is not held.'
      : {
          from: 'Held',
          to: accept ? 'Taken into use' : STATUS_WORDS.refused,
          why: held_reason,
          write: () => {
            store.applications.update(ref, {
              held_reason: '',
              held_accepted: held_reason,
              ...(accept ? {} : { status: 'refused' as const }),
            });
            store.history.note(client.id, ref, reason.trim());
          },
        },
  );
}
