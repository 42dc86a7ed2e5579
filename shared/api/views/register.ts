/** The register of providers as the screens show it. Money in pence. */
import type { IsoDate } from '../../calendar/dates.ts';
import type { Contract } from '../../model/contract.ts';
import type {
  AssignmentRole,
  Provider,
  ProviderFleet,
  Vehicle,
  Worker,
  WorkerCompetence,
} from '../../model/register.ts';
import type { PaperState } from '../../service/register/paper-state.ts';
import type { ProviderRow } from '../../service/register/provider-rows.ts';
import type { RunningOut } from '../../service/register/running-out.ts';

/** Every provider, and how far ahead the page looks. */
export interface ProvidersPage {
  readonly on: IsoDate;
  readonly ahead_days: number;
  readonly rows: readonly ProviderRow[];
}

/** What forms offer to choose from. */
export interface RegisterChoices {
  /** Of contracts and register. */
  readonly providers: readonly string[];
  readonly competences: readonly string[];
  readonly classes: readonly { readonly id: string; readonly name: string }[];
  readonly districts: readonly { readonly code: string; readonly name: string }[];
}

/** A route that a person or vehicle is assigned to, now or later. */
export interface AssignedRoute {
  readonly route_ref: string;
  readonly role: AssignmentRole;
}

/** A driver or assistant in the list. */
export interface PersonRow extends Worker, PaperState {
  readonly competences: readonly WorkerCompetence[];
  readonly routes: readonly AssignedRoute[];
  /** Still with the provider on the day. */
  readonly there: boolean;
}

/** A vehicle in the list. */
export interface VehicleRow extends Vehicle, PaperState {
  readonly class_name: string;
  readonly routes: readonly AssignedRoute[];
  readonly there: boolean;
}

export interface PeoplePage {
  readonly on: IsoDate;
  readonly ahead_days: number;
  readonly rows: readonly PersonRow[];
}

export interface VehiclesPage {
  readonly on: IsoDate;
  readonly ahead_days: number;
  readonly rows: readonly VehicleRow[];
}

/** A line of what runs out, with what rests on it. */
export interface RunningOutRow extends RunningOut {
  readonly routes: readonly string[];
  /** Children on those routes. */
  readonly clients: number;
}

export interface RunningOutPage {
  readonly on: IsoDate;
  readonly ahead_days: number;
  /** Where that number is from. */
  readonly source: string;
  readonly rows: readonly RunningOutRow[];
}

/** One provider whole. */
export interface ProviderPage {
  readonly on: IsoDate;
  readonly ahead_days: number;
  readonly row: ProviderRow;
  /** Null where only contracts, people or vehicles name it. */
  readonly provider: Provider | null;
  readonly fleet: readonly (ProviderFleet & {
    readonly class_name: string;
    /** Names of the districts, in order. */
    readonly district_names: readonly string[];
  })[];
  /** Those that run or are to start, by route. */
  readonly contracts: readonly (Contract & {
    readonly clients: number;
    /** Its route in the plan in use; null for none. */
    readonly route_id: number | null;
  })[];
  readonly people: readonly PersonRow[];
  readonly vehicles: readonly VehicleRow[];
  readonly running_out: readonly RunningOut[];
  readonly district_names: readonly string[];
}

/** One person or vehicle on a contract. */
export interface CrewLine {
  /** Of the assignment. */
  readonly id: number;
  readonly role: AssignmentRole;
  readonly kind: 'worker' | 'vehicle';
  readonly subject_id: number;
  /** Name, or registration mark. */
  readonly who: string;
  /** What they hold, or what the vehicle is. */
  readonly detail: string;
  readonly from_on: IsoDate;
  readonly to_on: IsoDate | null;
  /** Counts on the day looked at. */
  readonly is_on: boolean;
  readonly papers: PaperState;
}

/** Who runs a contract and what is missing on a day. */
export interface CrewPage {
  readonly contract: Pick<
    Contract,
    'id' | 'ref' | 'route_ref' | 'provider' | 'starts_on' | 'ends_on'
  >;
  /** The day looked at: today, or the contract's first where that is still to come. */
  readonly on: IsoDate;
  readonly ahead_days: number;
  readonly lines: readonly CrewLine[];
  readonly gaps: readonly { readonly text: string; readonly blocks: boolean }[];
  /** What the children need of the crew. */
  readonly competences: readonly string[];
  readonly assistant: boolean;
  /** Nothing at all is on the register. */
  readonly register_empty: boolean;
}

/** Who and what could be assigned to a contract. */
export interface Candidates {
  readonly workers: readonly {
    readonly id: number;
    readonly name: string;
    readonly role: Worker['role'];
    readonly provider: string;
    /** Competences in date. */
    readonly holds: readonly string[];
    readonly out_of_date: number;
    readonly routes: number;
  }[];
  readonly vehicles: readonly {
    readonly id: number;
    readonly mark: string;
    readonly provider: string;
    readonly detail: string;
    readonly out_of_date: number;
    readonly routes: number;
  }[];
}
