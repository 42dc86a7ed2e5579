/** Whom a new provision would be nearer for: everybody carried by the plan, held against where they go now. */
import { ageOn, type AcademicYear } from '../../calendar/dates.ts';
import { firstDateOf, startYearOf, yearGroupByAge } from '../../calendar/years.ts';
import { phaseOfYearGroup } from '../../casework/phase.ts';
import { rateCardAt, travelBasisAt } from '../../costing/read-settings.ts';
import type { Answer } from '../../eligibility/answer.ts';
import type { DistanceKind } from '../../eligibility/nearer-schools.ts';
import { straightLineMetres } from '../../geo/estimate.ts';
import { knownPosition, type Position } from '../../geo/position.ts';
import type { Client } from '../../model/client.ts';
import type { NewProvision } from '../../model/placement.ts';
import { schoolOfStop } from '../../model/route-schools.ts';
import type { School } from '../../model/school.ts';
import type { CostFacts } from '../facts.ts';
import type { Ledger } from '../ledger.ts';
import { distanceShare } from '../placement.ts';
import { schoolOfProvision } from './read-provision.ts';

/** A client for whom the provision has the right needs, measured both ways. Money in pence a year, lengths one way in metres. */
export interface Candidate {
  readonly client: Client;
  readonly school: School;
  readonly from_m: number;
  readonly to_m: number;
  readonly by: Exclude<DistanceKind, 'walking'>;
  /** The client's share of their routes to the school attended. */
  readonly cost_pence: number;
  /** That less the distance part of the miles saved; the same where none are. */
  readonly cost_after_pence: number;
  /** The morning's ride of the plan, seconds. */
  readonly ride_s: number;
  readonly direct_s: number;
  /** A contract that runs carries the client; else the request is new. */
  readonly carried: boolean;
}

/** Why nothing can be said of some clients, with what mends it. */
export interface NotKnown {
  readonly why: string;
  readonly client_ids: readonly number[];
}

/** Everybody sorted. `looked_at` = candidates + not_known + other needs. */
export interface Candidates {
  readonly looked_at: number;
  /** Right needs, whatever the age. By reference. */
  readonly candidates: readonly Candidate[];
  readonly other_needs: number;
  readonly not_known: readonly NotKnown[];
}

const WHY = {
  home: 'The home has no position: enter the postcode, or set the pin, on the case page.',
  school: 'The school attended is not in the list of schools or has no position: import schools.',
  need: 'The primary need is not recorded: enter it on the case page.',
  born: 'The date of birth is not recorded: enter it on the case page.',
} as const;

interface Share {
  cost: number;
  distance: number;
  ride_s: number;
  direct_s: number;
  carried: boolean;
}

/** Sorts everyone that the plan carries to the school of their record. */
export function candidatesFor(
  facts: CostFacts,
  ledger: Ledger,
  provision: NewProvision,
): Candidates {
  const at = schoolOfProvision(provision);
  const shares = sharesOf(facts, ledger);
  const unknown: Record<keyof typeof WHY, number[]> = { home: [], school: [], need: [], born: [] };
  const candidates: Candidate[] = [];
  let other_needs = 0;
  for (const [id, share] of shares) {
    const client = facts.clients.get(id);
    if (client === undefined) continue;
    const home = knownPosition(client);
    const school = client.school_urn === null ? undefined : facts.schools.get(client.school_urn);
    const there = knownPosition(school);
    if (client.need !== null && !provision.needs.includes(client.need)) other_needs += 1;
    else if (client.need === null) unknown.need.push(id);
    else if (client.date_of_birth === null) unknown.born.push(id);
    else if (home === null) unknown.home.push(id);
    else if (school === undefined || there === null) unknown.school.push(id);
    else {
      const way = measure(facts, home, { school, there, at, provision });
      candidates.push(candidateOf(client, school, share, way));
    }
  }
  return {
    looked_at: shares.size,
    candidates: candidates.toSorted((a, b) =>
      a.client.ref < b.client.ref ? -1 : a.client.ref > b.client.ref ? 1 : 0,
    ),
    other_needs,
    not_known: (['need', 'born', 'home', 'school'] as const).flatMap((key) =>
      unknown[key].length === 0 ? [] : [{ why: WHY[key], client_ids: unknown[key] }],
    ),
  };
}

