/** The part of the year's cost that is due to placement beyond the nearest suitable school: an estimate. */
import { phaseOf } from '../casework/phase.ts';
import { rateCardAt, numberAt, travelBasisAt } from '../costing/read-settings.ts';
import { formatCount } from '../format/number.ts';
import type { RateCard } from '../model/money.ts';
import type { PlannedRoute } from '../model/plan.ts';
import type { CostFacts } from './facts.ts';
import type { Ledger, ThisYearEntry } from './ledger.ts';
import {
  judgePlacement,
  noPosition,
  type PlacementFinding,
} from '../eligibility/judge-placement.ts';
import { isCandidate } from '../eligibility/nearest-suitable.ts';
import type { Client } from '../model/client.ts';
import { distancesWord, type DistancesWord } from '../model/plan-distances.ts';

/** One client's placement. Money in pence, est.; distances direct, by road or estimated, metres. */
export interface ClientPlacement {
  readonly client_id: number;
  readonly school_urn: number | null;
  readonly finding: PlacementFinding;
  /** The client's share of the route, as it is. */
  readonly year_pence: number;
  readonly excess_year_pence: number;
  readonly excess_m: number;
}

/** The county's placements, added up. */
export interface PlacementPressure {
  readonly excess_year_pence: number;
  readonly clients_beyond: number;
  readonly clients_nearest: number;
  readonly cannot_tell: number;
  /** Sum over the clients beyond, one way, direct, metres. */
  readonly excess_distance_m: number;
  /** By the school named, dearest first; only schools with clients beyond. */
  readonly rows: readonly {
    readonly school_urn: number;
    readonly school: string;
    readonly clients: number;
    readonly excess_year_pence: number;
    readonly mean_excess_m: number;
  }[];
  /** How the extra distances were had, for a heading. */
  readonly distances: DistancesWord;
  readonly note: string;
}

/**
 * Judges every client on a route of the plan. Both placements are priced by the same method: the
 * distance part of the client's share of the route, in proportion to direct distance; the fixed
 * part would be paid at the nearer school too. The excess is the difference, in whole pence a year. Schools are compared by road where a
 * network is loaded and reaches the home and the school attended, else in a straight line, which is then stretched by the road factor.
 */
export function judgePlacements(facts: CostFacts, ledger: Ledger): ClientPlacement[] {
  const card = rateCardAt(facts.settings, facts.on);
  const tolerance_m = numberAt(facts.settings, 'placement_tolerance_m', facts.on);
  const { factor } = travelBasisAt(facts.settings, facts.on);
  const candidates = [...facts.schools.values()].filter(isCandidate);
  const placements: ClientPlacement[] = [];
  for (const entry of ledger.this_year) {
    const client = entry.client_id === null ? undefined : facts.clients.get(entry.client_id);
    if (client === undefined) continue;
    const school_urn = entry.stop?.school_urn ?? entry.route.school_urn;
    const named = school_urn === null ? undefined : facts.schools.get(school_urn);
    const placing = { client, phase: phaseOf(client, facts.year), year: facts.year };
    const finding: PlacementFinding =
      named === undefined
        ? noPosition('The school is not in the list of schools.')
        : judgePlacement(placing, { named, candidates, ways: waysOf(facts, client), tolerance_m });
    const excess = finding.kind === 'beyond' ? finding.named_m - finding.nearest_m : 0;
    const isLine = finding.kind === 'beyond' && finding.by === 'straight_line';
    placements.push({
      client_id: client.id,
      school_urn,
      finding,
      year_pence: entry.year_pence,
      excess_m: isLine ? excess * factor : excess,
      excess_year_pence:
        finding.kind === 'beyond'
          ? Math.round((distancePart(entry, card) * excess) / finding.named_m)
          : 0,
    });
  }
  return placements;
}

function waysOf({ roads }: CostFacts, { lat, lon }: Client) {
  return roads === undefined || lat === null || lon === null ? null : roads.from({ lat, lon });
}

/** Pence a year of an entry that come with distance. */
function distancePart(entry: ThisYearEntry, card: RateCard): number {
  return entry.year_pence * distanceShare(entry.route, card);
}

/**
 * The fraction of a route's cost that comes with distance, 0 to 1: from its own lines where the rate
 * card priced it; for a contract's price, which comes in one sum, the rate card's proportion of
 * distance to fixed part at the route's length. Assistants have no distance part.
 */
