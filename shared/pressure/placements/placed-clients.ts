/** Every client's placement: what it costs at the school attended, at the nearest suitable one with a place, and the difference. */
import { phaseOf } from '../../casework/phase.ts';
import type { DistanceKind } from '../../eligibility/nearer-schools.ts';
import { suitabilityOf } from '../../eligibility/nearest-suitable.ts';
import { largestFirst } from './order.ts';
import type { Client } from '../../model/client.ts';
import { NEED_WORDS, PHASE_WORDS } from '../../model/words.ts';
import type { CostFacts } from '../facts.ts';
import type { Ledger } from '../ledger.ts';
import { judgePlacements, onceAClient, type ClientPlacement } from '../placement.ts';
import { reasonsOf } from './side-by-side.ts';

/** `cannot_tell`: a nearer school might be suitable; `not_known`: a position is missing, so nothing can be compared. */
export const STANDINGS = ['beyond', 'nearest', 'cannot_tell', 'not_known'] as const;
export type PlacementStanding = (typeof STANDINGS)[number];

/** One client at one school. Money in pence a year (est.), lengths in metres one way. */
export interface PlacedClient {
  readonly client_id: number;
  readonly school_urn: number | null;
  readonly school: string;
  readonly standing: PlacementStanding;
  /** What is missing, '' where all is known. */
  readonly why: string;
  readonly cost_pence: number;
  /** The nearest suitable school with a place; the one attended where that is it; null: cannot be told. */
  readonly nearest_urn: number | null;
  readonly nearest: string;
  readonly nearest_cost_pence: number | null;
  /** 0 at the nearest; null: cannot be told. */
  readonly difference_pence: number | null;
  readonly named_m: number | null;
  readonly nearest_m: number | null;
  /** Further than to the nearest, one way: by road, or estimated from the straight line. */
  readonly excess_m: number;
  readonly by: DistanceKind | null;
}

/** Judges everybody on a route of the plan. Their costs add up to the ledger's, but for routes that carry nobody. */
export function placedClients(
  facts: CostFacts,
  ledger: Ledger,
  judged: readonly ClientPlacement[] = judgePlacements(facts, ledger),
): readonly PlacedClient[] {
  return onceAClient(judged).map((each) => toPlaced(facts, each));
}

function toPlaced(facts: CostFacts, each: ClientPlacement): PlacedClient {
  const { client_id, school_urn, finding, year_pence: cost_pence } = each;
  const school = school_urn === null ? undefined : facts.schools.get(school_urn);
  const base = {
    client_id,
    school_urn,
    school: school?.name ?? 'School not in the list',
    cost_pence,
    excess_m: each.excess_m,
  };
  if (finding.kind === 'beyond')
    return {
      ...base,
      standing: 'beyond',
      why: '',
      nearest_urn: finding.nearest.urn,
      nearest: finding.nearest.name,
      nearest_cost_pence: cost_pence - each.excess_year_pence,
      difference_pence: each.excess_year_pence,
      named_m: finding.named_m,
      nearest_m: finding.nearest_m,
      by: finding.by,
    };
  if (finding.kind === 'nearest')
    return {
      ...base,
      standing: 'nearest',
      why: '',
      nearest_urn: school_urn,
      nearest: base.school,
      nearest_cost_pence: cost_pence,
      difference_pence: 0,
      named_m: null,
      nearest_m: null,
      by: finding.by,
    };
  return {
    ...base,
    standing: finding.missing === 'position' ? 'not_known' : 'cannot_tell',
    why: whyOf(facts, each.client_id, finding),
    nearest_urn: null,
    nearest: '',
    nearest_cost_pence: null,
    difference_pence: null,
    named_m: null,
    nearest_m: null,
    by: null,
  };
}

/** Names the nearest school that might be suitable, and which of its facts is missing. */
function whyOf(
  facts: CostFacts,
  client_id: number,
  { why, might }: Extract<ClientPlacement['finding'], { kind: 'cannot_tell' }>,
): string {
  const client = facts.clients.get(client_id);
  if (might === null || client === undefined) return why;
  const placing = { client, phase: phaseOf(client, facts.year), year: facts.year };
  const missing = reasonsOf(might, placing, suitabilityOf(might, placing));
  return missing.length === 0
    ? `${might.name} might be nearer: the road network does not reach it.`
    : `${might.name} is nearer and might be suitable. ${missing.join(' ')}`;
}

