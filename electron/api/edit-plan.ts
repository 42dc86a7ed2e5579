/** Edits of a plan as the screens ask for them: tried, made, and the best places for a client. */
import type { Change, Store } from '../../db/store.ts';
import type { EditAnswer, JoinableRoute, TargetAnswer } from '../../shared/api/views/edits.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { rateCardAt } from '../../shared/costing/read-settings.ts';
import { bestTargets } from '../../shared/edits/best-targets.ts';
import { stopOf } from '../../shared/edits/client-journeys.ts';
import type { PlanEdit } from '../../shared/edits/edit.ts';
import { isSameStop, stopKey } from '../../shared/model/stop-key.ts';
import { namedEdit } from '../../shared/edits/place-client.ts';
import { schoolOfKey, takesSchools } from '../../shared/planning/reckon/route-schools-by-hand.ts';
import { makeEdit, type MadeEdit } from '../../shared/edits/make-edit.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { Plan, PlannedRoute } from '../../shared/model/plan.ts';
import { schoolsOfRoute } from '../../shared/model/route-schools.ts';
import type { StopPlace } from '../../shared/model/stop-place.ts';
import { editablePlan, factsForEdits, keepingFacts, keptPlan } from './edit-desk.ts';

/** What an edit would do to a plan. Nothing is written. */
export function tryEdit(
  store: Store,
  { plan_id, edit }: { readonly plan_id: number; readonly edit: PlanEdit },
  on: IsoDate,
): Result<EditAnswer> {
  const plan = keptPlan(store, plan_id);
  if (!plan.ok) return plan;
  const facts = factsForEdits(store, on);
  const named = namedEdit(plan.value, edit, facts);
  const made = makeEdit(plan.value, named, facts);
  return made.ok ? ok(answerOf(store, made.value, named)) : made;
}

/** What an edit needs to be kept. */
export interface EditRequest {
  readonly plan_id: number;
  readonly edit: PlanEdit;
  /** The client's seat on a running contract is given up in the same write, for this reason. */
  readonly release?: string | undefined;
  readonly on: IsoDate;
  readonly change: Change;
}

/** Makes an edit and keeps it, with its sentence in the history. */
export function applyEdit(store: Store, request: EditRequest): Result<EditAnswer> {
  const { plan_id, on, change } = request;
  const before = editablePlan(store, plan_id);
  if (!before.ok) return before;
  const edit = namedEdit(before.value, request.edit, factsForEdits(store, on));
  const releases = request.release !== undefined;
  if (releases && before.value.status === 'superseded')
    return fail(
      'trial_releases_nobody',
      'A trial gives up no seat on a running contract.',
      'Make the edit without it; release the client when the trial is put in use.',
    );
  let leaving: readonly number[] = [];
  const keep = (): Result<{ readonly made: MadeEdit; readonly saved: Plan }> => {
    for (const client_id of leaving) store.contracts.release(client_id, true);
    const made = makeEdit(before.value, edit, factsForEdits(store, on));
    if (!made.ok) return made;
    const { plan: after, sentence, client_id } = made.value;
    const kept = { before: before.value, after, sentence, client_id };
    return ok({ made: made.value, saved: store.trials.applyEdit(kept) });
  };
  if (releases) {
    const tried = makeEdit(before.value, edit, factsForEdits(store, on));
    if (!tried.ok) return tried;
    leaving = leavingBy(tried.value, edit);
    const why = `hand: ${request.release ?? ''}`;
    return answerKept(store, edit, store.write({ ...change, why }, keep));
  }
  const made = makeEdit(before.value, edit, factsForEdits(store, on));
  if (!made.ok) return made;
  return answerKept(
    store,
    edit,
    keepingFacts(store, on, () => store.write(change, keep)),
  );
}

/** Who gives up a seat on a running contract: the client that the edit is about, else everyone whom it takes off theirs. */
function leavingBy({ effect }: MadeEdit, edit: PlanEdit): readonly number[] {
  if ('client_id' in edit) return [edit.client_id];
  const off = effect.came.filter(({ code }) => code === 'taken_off_contract');
  return [...new Set(off.flatMap(({ client_id }) => (client_id === null ? [] : [client_id])))];
}

