/** A placement being named: schools side by side, each with what adding the child to the plan would cost. */
import type { Store } from '../../db/store.ts';
import type { NamingView } from '../../shared/api/views/placements.ts';
import type { IsoDate } from '../../shared/calendar/dates.ts';
import { phaseOf } from '../../shared/casework/phase.ts';
import { fail, ok, type Result } from '../../shared/kernel/result.ts';
import type { Client } from '../../shared/model/client.ts';
import { NEED_WORDS, PHASE_WORDS } from '../../shared/model/words.ts';
import { takeOffPlan, type AtSchool, type Leaving } from '../../shared/planning/at-school.ts';
import { buildLedger } from '../../shared/pressure/ledger.ts';
import { averagesBySchool } from '../../shared/pressure/placements/averages.ts';
import {
  sideBySide,
  type AverageCost,
  type NamingFacts,
  type SideBySide,
} from '../../shared/pressure/placements/side-by-side.ts';
import { travelOf } from '../roads/road-travel.ts';
import type { JobContext } from './context.ts';
import { readCostFacts } from './cost-facts.ts';
import { planDesk } from './plan-desk.ts';

/** For whom, and which schools besides the nearest. */
export interface NamingRequest {
  readonly client_id: number;
  readonly also: readonly number[];
  readonly on: IsoDate;
  /** Whether whoever asks may see where a child with a protected address lives: several distances would tell. */
  readonly may_look: boolean;
}

interface Reckoned {
  readonly marginal: ReadonlyMap<number, AtSchool>;
  readonly leaving: Leaving | null;
}

/** Everything but the marginal cost: what a record of schools and one table of distances tell. */
export function namingNow(
  store: Store,
  request: NamingRequest,
  averages: ReadonlyMap<number, AverageCost> | null,
): Result<NamingView> {
  return viewOf(store, request, { averages, reckoned: null });
}

/** With the marginal cost at each school shown. Without a plan the schools stand without transport costs, and it is said. */
export function namingFor(
  store: Store,
  request: NamingRequest,
  ctx: JobContext,
): Result<NamingView> {
  ctx.stage('Reading the plan', null);
  const read = readCostFacts(store, request.on);
  const averages = read.ok ? averagesBySchool(buildLedger(read.value)) : null;
  const first = viewOf(store, request, { averages, reckoned: null });
  if (!first.ok || !read.ok) return first;
  const desk = planDesk(store, request.on);
  if (!desk.ok) return desk;
  const taken = takeOffPlan(desk.value.county, request.client_id);
  if (!taken.ok) return taken;
  const marginal = new Map<number, AtSchool>();
  const { options } = first.value;
  for (const [at, { urn, name }] of options.entries()) {
    ctx.stage(`Adding the child at ${name}`, at / options.length);
    if (ctx.cancelled())
      return fail(
        'cancelled',
        'Reckoning the transport costs was cancelled.',
        'Start it again when you are ready.',
      );
    const school = desk.value.facts.schools.get(urn);
    if (school !== undefined) marginal.set(urn, taken.value.at(school));
  }
  return viewOf(store, request, {
    averages,
    reckoned: { marginal, leaving: taken.value.leaving },
  });
}

function viewOf(
  store: Store,
  { client_id, also, on, may_look }: NamingRequest,
  found: {
    readonly averages: NamingFacts['averages'];
    readonly reckoned: Reckoned | null;
  },
): Result<NamingView> {
  const client = store.clients.get(client_id);
  if (client === null)
    return fail('no_client', 'There is no such client.', 'Look them up by reference.', {
      client_id,
    });
  const year = store.year(on);
  const schools = new Map(store.schools.all().map((each) => [each.urn, each]));
  const travel = travelOf(store, on);
  const boards = boardsNow(store, client, on);
  const { averages, reckoned } = found;
  const facts: NamingFacts = {
    on,
    year,
    settings: store.settings.all(),
    fees: store.placements.fees(),
    schools,
    travel,
    averages,
  };
  const whole = sideBySide(facts, { client, boards, also }, reckoned?.marginal ?? null);
  const side = client.protected_address && !may_look ? withoutDistances(whole) : whole;
  const phase = phaseOf(client, year);
  return ok({
    ...side,
    client_id,
    ref: client.ref,
    name: `${client.forename} ${client.surname}`.trim(),
    on,
    need: client.need === null ? '' : NEED_WORDS[client.need],
    phase: phase === null ? '' : PHASE_WORDS[phase],
    boards,
    school_urn: client.school_urn,
    school:
      client.school_urn === null
        ? client.school_given
        : (schools.get(client.school_urn)?.name ?? client.school_given),
    roads: travel.source,
    leaving: reckoned?.leaving ?? null,
    reckoned: reckoned !== null,
  });
}

/** What would give a protected address away is left out: lengths and times from the home. Costs stay, for they decide. */
function withoutDistances(side: SideBySide): SideBySide {
  return {
    ...side,
    options: side.options.map((each) => ({
      ...each,
      distance_m: null,
      distance_by: null,
      direct_s: null,
      marginal:
        each.marginal?.kind === 'place'
          ? { ...each.marginal, ride_s: 0, home_ride_s: 0, direct_s: 0 }
          : each.marginal,
    })),
    problems: [
      {
        code: 'protected_address',
        sentence:
          'The address is protected, so distances and ride times are left out: several of them would tell where the child lives. An officer whom the setting names sees them.',
      },
      ...side.problems,
    ],
  };
}

/** Whether a residential address by the week or term is in force. */
function boardsNow(store: Store, client: Client, on: IsoDate): boolean {
  return store.particulars
    .of(client.id)
    .addresses.some(
      ({ kind, rhythm, from_on, to_on }) =>
        kind === 'residential' &&
        rhythm !== 'daily' &&
        from_on <= on &&
        (to_on === null || on <= to_on),
    );
}