export const PLACEMENT_DIMENSIONS = ['school', 'need', 'district', 'phase'] as const;
export type PlacementDimension = (typeof PLACEMENT_DIMENSIONS)[number];

/** One group. Costs of those judged alone stand beside each other; whoever cannot be judged is counted and priced apart. */
export interface PlacementRow {
  readonly key: string;
  readonly label: string;
  readonly clients: number;
  readonly beyond: number;
  readonly nearest: number;
  readonly cannot_tell: number;
  readonly not_known: number;
  /** Of those judged: at the school attended, at the nearest suitable, and the difference. */
  readonly cost_pence: number;
  readonly nearest_cost_pence: number;
  readonly difference_pence: number;
  /** Of those who cannot be judged. */
  readonly open_cost_pence: number;
  /** Mean over those beyond, one way; null for none. */
  readonly mean_excess_m: number | null;
}

/** Adds the placements up by one dimension: the largest difference first. Every client stands in one row. */
export function placementRows(
  facts: CostFacts,
  placed: readonly PlacedClient[],
  by: PlacementDimension,
): readonly PlacementRow[] {
  const groups = new Map<string, { label: string; members: PlacedClient[] }>();
  for (const each of placed) {
    const { key, label } = groupOfPlacement(facts, each, by);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { label, members: [each] });
    else group.members.push(each);
  }
  return [...groups]
    .map(([key, { label, members }]) => rowOf(key, label, members))
    .toSorted(largestFirst);
}

/** All rows as one. */
export function sumOfRows(rows: readonly PlacementRow[]): PlacementRow {
  const sum = (of: (row: PlacementRow) => number): number =>
    rows.reduce((total, row) => total + of(row), 0);
  const beyond = sum((row) => row.beyond);
  return {
    key: '',
    label: 'All placements',
    clients: sum((row) => row.clients),
    beyond,
    nearest: sum((row) => row.nearest),
    cannot_tell: sum((row) => row.cannot_tell),
    not_known: sum((row) => row.not_known),
    cost_pence: sum((row) => row.cost_pence),
    nearest_cost_pence: sum((row) => row.nearest_cost_pence),
    difference_pence: sum((row) => row.difference_pence),
    open_cost_pence: sum((row) => row.open_cost_pence),
    mean_excess_m:
      beyond === 0 ? null : sum((row) => (row.mean_excess_m ?? 0) * row.beyond) / beyond,
  };
}

/** The row that a client stands in. */
export function groupOfPlacement(
  facts: CostFacts,
  { client_id, school_urn, school }: Pick<PlacedClient, 'client_id' | 'school_urn' | 'school'>,
  by: PlacementDimension,
): { readonly key: string; readonly label: string } {
  if (by === 'school') return { key: String(school_urn ?? '?'), label: school };
  const client: Client | undefined = facts.clients.get(client_id);
  const unknown = (label: string) => ({ key: '?', label });
  if (by === 'need') {
    const need = client?.need ?? null;
    return need === null ? unknown('Need not recorded') : { key: need, label: NEED_WORDS[need] };
  }
  if (by === 'phase') {
    const phase = client === undefined ? null : phaseOf(client, facts.year);
    return phase === null ? unknown('Age not known') : { key: phase, label: PHASE_WORDS[phase] };
  }
  const code = client?.district_code ?? '';
  return code === ''
    ? unknown('District not known')
    : { key: code, label: facts.districts.get(code)?.name ?? code };
}

function rowOf(key: string, label: string, members: readonly PlacedClient[]): PlacementRow {
  const counts = { beyond: 0, nearest: 0, cannot_tell: 0, not_known: 0 };
  const sums = { cost_pence: 0, nearest_cost_pence: 0, difference_pence: 0, open_cost_pence: 0 };
  let excess_m = 0;
  for (const each of members) {
    counts[each.standing] += 1;
    if (each.nearest_cost_pence === null || each.difference_pence === null) {
      sums.open_cost_pence += each.cost_pence;
      continue;
    }
    sums.cost_pence += each.cost_pence;
    sums.nearest_cost_pence += each.nearest_cost_pence;
    sums.difference_pence += each.difference_pence;
    excess_m += each.excess_m;
  }
  const mean_excess_m = counts.beyond === 0 ? null : excess_m / counts.beyond;
  return { key, label, clients: members.length, ...counts, ...sums, mean_excess_m };
}
