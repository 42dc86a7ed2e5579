/** Steps after the decision, signed on one application or on many. Nothing is claimed that the records do not bear out. */
import { firstDateOf, planningYearOf } from '../../shared/calendar/years.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { isDecided } from '../../shared/casework/status.ts';
import { standingStep } from '../../shared/casework/stage.ts';
import { stepProblems, type StepFacts } from '../../shared/casework/check-step.ts';
import type { StepsTaken } from '../../shared/api/views/life.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { Application } from '../../shared/model/client.ts';
import type { LifeStep, StepGiven } from '../../shared/model/life.ts';
import type { Store } from '../../db/store.ts';

/** What a step on an application rests on, as the store stands. */
export function stepFacts(store: Store, application: Application, on: IsoDate): StepFacts {
  const state = store.read.state(application.client_id, on);
  // Only the latest application of a child is the one that transport is arranged for.
  const isLatest = state?.application_ref === application.ref;
  const standing = store.life.standing(application.ref);
  const last = standing.step === null ? null : standingStep(store.life.steps(application.ref));
  return {
    application,
    decided_on: (standing.decided_on as IsoDate | null) ?? application.decided_on,
    // An end that was followed by a new decision is past: the way begins again.
    last: last?.kind === 'ended' && application.status !== 'ended' ? null : last,
    is_carried: isLatest && state.transport === 'in_place',
    first_day: state?.first_day ?? firstDateOf(planningYearOf(on)),
  };
}

/**
 * Signs a step on each application named that can take it, in one write, and says of every other why not. With `preview` nothing
 * is written. An end closes the application: nobody plans for it any more.
 */
export function takeStep(
  store: Store,
  request: StepGiven & { readonly refs: readonly string[]; readonly preview: boolean },
  on: IsoDate,
): StepsTaken {
  const { refs, preview, kind } = request;
  const given: StepGiven = {
    kind,
    on: request.on,
    signed_by: request.signed_by.trim(),
    note: request.note.trim(),
  };
  const taken: Application[] = [];
  const refused: { readonly ref: string; readonly problems: readonly string[] }[] = [];
  for (const ref of new Set(refs)) {
    const application = store.applications.get(ref);
    const problems =
      application === null
        ? [`There is no application ${ref} in this store.`]
        : stepProblems(given, stepFacts(store, application, on), on);
    if (application === null || problems.length > 0) refused.push({ ref, problems });
    else taken.push(application);
  }
  if (!preview && taken.length > 0) {
    store.write({ who: given.signed_by, why: given.signed_by }, () => {
      for (const application of taken) {
        store.life.sign(application, given);
        if (kind === 'ended') store.applications.update(application.ref, { status: 'ended' });
      }
    });
  }
  return { taken: taken.map(({ ref }) => ref), refused };
}

/** Takes the last step back, with the reason; an application that had ended stands again as it was decided. */
export function takeBackStep(
  store: Store,
  application: Application,
  given: { readonly step: LifeStep | undefined } & NonNullable<LifeStep['taken_back']>,
): Result<null> {
  const { step, on } = given;
  const back = { on, by: given.by.trim(), why: given.why.trim() };
  const last = standingStep(store.life.steps(application.ref));
  if (step === undefined || last?.id !== step.id) {
    return fail(
      'not_last_step',
      'Only the last step can be taken back.',
      'Look at the case again.',
    );
  }
  const problems = [
    ...(back.by === '' ? ['Sign with your name.'] : []),
    ...(back.why === '' ? ['Write why it is taken back.'] : []),
  ];
  if (problems.length > 0)
    return fail('not_complete', problems.join(' '), 'Mend this and sign again.', { problems });
  store.write({ who: back.by, why: back.by }, () => {
    store.life.takeBack(application, step, back);
    if (step.kind === 'ended') {
      const decided = store.decisions.record(application).decisions.at(-1)?.outcome;
      const status = decided !== undefined && isDecided({ status: decided }) ? decided : 'awarded';
      store.applications.update(application.ref, { status });
    }
  });
  return ok(null);
}