/** What each client costs on the way to the school of their record, and the part of it that comes with distance. */
function sharesOf(facts: CostFacts, ledger: Ledger): ReadonlyMap<number, Share> {
  const card = rateCardAt(facts.settings, facts.on);
  const shares = new Map<number, Share>();
  for (const { client_id, route, stop, year_pence } of ledger.this_year) {
    if (client_id === null || stop === null) continue;
    if (schoolOfStop(route, stop) !== (facts.clients.get(client_id)?.school_urn ?? null)) continue;
    const share = shares.get(client_id) ?? {
      cost: 0,
      distance: 0,
      ride_s: 0,
      direct_s: 0,
      carried: false,
    };
    share.cost += year_pence;
    share.distance += year_pence * distanceShare(route, card);
    share.carried ||= stop.fixed;
    if (stop.place === 'home' || share.ride_s === 0) {
      share.ride_s = stop.ride_s;
      share.direct_s = stop.direct_s;
    }
    shares.set(client_id, share);
  }
  return shares;
}

interface Way {
  readonly from_m: number;
  readonly to_m: number;
  readonly by: Exclude<DistanceKind, 'walking'>;
}

/** Both ways by the same measure: by road where the network reaches home, school and point; else straight lines times the road factor. */
function measure(
  { roads, settings, on }: CostFacts,
  home: Position,
  ends: {
    readonly school: School;
    readonly there: Position;
    readonly at: School;
    readonly provision: Position;
  },
): Way {
  const { factor } = travelBasisAt(settings, on);
  const line = straightLineMetres(home, ends.provision);
  if (roads !== undefined) {
    const ways = roads.from(home);
    const from_m = ways.to([ends.school])[0] ?? Number.NaN;
    // A way is never shorter than its line: where that is no nearer already, the search is spared.
    const to_m = line >= from_m ? line : (ways.to([ends.at])[0] ?? Number.NaN);
    if (!Number.isNaN(from_m) && !Number.isNaN(to_m)) return { from_m, to_m, by: 'road' };
  }
  return {
    from_m: straightLineMetres(home, ends.there) * factor,
    to_m: line * factor,
    by: 'straight_line',
  };
}

function candidateOf(client: Client, school: School, share: Share, way: Way): Candidate {
  const saved = way.from_m <= 0 ? 0 : Math.max(0, 1 - way.to_m / way.from_m);
  const cost_pence = Math.round(share.cost);
  return {
    client,
    school,
    ...way,
    cost_pence,
    cost_after_pence: cost_pence - Math.round(share.distance * saved),
    ride_s: share.ride_s,
    direct_s: share.direct_s,
    carried: share.carried,
  };
}

/** A client's year group in a year, from that of the year planned for. */
export function yearGroupIn(
  client: Pick<Client, 'year_group' | 'date_of_birth'>,
  planned: AcademicYear,
  year: AcademicYear,
): number | null {
  const shift = startYearOf(year) - startYearOf(planned);
  if (client.year_group !== null) return client.year_group + shift;
  return client.date_of_birth === null ? null : yearGroupByAge(client.date_of_birth, year);
}

/** Whether the provision takes a client's age and phase in a year. */
export function takesIn(
  provision: NewProvision,
  client: Pick<Client, 'year_group' | 'date_of_birth'>,
  planned: AcademicYear,
  year: AcademicYear,
): Answer {
  const group = yearGroupIn(client, planned, year);
  if (client.date_of_birth === null || group === null) return 'cannot_tell';
  const age = ageOn(client.date_of_birth, firstDateOf(year));
  if (age < provision.age_from || age > provision.age_to) return 'no';
  if (provision.phases.length === 0) return 'yes';
  return provision.phases.includes(phaseOfYearGroup(group)) ? 'yes' : 'no';
}