function answerKept(
  store: Store,
  edit: PlanEdit,
  kept: Result<{ readonly made: MadeEdit; readonly saved: Plan }>,
): Result<EditAnswer> {
  if (!kept.ok) return kept;
  const { made, saved } = kept.value;
  return ok(answerOf(store, { ...made, plan: saved }, edit));
}

function answerOf(store: Store, made: MadeEdit, edit: PlanEdit): EditAnswer {
  const { plan, sentence, effect } = made;
  const rides = effect.rides.map((ride) => ({ ...ride, name: nameOf(store, ride.client_id) }));
  return {
    plan_id: plan.id,
    sentence,
    effect: { ...effect, rides },
    broken: plan.audit.violations.filter((each) => each.severity === 'broken').length,
    route_id: routeAbout(plan, edit)?.id ?? null,
  };
}

/** The route an edit is about, as it is afterwards. */
function routeAbout(plan: Plan, edit: PlanEdit): PlannedRoute | null {
  if ('client_id' in edit) {
    const key = stopKey(edit);
    const isOn = (route: PlannedRoute): boolean =>
      route.stops.some((stop) => isSameStop(stop, key));
    return plan.routes.find(isOn) ?? null;
  }
  if (edit.kind === 'open') return plan.routes.at(-1) ?? null;
  const id = edit.kind === 'merge' ? edit.into_id : edit.route_id;
  return plan.routes.find((route) => route.id === id) ?? null;
}

function nameOf(store: Store, client_id: number): string {
  const client = store.clients.get(client_id);
  return client === null ? '' : `${client.forename} ${client.surname}`.trim();
}

/** The best three places for a client, each with what taking it does. */
export function targetsFor(
  store: Store,
  {
    plan_id,
    client_id,
    place,
  }: {
    readonly plan_id: number;
    readonly client_id: number;
    readonly place?: StopPlace | undefined;
  },
  on: IsoDate,
): Result<readonly TargetAnswer[]> {
  const plan = keptPlan(store, plan_id);
  if (!plan.ok) return plan;
  const facts = factsForEdits(store, on);
  const key = place === undefined ? stopOf(plan.value, client_id, facts) : { client_id, place };
  const found = bestTargets(plan.value, key, facts);
  if (!found.ok) return found;
  const { classes } = rateCardAt(facts.settings, facts.on);
  return ok(
    found.value.map(({ edit, made }) => {
      const route = routeAbout(made.plan, edit);
      return {
        ...answerOf(store, made, edit),
        edit,
        route_ref: route?.ref ?? '',
        school_urn: schoolOfKey(key, facts),
        vehicle: classes.find((each) => each.id === route?.vehicle_class)?.name ?? '',
        provider: route?.provider ?? '',
        clients: route?.stops.length ?? 0,
        is_new: (route?.id ?? 0) < 0,
      };
    }),
  );
}

/** Unlocked routes that those of some schools may join: first those that call at all of these, then those that may call there as well. */
export function joinableRoutes(
  store: Store,
  { plan_id, school_urns }: { readonly plan_id: number; readonly school_urns: readonly number[] },
  on: IsoDate,
): Result<readonly JoinableRoute[]> {
  const plan = keptPlan(store, plan_id);
  if (!plan.ok) return plan;
  const facts = factsForEdits(store, on);
  const { classes } = rateCardAt(facts.settings, facts.on);
  const rows = plan.value.routes.flatMap((route): readonly JoinableRoute[] => {
    if (route.locked === true || !takesSchools(school_urns, route, facts)) return [];
    const served = schoolsOfRoute(route);
    return [
      {
        id: route.id,
        ref: route.ref,
        schools: served.map((urn) => facts.schools.get(urn)?.name ?? `school ${urn}`),
        vehicle: classes.find((each) => each.id === route.vehicle_class)?.name ?? route.vehicle_class, // prettier-ignore
        clients: route.stops.length,
        places: route.seats + route.wheelchairs,
        calls_there: school_urns.every((urn) => served.includes(urn)),
      },
    ];
  });
  return ok(
    rows.toSorted(
      (a, b) => Number(b.calls_there) - Number(a.calls_there) || (a.ref < b.ref ? -1 : 1),
    ),
  );
}
