/** Sheets for providers drafted from the plan in use. Nothing is recorded here. */
import { addressOfStop } from '../../api/stop-addresses.ts';
import { answersReader } from './answers-of.ts';
import type { Store } from '../../../db/store.ts';
import type { IsoDate } from '../../../shared/calendar/dates.ts';
import { DRAFT_WARNING, routeSheet } from '../../../shared/casework/sheets/route-sheet.ts';
import type { HeldBack } from '../../../shared/casework/sheets/sheet-stop.ts';
import { letterSenderAt, rateCardAt } from '../../../shared/costing/read-settings.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Client } from '../../../shared/model/client.ts';
import type { Plan, PlannedRoute, Violation } from '../../../shared/model/plan.ts';
import type { Handed } from '../../../shared/model/paper.ts';
import type { IssuedSheet, SheetToIssue } from '../../../shared/model/route-sheet.ts';
import { staleSheet } from '../../../shared/service/papers/stale.ts';
import { clientReader } from './client-reader.ts';
import { crewReader } from './crew-of.ts';
import { checkPlan } from '../check-plan.ts';
import type { JobContext } from '../context.ts';

/** Which sheets, for which day. */
export interface SheetsRequest {
  readonly on: IsoDate;
  /** Route references; null: every route that is let. */
  readonly refs: readonly string[] | null;
  /** References of children whose protected address is to stand on the sheet of the one route asked for, and why. */
  readonly shown: readonly string[];
  readonly shown_reason: string;
  /** How the sheets will be handed over; '' where nobody says. */
  readonly how: Handed | '';
}

/** A sheet to be issued, or one that stands unchanged since it was. */
export interface SheetDraft extends SheetToIssue {
  readonly issued_on: IsoDate;
  readonly is_new: boolean;
}

/** A route without a sheet, and why. */
export interface NoSheet {
  readonly route_ref: string;
  readonly why: string;
}

export interface SheetsDraft {
  readonly request: SheetsRequest;
  readonly plan: Pick<Plan, 'id' | 'made_on' | 'status'>;
  readonly demo: boolean;
  readonly sheets: readonly SheetDraft[];
  readonly left_out: readonly NoSheet[];
  /** Words that were not printed, for the office to put right. */
  readonly held: readonly (HeldBack & { readonly route_ref: string })[];
}

/** Drafts the sheets asked for. */
export function draftSheets(
  store: Store,
  request: SheetsRequest,
  ctx: JobContext,
): Result<SheetsDraft> {
  ctx.stage('Checking the plan', null);
  const plan = store.plans.current();
  if (plan === null)
    return fail('no_plan', 'There is no plan to make sheets of.', 'Plan the county first.');
  const routes = chosenRoutes(plan, request.refs);
  if (!routes.ok) return routes;
  const maker = sheetMaker(store, plan, request);
  if (!maker.ok) return maker;
  const problem = shownProblem(store, routes.value, request);
  if (problem !== null) return problem;
  const sheets: SheetDraft[] = [];
  const left_out: NoSheet[] = [];
  const held: (HeldBack & { readonly route_ref: string })[] = [];
  for (const [at, route] of routes.value.entries()) {
    if (ctx.cancelled()) return cancelled();
    if (at % 50 === 0) ctx.stage('Making the sheets', (at / routes.value.length) * 0.3);
    const made = maker.value(route);
    if ('why' in made) left_out.push(made);
    else {
      sheets.push(made.draft);
      held.push(...made.held.map((each) => ({ ...each, route_ref: route.ref })));
    }
  }
  const { id, made_on, status } = plan;
  const { demo } = store.meta.get();
  return ok({ request, plan: { id, made_on, status }, demo, sheets, left_out, held });
}

function chosenRoutes(plan: Plan, refs: readonly string[] | null): Result<readonly PlannedRoute[]> {
  const all = plan.routes.toSorted((a, b) => (a.ref < b.ref ? -1 : 1));
  if (refs === null) return ok(all);
  const wanted = new Set(refs);
  const found = all.filter(({ ref }) => wanted.has(ref));
  const missing = refs.find((ref) => !found.some((route) => route.ref === ref));
  return missing === undefined
    ? ok(found)
    : fail(
        'no_route',
        `The plan in use has no route ${missing}.`,
        'Choose a route of the list: a new plan has routes of its own.',
        { ref: missing },
      );
}

/** A protected address is shown for one route, by reference, with a reason. */
function shownProblem(
  store: Store,
  routes: readonly PlannedRoute[],
  { shown, shown_reason }: SheetsRequest,
): ReturnType<typeof fail> | null {
  if (shown.length === 0) return null;
  const [route, another] = routes;
  const aboard = new Set(
    route?.stops.flatMap(({ client_id }) => store.clients.get(client_id)?.ref ?? []),
  );
  if (another !== undefined || shown.some((ref) => !aboard.has(ref)))
    return fail(
      'not_aboard',
      'A protected address is shown on the sheet of the one route that carries the child.',
      'Choose that route, and the children on it.',
      { shown },
    );
  return shown_reason.trim() === ''
    ? fail(
        'reason_needed',
        'A protected address goes to a provider only with a reason.',
        'Write why this provider must have it.',
      )
    : null;
}

type Made = { readonly draft: SheetDraft; readonly held: readonly HeldBack[] } | NoSheet;

