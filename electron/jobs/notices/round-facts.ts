/** What the gate of a retender round looks at, read from the store. */
import type { Store } from '../../../db/store.ts';
import type { GateLineView, RoundChildRow, RoundPage, RoundRow } from '../../../shared/api/views/rounds.ts'; // prettier-ignore
import { addDays, type IsoDate } from '../../../shared/calendar/dates.ts';
import { COUNTY_URN, schoolCalendars } from '../../../shared/calendar/school-calendars.ts';
import { isWorkingDay } from '../../../shared/calendar/working-days.ts';
import { numberAt } from '../../../shared/costing/read-settings.ts';
import { formatDate } from '../../../shared/format/date.ts';
import { formatCountOf } from '../../../shared/format/number.ts';
import { fail, ok, type Result } from '../../../shared/kernel/result.ts';
import type { Contract } from '../../../shared/model/contract.ts';
import type { Plan, PlannedRoute } from '../../../shared/model/plan.ts';
import type { RetenderRound } from '../../../shared/model/retender-round.ts';
import { mondayOf, roundGate, type GateLineKey, type RoundChild, type RoundGate, type RoundLot } from '../../../shared/service/notices/round-gate.ts'; // prettier-ignore
import { stateOn } from '../../../shared/service/states.ts';
import { contractLabel } from './round-contracts.ts';

/** A round with its children, routes and gate. */
export interface RoundOnRecord {
  readonly round: RetenderRound;
  readonly routes: readonly PlannedRoute[];
  readonly children: readonly RoundChild[];
  readonly gate: RoundGate;
  readonly tif_percent: number;
  readonly most_a_week: number;
}

/** How many weeks ahead a round may be spread over: a school year. */
const WEEKS = 40;

/** Children are those of the round's routes: in its trial, where it has one, else in the plan in use. */
export function readRound(store: Store, round: RetenderRound, on: IsoDate): RoundOnRecord {
  const plan: Pick<Plan, 'routes'> = (round.plan_id === null ? null : store.trials.plan(round.plan_id)) ?? store.plans.current() ?? { routes: [] }; // prettier-ignore
  const moves = new Map(round.schools.map(({ urn, moves_on }) => [urn, moves_on]));
  const besides = new Set(round.contract_ids);
  const routes = plan.routes.filter(
    ({ school_urn, contract_id }) =>
      (school_urn !== null && moves.has(school_urn)) ||
      (contract_id !== null && besides.has(contract_id)),
  );
  const contracts = new Map(store.contracts.all().map((each) => [each.id, each]));
  const stateOf = (route: PlannedRoute, day: IsoDate) => {
    const contract = route.contract_id === null ? null : (contracts.get(route.contract_id) ?? null);
    return { contract, state: stateOn(store.service.stepsOf(route.ref), contract, day) };
  };
  const forms = new Map(store.read.states(on).map((each) => [each.client_id, each.tif]));
  const seats = new Map<number, ReadonlySet<number>>();
  const children = new Map<number, RoundChild>();
  const lots: RoundLot[] = [];
  for (const route of routes) {
    const own = route.school_urn === null ? null : moves.get(route.school_urn);
    const moves_on = own ?? round.starts_on;
    const { contract, state } = stateOf(route, moves_on);
    lots.push({
      route_ref: route.ref,
      awarded: state === 'awarded' || state === 'confirmed' || state === 'running',
    });
    const isConfirmed = state === 'confirmed' || state === 'running';
    for (const { client_id } of route.stops) {
      const tif = forms.get(client_id);
      const before = children.get(client_id);
      const seated = contract !== null && seatsOf(store, contract, moves_on, seats).has(client_id);
      children.set(client_id, {
        client_id,
        tif_complete: tif === 'complete' || tif === 'not_needed',
        confirmed: isConfirmed && seated && (before?.confirmed ?? true),
        moves_on: before === undefined || moves_on < before.moves_on ? moves_on : before.moves_on,
      });
    }
  }
  const settings = store.settings.all();
  const tif_percent = numberAt(settings, 'tif_commissioning_percent', on);
  const most_a_week = numberAt(settings, 'round_children_a_week', on);
  const all = [...children.values()].toSorted((a, b) => a.client_id - b.client_id);
  const gate = roundGate({ children: all, lots, signatures: round.signatures, tif_percent, most_a_week }); // prettier-ignore
  return { round, routes, children: all, gate, tif_percent, most_a_week };
}

/** Whom a contract has a seat for on a day. */
function seatsOf(
  store: Store,
  contract: Contract,
  day: IsoDate,
  known: Map<number, ReadonlySet<number>>,
): ReadonlySet<number> {
  const found = known.get(contract.id);
  if (found !== undefined) return found;
  const seats = new Set(
    store.contracts
      .stopsOf(contract.id)
      .filter((stop) => !stop.released && (stop.left_on === null || stop.left_on >= day))
      .map((stop) => stop.client_id),
  );
  known.set(contract.id, seats);
  return seats;
}

/** The first school day of each week from a day on. */
export function weeksFrom(store: Store, from: IsoDate): readonly IsoDate[] {
  const calendars = schoolCalendars(store.terms.all(), store.inYear.dayRules());
  const days: IsoDate[] = [];
  const seen = new Set<IsoDate>();
  for (let day = from, left = WEEKS * 7; left > 0; day = addDays(day, 1), left--) {
    const monday = mondayOf(day);
    if (seen.has(monday) || !isWorkingDay(day) || !calendars.runsOn(COUNTY_URN, null, day))
      continue;
    seen.add(monday);
    days.push(day);
  }
  return days;
}

