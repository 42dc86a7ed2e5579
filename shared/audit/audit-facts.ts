/** What an audit reads, and how it speaks. Nothing here comes from the route builder. */
import type { AcademicYear, IsoDate } from '../calendar/dates.ts';
import type { FirstDay } from '../calendar/school-calendars.ts';
import type { StreetLimit } from '../casework/street-access.ts';
import type { WeekRecords } from '../casework/week.ts';
import type { Travel } from '../geo/travel.ts';
import type { Application, Client } from '../model/client.ts';
import type { Contract, ContractStop } from '../model/contract.ts';
import type { Setting } from '../model/money.ts';
import type { PlannedRoute, Unallocated, Violation } from '../model/plan.ts';
import type { ClinicalWaiver, GuideReason } from '../model/ride-record.ts';
import type { School } from '../model/school.ts';
import type { ProviderFleet } from '../model/register.ts';
import type { SharingRecords } from '../model/sharing.ts';

/** The records a plan must answer to. */
export interface AuditFacts {
  readonly on: IsoDate;
  readonly year: AcademicYear;
  readonly settings: readonly Setting[];
  readonly clients: ReadonlyMap<number, Client>;
  /** The latest application of each client who has one. */
  readonly applications: ReadonlyMap<number, Application>;
  readonly schools: ReadonlyMap<number, School>;
  readonly contracts: readonly Contract[];
  readonly stops: readonly ContractStop[];
  /** Further addresses and settings of education, by client; only of those who have any. */
  readonly weeks?: ReadonlyMap<number, WeekRecords>;
  /** How distances and times are had where a road network is loaded. */
  readonly travel?: Travel;
  /** Streets that keep larger vehicles from the home, by client; only of those who have such. */
  readonly streets?: ReadonlyMap<number, StreetLimit>;
  /** Recorded waivers of clinical limits by client. */
  readonly waivers?: ReadonlyMap<number, readonly ClinicalWaiver[]>;
  /** Recorded reasons for going over the guide by client. */
  readonly guide_reasons?: ReadonlyMap<number, readonly GuideReason[]>;
  /** What the office says of schools that share vehicles; absent: nothing. */
  readonly sharing?: SharingRecords;
  /** Vehicles that providers have, by class and district; absent or none: no limit. */
  readonly fleets?: readonly ProviderFleet[];
  /** How each client is helped to transfer, as their form says; only of those whose form says so. */
  readonly transfer_help?: ReadonlyMap<number, string>;
  /** How many drivers and assistants hold each competence in date; absent: the register has nobody. */
  readonly holders?: ReadonlyMap<string, number>;
  /** References of routes of which something was signed: no new route may have one. */
  readonly spent_refs?: ReadonlySet<string>;
  /** Names of districts by code, for sentences; absent: the code. */
  readonly district_names?: ReadonlyMap<string, string>;
  readonly firstDay: FirstDay;
}

/** The part of a plan that is audited. */
export interface AuditedPlan {
  readonly routes: readonly PlannedRoute[];
  readonly unallocated: readonly Unallocated[];
  /** The road network it was measured on, in words; absent or '' where it was estimated. */
  readonly roads?: string;
}

/** One check: all its findings, in the plan's order. */
export type Check = (plan: AuditedPlan, facts: AuditFacts) => readonly Violation[];

/** A broken rule: the plan cannot be approved. */
export function broken(
  code: string,
  at: { readonly route_ref?: string; readonly client_id?: number },
  text: string,
): Violation {
  const { route_ref = '', client_id = null } = at;
  return { code, severity: 'broken', route_ref, client_id, text };
}

/** Something a person should look at; it does not stop the plan. */
export function notice(...args: Parameters<typeof broken>): Violation {
  return { ...broken(...args), severity: 'notice' };
}

/** How a client is named in a finding: by reference, never by name. */
export function refOf(facts: Pick<AuditFacts, 'clients'>, client_id: number): string {
  return facts.clients.get(client_id)?.ref ?? `client ${client_id}`;
}

/**
 * Whether a route calls at a school by this plan alone: a new route, or a contract that carries nobody there by itself. What a contract does
 * already is noticed; what the plan has it do keeps the rules.
 */
export function isCalledAnew(
  { contract_id, calls, stops }: Pick<PlannedRoute, 'contract_id' | 'calls' | 'stops'>,
  school_urn: number | null,
): boolean {
  if (contract_id === null || calls === undefined) return contract_id === null;
  return !stops.some((stop) => stop.fixed && stop.school_urn === school_urn);
}

/** Contracts by id, kept as long as the list they come from. */
const indices = new WeakMap<readonly Contract[], ReadonlyMap<number, Contract>>();

/** The contract of an id; null for a new route. */
export function contractOf(facts: AuditFacts, id: number | null): Contract | null {
  if (id === null) return null;
  let index = indices.get(facts.contracts);
  if (index === undefined) {
    index = new Map(facts.contracts.map((each) => [each.id, each]));
    indices.set(facts.contracts, index);
  }
  return index.get(id) ?? null;
}
