/** The same pennies, told by school, district, need, phase, provider, client or vehicle. */
import { phaseOf } from '../casework/phase.ts';
import { rateCardAt } from '../costing/read-settings.ts';
import type { Client } from '../model/client.ts';
import { NEED_WORDS, PHASE_WORDS } from '../model/words.ts';
import type { CostFacts } from './facts.ts';
import type { LastYearEntry, Ledger, ThisYearEntry } from './ledger.ts';

export const DIMENSIONS = [
  'school',
  'district',
  'need',
  'phase',
  'provider',
  'client',
  'vehicle',
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** One row. Rows add up to the plan's day and year and to last year's cost, to the penny. */
export interface BreakdownRow {
  readonly key: string;
  readonly label: string;
  /** Clients on a route this year. */
  readonly clients: number;
  /** Clients carried last year, by the register. */
  readonly clients_before: number;
  readonly routes: number;
  readonly cost_day_pence: number;
  readonly cost_year_pence: number;
  readonly last_year_pence: number;
  /** Year's cost a client, pence; 0 where there are none. */
  readonly per_client_pence: number;
  /** Mean direct distance home to school, metres; null where nobody is carried. */
  readonly mean_distance_m: number | null;
}

interface Group {
  readonly key: string;
  readonly label: string;
}

interface Tally {
  readonly group: Group;
  readonly clients: Set<number>;
  readonly before: Set<number>;
  readonly routes: Set<number>;
  day: number;
  year: number;
  last: number;
  metres: number;
  stops: number;
}

/** One row of another breakdown: what is added up of it adds up to it, to the penny. */
export interface BreakdownWithin {
  readonly by: Dimension;
  readonly key: string;
}

/** Adds the ledger up by one dimension: dearest first, "not known" rows where they fall; of one row of another breakdown alone where it is given. */
export function breakdown(
  facts: CostFacts,
  ledger: Ledger,
  by: Dimension,
  within: BreakdownWithin | null = null,
): BreakdownRow[] {
  const groups = grouping(facts, by);
  const row = within === null ? null : { ...grouping(facts, within.by), key: within.key };
  const tallies = new Map<string, Tally>();
  const tallyOf = (group: Group): Tally => {
    const known = tallies.get(group.key);
    if (known !== undefined) return known;
    const sums = { day: 0, year: 0, last: 0, metres: 0, stops: 0 };
    const made: Tally = {
      group,
      clients: new Set(),
      before: new Set(),
      routes: new Set(),
      ...sums,
    };
    tallies.set(group.key, made);
    return made;
  };
  for (const entry of ledger.this_year) {
    if (row !== null && row.now(entry).key !== row.key) continue;
    const tally = tallyOf(groups.now(entry));
    tally.day += entry.day_pence;
    tally.year += entry.year_pence;
    tally.routes.add(entry.route.id);
    if (entry.client_id === null || entry.stop === null) continue;
    tally.clients.add(entry.client_id);
    tally.metres += entry.stop.direct_m;
    tally.stops += 1;
  }
  for (const entry of ledger.last_year) {
    if (row !== null && row.before(entry).key !== row.key) continue;
    const tally = tallyOf(groups.before(entry));
    tally.last += entry.year_pence;
    if (entry.client_id !== null) tally.before.add(entry.client_id);
  }
  return [...tallies.values()].map(toRow).sort(dearestFirst);
}

function toRow(tally: Tally): BreakdownRow {
  const clients = tally.clients.size;
  return {
    key: tally.group.key,
    label: tally.group.label,
    clients,
    clients_before: tally.before.size,
    routes: tally.routes.size,
    cost_day_pence: tally.day,
    cost_year_pence: tally.year,
    last_year_pence: tally.last,
    per_client_pence: clients === 0 ? 0 : Math.round(tally.year / clients),
    mean_distance_m: tally.stops === 0 ? null : tally.metres / tally.stops,
  };
}

function dearestFirst(a: BreakdownRow, b: BreakdownRow): number {
  const dearer = b.cost_year_pence - a.cost_year_pence || b.last_year_pence - a.last_year_pence;
  return dearer || (a.key < b.key ? -1 : 1);
}

interface Grouping {
  readonly now: (entry: ThisYearEntry) => Group;
  readonly before: (entry: LastYearEntry) => Group;
}

const NOBODY: Group = { key: '', label: 'No client named' };

function grouping(facts: CostFacts, by: Dimension): Grouping {
  switch (by) {
    case 'school':
      return bySchool(facts);
    case 'provider':
      return {
        now: ({ route }) => named(route.provider, 'Not awarded yet'),
        before: ({ contract }) => named(contract.provider, 'Provider not given'),
      };
    case 'vehicle':
      return byVehicle(facts);
    default:
      return byClient(facts, clientGroup(facts, by));
  }
}

function named(text: string, otherwise: string): Group {
  return text === '' ? { key: '', label: otherwise } : { key: text, label: text };
}

function bySchool(facts: CostFacts): Grouping {
  const given = new Map(facts.contracts.map((each) => [each.id, each.school_given]));
  const schoolGroup = (urn: number | null, given: string): Group =>
    urn === null
      ? { key: given, label: given === '' ? 'School not known' : given }
      : { key: String(urn), label: facts.schools.get(urn)?.name ?? `URN ${urn}` };
  return {
    now: ({ route, stop }) =>
      schoolGroup(stop?.school_urn ?? route.school_urn, given.get(route.contract_id ?? -1) ?? ''),
    before: ({ contract, client_id }) => {
      const client = client_id === null ? undefined : facts.clients.get(client_id);
      return schoolGroup(contract.school_urn ?? client?.school_urn ?? null, contract.school_given);
    },
  };
}

function byVehicle(facts: CostFacts): Grouping {
  const { classes } = rateCardAt(facts.settings, facts.on);
  const names = new Map(classes.map((each) => [each.id, each.name]));
  const group = (id: string): Group => ({ key: id, label: names.get(id) ?? (id || 'Not known') });
  return {
    now: ({ route }) => group(route.vehicle_class),
    before: ({ contract }) => group(contract.vehicle_class),
  };
}

/** Both years by what is known of the client. */
function byClient(facts: CostFacts, groupOf: (client: Client) => Group): Grouping {
  const group = ({ client_id }: { readonly client_id: number | null }): Group => {
    const client = client_id === null ? undefined : facts.clients.get(client_id);
    return client === undefined ? NOBODY : groupOf(client);
  };
  return { now: group, before: group };
}

function clientGroup(
  facts: CostFacts,
  by: 'district' | 'need' | 'phase' | 'client',
): (client: Client) => Group {
  const groups: Record<typeof by, (client: Client) => Group> = {
    district: ({ district_code: code }) => ({
      key: code === '' ? '?' : code,
      label: code === '' ? 'District not known' : (facts.districts.get(code)?.name ?? code),
    }),
    need: ({ need }) => groupOf(need, NEED_WORDS, 'Need not known'),
    phase: (client) => groupOf(phaseOf(client, facts.year), PHASE_WORDS, 'Age not known'),
    client: ({ id, ref }) => ({ key: String(id), label: ref }),
  };
  return groups[by];
}

function groupOf<Code extends string>(
  code: Code | null,
  labels: Readonly<Record<Code, string>>,
  otherwise: string,
): Group {
  return code === null ? { key: '?', label: otherwise } : { key: code, label: labels[code] };
}