/** Every round with how far its gate is. */
export function roundRows(store: Store, on: IsoDate): readonly RoundRow[] {
  return store.notices.rounds().map((round) => {
    const { gate, children } = readRound(store, round, on);
    return {
      id: round.id,
      name: round.name,
      starts_on: round.starts_on,
      schools: round.schools.length,
      children: children.length,
      lines_met: gate.lines.filter(({ met }) => met).length,
      passed: gate.passed,
      signatures: round.signatures.length,
      closed_on: round.closed_on,
    };
  });
}

/** One round with the list behind each line. */
export function roundPage(store: Store, round_id: number, on: IsoDate): Result<RoundPage> {
  const round = store.notices.round(round_id);
  if (round === null)
    return fail('no_such_record', 'There is no such round.', 'Look at the list of rounds again.', { round_id }); // prettier-ignore
  const known = readRound(store, round, on);
  const { gate, routes, tif_percent, most_a_week } = known;
  const nameOf = (urn: number): string => store.schools.get(urn)?.name ?? `URN ${urn}`;
  const rowOf = childRows(store, known);
  const lines = gate.lines.map((line): GateLineView => ({
    ...line,
    children: [
      ...line.client_ids.map((id) => rowOf(id, line.key)),
      ...line.route_refs.map((ref) => ({ client_id: 0, ref: '', name: '', school: '', route_ref: ref, why: 'Not awarded for the day' })), // prettier-ignore
    ],
  }));
  const trials = store.trials.list().flatMap(({ id, trial }) => trial === null ? [] : [{ plan_id: id, name: trial.name }]); // prettier-ignore
  return ok({
    round,
    gate: { ...gate, lines },
    tif_percent,
    most_a_week,
    schools: round.schools.map(({ urn, moves_on }) => {
      const own = routes.filter(({ school_urn }) => school_urn === urn);
      const ids = new Set(own.flatMap(({ stops }) => stops.map(({ client_id }) => client_id)));
      return { urn, name: nameOf(urn), routes: own.length, children: ids.size, moves_on: moves_on ?? round.starts_on }; // prettier-ignore
    }),
    contracts: round.contract_ids.flatMap((id) => {
      const contract = store.contracts.get(id);
      return contract === null ? [] : [{ id, label: contractLabel(contract) }];
    }),
    trial: trials.find(({ plan_id }) => plan_id === round.plan_id)?.name ?? '',
    trials,
    changed_since: changedSince(round, gate),
  });
}

function childRows(store: Store, { routes, children }: RoundOnRecord) {
  const on = new Map(routes.flatMap((route) => route.stops.map(({ client_id }) => [client_id, route] as const))); // prettier-ignore
  const moves = new Map(children.map(({ client_id, moves_on }) => [client_id, moves_on]));
  return (client_id: number, key: GateLineKey): RoundChildRow => {
    const client = store.clients.get(client_id);
    const route = on.get(client_id);
    const day = moves.get(client_id);
    return {
      client_id,
      ref: client?.ref ?? '',
      name: [client?.surname ?? '', client?.forename ?? '']
        .filter((part) => part !== '')
        .join(', '),
      school: route?.school_urn === null || route === undefined ? '' : (store.schools.get(route.school_urn)?.name ?? ''), // prettier-ignore
      route_ref: route?.ref ?? '',
      why:
        key === 'tifs'
          ? 'TIF not complete'
          : key === 'week'
            ? `Changes on ${day === undefined ? '' : formatDate(day)}`
            : route?.contract_id === null
              ? 'The route is not let'
              : 'No seat confirmed for the day',
    };
  };
}

const LINE_WORDS: Readonly<Record<GateLineKey, string>> = {
  tifs: 'TIFs complete',
  lots: 'Lots awarded',
  confirmed: 'Children confirmed',
  week: 'Most children in a week',
  signatures: 'Signatures',
};

/** Lines that read otherwise than when the last officer signed. */
function changedSince({ signatures }: RetenderRound, { lines }: RoundGate): readonly string[] {
  const last = signatures.at(-1);
  if (last === undefined) return [];
  return lines.flatMap(({ key, count, of }) => {
    const then = last.stood.find((each) => each.key === key);
    if (key === 'signatures' || then === undefined || (then.count === count && then.of === of)) return []; // prettier-ignore
    return [`${LINE_WORDS[key]}: ${formatCountOf(count, of)}, ${formatCountOf(then.count, then.of)} when ${last.officer} signed`]; // prettier-ignore
  });
}

/** The round whose trial this is and whose gate is not passed; null where nothing stands in the way. */
export function closedRoundOf(store: Store, plan_id: number, on: IsoDate): Result<null> {
  for (const round of store.notices.rounds()) {
    if (round.plan_id !== plan_id || round.closed_on !== null) continue;
    const { gate } = readRound(store, round, on);
    if (gate.passed) continue;
    const open = gate.lines.filter(({ met }) => !met).length;
    return fail(
      'round_closed',
      `This is the trial of the round “${round.name}”, whose gate is not passed: ${open} of its 5 lines are not met.`,
      'Open the round under Routes, Rounds: two officers sign it, the second with a reason where a line is not met.',
      { round_id: round.id },
    );
  }
  return ok(null);
}