function sheetMaker(
  store: Store,
  plan: Plan,
  request: SheetsRequest,
): Result<(route: PlannedRoute) => Made> {
  const { on } = request;
  const settings = store.settings.all();
  const { team, contact } = letterSenderAt(settings, on);
  if (contact.trim() === '')
    return fail(
      'no_number_to_ring',
      'A sheet must say how a driver reaches the office, and nobody has said it.',
      'Give it under Data, Settings: "Who writes the letters", how to reach the team.',
    );
  const vehicles = new Map(rateCardAt(settings, on).classes.map(({ id, name }) => [id, name]));
  const violations = Map.groupBy(checkPlan(store, plan, on), ({ route_ref }) => route_ref);
  const standing = store.sheets.inForce();
  const unconfirmed = unconfirmedSeats(store, request);
  const answers = answersReader(store);
  const crew = crewReader(store, on, answers);
  const byRef = (ref: string): Client | null => store.clients.byRef(ref);
  const client = clientReader(store);
  const records = { ...store, clients: { ...store.clients, get: client } };
  return ok((route) => {
    const { ref: route_ref, provider, contract_id } = route;
    const contract = contract_id === null ? null : store.contracts.get(contract_id);
    if (contract === null || provider === '')
      return { route_ref, why: 'Not let yet: there is no provider to give it to.' };
    if (route.stops.length === 0) return { route_ref, why: 'The route carries nobody.' };
    const last = standing.get(route_ref) ?? null;
    const { shown, shown_reason } = shownOn(request, last, provider);
    const made = routeSheet(route, {
      plan,
      violations: violations.get(route_ref) ?? ([] as readonly Violation[]),
      contract,
      not_confirmed: route.stops.filter(({ client_id }) => unconfirmed.has(`${client_id} ${contract.id}`)).length, // prettier-ignore
      school: route.school_urn === null ? null : store.schools.get(route.school_urn),
      schoolOf: (urn) => store.schools.get(urn),
      vehicle_name: vehicles.get(route.vehicle_class) ?? route.vehicle_class,
      crew: crew(route),
      client,
      address: (stop) => addressOfStop(records, stop),
      byRef,
      answers,
      office: `${team}, ${contact}`,
      shown,
    });
    const sheet: SheetToIssue = {
      route_ref,
      version: store.sheets.nextVersion(route_ref),
      contract_ref: contract.ref,
      recipient: provider,
      plan_id: plan.id,
      content: made.content,
      clients: made.clients,
      shown,
      shown_reason,
      how: request.how,
    };
    const draft =
      last !== null && isSame(last, sheet)
        ? { ...sheet, content: last.content, version: last.version, plan_id: last.plan_id, how: last.how, clients: last.clients, issued_on: last.issued_on, is_new: false } // prettier-ignore
        : { ...sheet, issued_on: on, is_new: true };
    return { draft, held: made.held };
  });
}

const UNCONFIRMED: ReadonlySet<string> = new Set(['child_not_confirmed', 'days_not_confirmed']);

/** Children, with the contract, whose provider has not said yet that it carries them on all their days. */
function unconfirmedSeats(store: Store, { on, refs }: SheetsRequest): ReadonlySet<string> {
  const routes = store.plans.current()?.routes ?? [];
  const asked = refs === null ? null : routes.filter(({ ref }) => refs.includes(ref)).flatMap(({ stops }) => stops.map(({ client_id }) => client_id)); // prettier-ignore
  const all = asked === null ? store.read.transport.everyone(null, on) : store.read.transport.of(asked, null, on); // prettier-ignore
  return new Set(
    all.flatMap(
      ({ client_id, rides }) =>
      rides.flatMap(({ contract_id, reasons }) => reasons.some(({ code }) => UNCONFIRMED.has(code)) ? [`${client_id} ${contract_id ?? 0}`] : []), // prettier-ignore
    ),
  );
}

/** What an officer has once decided to show this provider stays shown until the sheet is withdrawn. */
function shownOn(
  { shown, shown_reason }: SheetsRequest,
  last: IssuedSheet | null,
  provider: string,
): Pick<SheetToIssue, 'shown' | 'shown_reason'> {
  if (shown.length > 0) return { shown: shown.toSorted(), shown_reason: shown_reason.trim() };
  return last === null || last.recipient !== provider
    ? { shown: [], shown_reason: '' }
    : { shown: last.shown, shown_reason: last.shown_reason };
}

/**
 * A driver is given no new paper for a plan that leaves the route as it was: also where the new plan is a draft and the paper in hand is
 * of an approved one. A paper that says it is a draft is replaced once it is none.
 */
function isSame(last: IssuedSheet, sheet: SheetToIssue): boolean {
  const wasDraft = last.content.warnings.includes(DRAFT_WARNING);
  const warnings = sheet.content.warnings.filter((each) => wasDraft || each !== DRAFT_WARNING);
  return (
    last.recipient === sheet.recipient &&
    last.contract_ref === sheet.contract_ref &&
    JSON.stringify(last.shown) === JSON.stringify(sheet.shown) &&
    staleSheet(last, { clients: sheet.clients, content: { ...sheet.content, warnings } }).length ===
      0
  );
}

export function cancelled() {
  return fail('cancelled', 'The sheets were cancelled.', 'None was issued; start again.');
}
