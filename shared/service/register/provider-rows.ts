/** Every provider that runs anything or is on the register, with what each has. */
import type { IsoDate } from '../../calendar/dates.ts';
import { providerKey } from '../../intake/provider-name.ts';
import type { Contract, ContractStop } from '../../model/contract.ts';
import type { Provider, ProviderFleet } from '../../model/register.ts';
import { isThere, runningOut, type RegisterBook } from './running-out.ts';
import type { RegisterRules } from './rules.ts';

/** One provider. Money whole pence. */
export interface ProviderRow {
  readonly key: string;
  readonly name: string;
  /** Whether the provider itself is on the register, not only named by contracts, people or vehicles. */
  readonly on_register: boolean;
  readonly framework: string;
  readonly districts: readonly string[];
  /** Contracts that run on the day or are to start. */
  readonly contracts: number;
  readonly unconfirmed: number;
  /** Children carried by them. */
  readonly clients: number;
  readonly day_pence: number;
  /** A day times each contract's days a year. */
  readonly year_pence: number;
  readonly drivers: number;
  readonly assistants: number;
  readonly vehicles: number;
  /** Vehicles the provider says it can put on the road, all classes and districts together. */
  readonly fleet: number;
  /** Papers and competences out of date, and running out within the days looked ahead. */
  readonly out_of_date: number;
  readonly running_out: number;
}

/** Everything that rows are made of. */
export interface ProviderFacts extends RegisterBook {
  readonly providers: readonly Provider[];
  readonly fleets: readonly ProviderFleet[];
  readonly contracts: readonly Contract[];
  readonly stops: readonly ContractStop[];
  readonly rules: RegisterRules;
}

type Counting = { -readonly [K in keyof ProviderRow]: ProviderRow[K] };

/** Rows by name. A name that contracts spell in two ways is one provider. */
export function providerRows(facts: ProviderFacts, on: IsoDate): readonly ProviderRow[] {
  const rows = new Map<string, Counting>();
  const rowOf = (name: string): Counting => {
    const key = providerKey(name);
    const known = rows.get(key);
    if (known !== undefined) return known;
    const made = emptyRow(key, name);
    rows.set(key, made);
    return made;
  };
  for (const { key, name, framework, districts } of facts.providers)
    Object.assign(rowOf(name), { key, name, framework, districts, on_register: true });
  countContracts(facts, rowOf, on);
  for (const worker of facts.workers) {
    if (!isThere(worker, on)) continue;
    const row = rowOf(worker.provider);
    if (worker.role !== 'assistant') row.drivers += 1;
    if (worker.role !== 'driver') row.assistants += 1;
  }
  for (const vehicle of facts.vehicles)
    if (isThere(vehicle, on)) rowOf(vehicle.provider).vehicles += 1;
  for (const { provider, count } of facts.fleets) rowOf(provider).fleet += count;
  for (const { provider, days_left } of runningOut(facts, facts.rules, on)) {
    const row = rowOf(provider);
    if (days_left < 0) row.out_of_date += 1;
    else row.running_out += 1;
  }
  rows.delete('');
  return [...rows.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB'));
}

function emptyRow(key: string, name: string): Counting {
  return {
    key,
    name,
    on_register: false,
    framework: '',
    districts: [],
    contracts: 0,
    unconfirmed: 0,
    clients: 0,
    day_pence: 0,
    year_pence: 0,
    drivers: 0,
    assistants: 0,
    vehicles: 0,
    fleet: 0,
    out_of_date: 0,
    running_out: 0,
  };
}

function countContracts(
  { contracts, stops }: ProviderFacts,
  rowOf: (name: string) => Counting,
  on: IsoDate,
): void {
  const carried = new Map<number, number>();
  for (const { contract_id, left_on } of stops)
    if (left_on === null) carried.set(contract_id, (carried.get(contract_id) ?? 0) + 1);
  for (const contract of contracts) {
    if (contract.provider === '' || contract.ends_on < on) continue;
    const row = rowOf(contract.provider);
    const day_pence = contract.price_day_pence + contract.assistant_day_pence;
    row.contracts += 1;
    if (!contract.confirmed) row.unconfirmed += 1;
    row.clients += carried.get(contract.id) ?? 0;
    row.day_pence += day_pence;
    row.year_pence += day_pence * contract.days_a_year;
  }
}