export function distanceShare(route: PlannedRoute, card: RateCard): number {
  if (route.cost_day_pence <= 0) return 0;
  const vehicle = card.classes.find((each) => each.id === route.vehicle_class);
  const byDistance = vehicle === undefined ? 0 : (vehicle.per_km_pence * route.distance_m) / 1000;
  const fixed = vehicle?.fixed_pence ?? 0;
  const cardShare = byDistance + fixed === 0 ? 0 : byDistance / (byDistance + fixed);
  let part = 0;
  for (const line of route.cost) {
    if (line.kind === 'distance' || line.kind === 'dead_mileage') part += line.pence;
    else if (line.kind === 'contract' || line.kind === 'variation') part += line.pence * cardShare;
  }
  return Math.min(1, Math.max(0, part / route.cost_day_pence));
}

/** One placement a client and school, whose shares of several routes (a second home, other days) are added up. */
export function onceAClient(entries: readonly ClientPlacement[]): readonly ClientPlacement[] {
  const placements = new Map<string, ClientPlacement>();
  for (const each of entries) {
    const key = `${each.client_id} ${each.school_urn ?? ''}`;
    const before = placements.get(key);
    const excess_year_pence = each.excess_year_pence + (before?.excess_year_pence ?? 0);
    const year_pence = each.year_pence + (before?.year_pence ?? 0);
    placements.set(key, { ...each, year_pence, excess_year_pence });
  }
  return [...placements.values()];
}

/** Adds placements up: by the school named, and for the county. A client on several routes to one school counts once. */
export function sumPlacements(
  facts: CostFacts,
  entries: readonly ClientPlacement[],
): PlacementPressure {
  const placements = onceAClient(entries);
  const rows = new Map<number, { clients: number; pence: number; metres: number }>();
  const counts = { beyond: 0, nearest: 0, cannot_tell: 0 };
  let pence = 0;
  let metres = 0;
  for (const each of placements) {
    counts[each.finding.kind] += 1;
    if (each.finding.kind !== 'beyond' || each.school_urn === null) continue;
    pence += each.excess_year_pence;
    metres += each.excess_m;
    const row = rows.get(each.school_urn) ?? { clients: 0, pence: 0, metres: 0 };
    row.clients += 1;
    row.pence += each.excess_year_pence;
    row.metres += each.excess_m;
    rows.set(each.school_urn, row);
  }
  return {
    excess_year_pence: pence,
    clients_beyond: counts.beyond,
    clients_nearest: counts.nearest,
    cannot_tell: counts.cannot_tell,
    excess_distance_m: metres,
    rows: [...rows]
      .map(([urn, row]) => ({
        school_urn: urn,
        school: facts.schools.get(urn)?.name ?? `URN ${urn}`,
        clients: row.clients,
        excess_year_pence: row.pence,
        mean_excess_m: row.metres / row.clients,
      }))
      .sort((a, b) => b.excess_year_pence - a.excess_year_pence || a.school_urn - b.school_urn),
    distances: distancesWord(...estimatedOf(placements)),
    note: placementNote(facts, placements, counts.cannot_tell),
  };
}

/** How many of the clients beyond were compared in a straight line, and of all of them. */
function estimatedOf(placements: readonly ClientPlacement[]): readonly [number, number] {
  const beyond = placements.flatMap(({ finding }) => (finding.kind === 'beyond' ? finding.by : []));
  return [beyond.filter((by) => by === 'straight_line').length, beyond.length];
}

/** Where the distances come from, where a network is loaded; '' where none is. */
function sourceNote({ roads }: CostFacts, placements: readonly ClientPlacement[]): string {
  if (roads === undefined) return '';
  const [estimated, beyond] = estimatedOf(placements);
  const rest =
    estimated === 0
      ? ''
      : ` For ${formatCount(estimated)} of the ${formatCount(beyond)} clients beyond, whose home or school the network does not reach, they are estimated from straight lines.`;
  return ` Distances by road: fastest ways by car on ${roads.source}.${rest}`;
}

function placementNote(
  facts: CostFacts,
  placements: readonly ClientPlacement[],
  cannotTell: number,
): string {
  const all = placements.length;
  const unknown =
    facts.roads === undefined
      ? "a nearer school's ages, needs or places are not known"
      : "a nearer school's ages, needs, places or way by road are not known";
  const open =
    cannotTell === 0
      ? ''
      : ` For ${formatCount(cannotTell)} of ${formatCount(all)} it cannot be told: ${unknown}.`;
  return `Est.: the distance part of each client's share of the route, in proportion to the extra direct distance; the fixed part is the same at both schools. Nearest suitable: open, takes the age, designated for the primary need, has a place.${open}${sourceNote(facts, placements)} Eligibility is decided apart from this.`;
}
