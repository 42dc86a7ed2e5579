/** What monitoring rests on, read from the store in one go. Money in whole pence. */
import type { IsoDate } from '../calendar/dates.ts';
import type { Period } from '../calendar/financial-year.ts';
import type { SchoolCalendars } from '../calendar/school-calendars.ts';
import type { BudgetEntry, BudgetLine, CostCode, LedgerLine, Virement } from '../model/budget.ts';
import type { LineForecast } from '../model/period-closing.ts';
import type { Client } from '../model/client.ts';
import type { Contract } from '../model/contract.ts';
import type { ContractEvent } from '../model/tender.ts';
import type { Absence, StandDownRule } from '../model/year.ts';
import type { Rider } from '../service/year/day-due.ts';

/** A contract with everything that happened to it, each with the day it was known. */
export interface ContractSource {
  readonly contract: Contract;
  readonly riders: readonly Rider[];
  readonly rule: StandDownRule;
  readonly hand_backs: readonly { readonly on: IsoDate; readonly last_day: IsoDate }[];
  /** In the order in which they were signed. */
  readonly events: readonly ContractEvent[];
  /** When a person signed that the provider confirmed it; null: the register says so, from before anybody looked. */
  readonly confirmed_on: IsoDate | null;
  /** The register holds the contract that ran the route before this one. */
  readonly has_earlier: boolean;
}

/** An invoice with what of it is accepted, line by line: what is in query or credited is not counted. */
export interface InvoiceSource {
  readonly id: number;
  readonly ref: string;
  readonly provider: string;
  /** The invoice's day, or that of its import. */
  readonly known_on: IsoDate;
  readonly lines: readonly {
    readonly contract_ref: string;
    readonly from_on: IsoDate;
    readonly accepted_pence: number;
    readonly queried_pence: number;
  }[];
}

/** A route of the plan in use. */
export interface PlanRouteSource {
  readonly ref: string;
  readonly contract_id: number | null;
  readonly day_pence: number;
  readonly assistant_pence: number;
  readonly days_a_year: number;
  readonly school_urn: number | null;
  readonly riders: readonly Rider[];
}

export type LineClient = Pick<Client, 'id' | 'date_of_birth' | 'year_group' | 'ehcp' | 'need'>;

export interface MoneyFacts {
  /** The day it is made up on: nothing later is known. */
  readonly on: IsoDate;
  readonly codes: readonly CostCode[];
  readonly budgets: readonly BudgetEntry[];
  readonly virements: readonly Virement[];
  /** How lines without contracts are forecast, as people chose. */
  readonly line_forecasts: readonly LineForecast[];
  readonly ledger: readonly LedgerLine[];
  readonly contracts: readonly ContractSource[];
  readonly invoices: readonly InvoiceSource[];
  /** Empty where nothing is planned. */
  readonly routes: readonly PlanRouteSource[];
  readonly clients: ReadonlyMap<number, LineClient>;
  readonly calendars: SchoolCalendars;
  /** Schools whose days differ by year group; COUNTY_URN: every school’s may. */
  readonly by_year_group: ReadonlySet<number>;
  readonly absences: readonly Absence[];
}

/** A line as it is shown: those of the budget, and what is booked on codes that nobody has put on one. */
export type ShownLine = BudgetLine | 'not_mapped';

/** The end of a period, and the day up to which things were known when it was made up. */
export interface Standpoint extends Period {
  readonly known_on: IsoDate;
}
