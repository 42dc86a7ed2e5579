/** The clients of a plan in groups that grow and cost alike: the base of every forecast. */
import { phaseOf } from '../../casework/phase.ts';
import { dayCount } from '../../calendar/day-mask.ts';
import { contractSplitAt } from '../../costing/contract-shares.ts';
import { numberAt } from '../../costing/read-settings.ts';
import type { Need, Phase } from '../../model/client.ts';
import type { CostFacts } from '../facts.ts';
import type { Ledger } from '../ledger.ts';

/** One need and phase. Pence a year at this year's prices. */
export interface ClientGroup {
  readonly need: Need | null;
  readonly phase: Phase | null;
  readonly clients: number;
  /** What vehicles cost that goes with fuel, with wages, and with other prices. */
  readonly fuel_pence: number;
  readonly driver_pence: number;
  readonly other_pence: number;
  /** Passenger assistants, who go with wages. */
  readonly assistant_pence: number;
}

/** Every group of the plan; the groups' pence add up to the plan's year less routes that carry nobody. */
export function clientGroups(facts: CostFacts, ledger: Ledger): readonly ClientGroup[] {
  const split = contractSplitAt(facts.settings, facts.on);
  const standard = numberAt(facts.settings, 'fuel_share_low_percent', facts.on) / 100;
  const driver = (split['driver'] ?? 0) / 100;
  const contracts = new Map(facts.contracts.map((each) => [each.id, each]));
  const groups = new Map<
    string,
    { -readonly [K in keyof ClientGroup]: ClientGroup[K] } & { riders: Set<number> }
  >();
  for (const { client_id, route, stop, year_pence } of ledger.this_year) {
    if (
      client_id === null ||
      stop === null ||
      dayCount(stop.mornings) + dayCount(stop.afternoons) === 0
    )
      continue;
    const client = facts.clients.get(client_id);
    const need = client?.need ?? null;
    const phase = client === undefined ? null : phaseOf(client, facts.year);
    const key = `${need ?? ''} ${phase ?? ''}`;
    const group = groups.get(key) ?? {
      need,
      phase,
      clients: 0,
      fuel_pence: 0,
      driver_pence: 0,
      other_pence: 0,
      assistant_pence: 0,
      riders: new Set<number>(),
    };
    groups.set(key, group);
    const assistants =
      route.cost_day_pence === 0
        ? 0
        : route.cost.reduce(
            (sum, { kind, pence }) =>
              kind === 'assistant' || kind === 'contract_assistant' ? sum + pence : sum,
            0,
          ) / route.cost_day_pence;
    const assistant = year_pence * assistants;
    const vehicle = year_pence - assistant;
    const stated = contracts.get(route.contract_id ?? 0)?.fuel_share_percent ?? null;
    const fuel = stated === null ? standard : stated / 100;
    const driven = standard >= 1 ? 0 : driver * ((1 - fuel) / (1 - standard));
    group.riders.add(client_id);
    group.clients = group.riders.size;
    group.fuel_pence += vehicle * fuel;
    group.driver_pence += vehicle * driven;
    group.other_pence += vehicle * (1 - fuel - driven);
    group.assistant_pence += assistant;
  }
  return [...groups]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { riders: _riders, ...group }]) => group);
}
